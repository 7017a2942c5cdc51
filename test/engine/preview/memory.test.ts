import { expect, test } from 'vitest';
import {
  javascriptHeap,
  pythonMemory,
  pythonMemoryInUse,
  pythonObjects,
} from '../../../scripts/bench/heaps.mjs';
import { startProject, type Project } from './project';

/** Both leave off at the same one of the edits. */
const LOOKS = 500;
const WARM_UP = 50;
/** Python's objects that come and go with its caches; a look makes tens of thousands. */
const OBJECTS = 100;
/** In bytes of Python's: the text of a pending revision is a kilobyte, and no look may leave a quarter of that. */
const IN_USE = (LOOKS - WARM_UP) * 256;
/** In bytes of JavaScript's, whose own code takes more as it is compiled better: a preview has ten kilobytes. */
const HEAP = (LOOKS - WARM_UP) * 5120;

const USER = 'app/models/user.py';
const APP = 'app/__init__.py';
const SEEDS = `
from .seeds.seeds import seed_users, seed_tweets
with app.app_context():
    db.create_all()
    seed_users()
    seed_tweets()
    open("written.txt", "w").write("by the app")
`;

/** A connection gets the lowest number that no other has, and so does an open file. */
const NEXT_CONNECTION = `python -c "import psycopg2; print(psycopg2.connect('dbname=tweets_dev').get_backend_pid())"`;
const NEXT_FILE = 'import os; number = os.dup(0); os.close(number); number';
const FILES = `
import os
sum(len(files) for top in ("/home", "/tmp", "/etc", "/var") for _, _, files in os.walk(top))
`;

interface Edit {
  path: string;
  edit: (text: string) => string;
  found: string;
}

/** What a student does, one after the other and again; each is looked at. */
const EDITS: readonly Edit[] = [
  { path: USER, edit: (text) => withColumn(text, 'age'), found: 'pending' },
  { path: USER, edit: (text) => text, found: 'no-changes' },
  { path: USER, edit: (text) => withColumn(text, 'nickname'), found: 'pending' },
  { path: USER, edit: (text) => `${withColumn(text, 'age')}\nfoo(\n`, found: 'import-failed' },
  { path: USER, edit: (text) => `${text}\nfoo.bar\n`, found: 'import-failed' },
  { path: USER, edit: (text) => text.replace('String(30)', 'String(31)'), found: 'no-changes' },
  { path: USER, edit: (text) => text, found: 'no-changes' },
  { path: APP, edit: (text) => text + SEEDS, found: 'no-changes' },
  { path: APP, edit: (text) => text, found: 'no-changes' },
];

test(`${LOOKS} looks give back what they take, and write nothing`, { timeout: 900_000 }, async () => {
  const project = await startProject('course');
  await project.reset();
  for (const line of ['flask db init', 'flask db migrate', 'flask db upgrade', 'flask seed all'])
    await project.must(line);
  const texts = new Map<string, string>();
  for (const path of [USER, APP]) texts.set(path, await project.must(`cat ${path}`));
  const [revision] = (await project.engine.revisions()).revisions;
  if (revision === undefined) throw new Error('no revision was written');
  const before = await written(project);

  const look = async (count: number): Promise<void> => {
    const { path, edit, found } = EDITS[(count - 1) % EDITS.length] as Edit;
    await project.write(path, edit(texts.get(path) ?? ''));
    const { outcome } = await project.look();
    expect(outcome.kind, `look ${count}`).toBe(found);
    if (count % 5 === 0) await project.engine.revision(revision.path);
    if (count % 90 === 0) await changeDatabase(project);
  };
  for (let count = 1; count <= WARM_UP; count += 1) await look(count);
  const settled = await memory(project);
  for (let count = WARM_UP + 1; count <= LOOKS; count += 1) await look(count);
  const after = await memory(project);

  expect(after.same).toEqual(settled.same);
  expect(Math.abs(after.objects - settled.objects)).toBeLessThan(OBJECTS);
  expect(after.inUse - settled.inUse).toBeLessThan(IN_USE);
  expect(after.heap - settled.heap).toBeLessThan(HEAP);
  for (const [path, text] of texts) await project.write(path, text);
  expect(await written(project)).toEqual(before);
});

interface Memory {
  /** What must not change at all: how large WebAssembly's memory is, and what is counted. */
  same: { python: number; nextConnection: string; nextFile: unknown; files: unknown };
  objects: number;
  /** Of Python's memory. */
  inUse: number;
  /** Of JavaScript. */
  heap: number;
}

async function memory(project: Project): Promise<Memory> {
  const nextConnection = await project.must(NEXT_CONNECTION);
  // The first is that of the commands.
  const [, python, ...others] = project.interpreters;
  if (python === undefined || others.length > 0) throw new Error('the looks should have one interpreter');
  const objects = pythonObjects(python);
  return {
    same: {
      python: pythonMemory(python),
      nextConnection,
      nextFile: python.runPython(NEXT_FILE),
      files: python.runPython(FILES),
    },
    objects,
    inUse: pythonMemoryInUse(python),
    heap: javascriptHeap(),
  };
}

/** The database and the files, to the last byte. */
async function written(project: Project): Promise<unknown> {
  const dump = await project.engine.checkpoint();
  return {
    // Without the token that each dump draws.
    dump: dump?.replace(/\\(un)?restrict \S+/g, ''),
    files: project.engine.changesSinceOpen(),
    everything: await project.must('find /home /tmp -type f | sort'),
  };
}

/** There and back, with a look in between. */
async function changeDatabase(project: Project): Promise<void> {
  await project.sql('alter table users add column extra integer');
  expect((await project.look()).outcome.kind).toBe('pending');
  await project.sql('alter table users drop column extra');
}

function withColumn(text: string, name: string): string {
  return text.replace('    name =', `    ${name} = db.Column(db.Integer)\n    name =`);
}
