import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, test } from 'vitest';
import { fillFolder, listFolder } from '../../../src/engine/files/changes';
import { FileTree } from '../../../src/engine/files/file-tree';
import type { Operation } from '../../../src/engine/migration/operations';
import type { Revision, RevisionList } from '../../../src/engine/migration/revision';
import { nodeHost } from '../../../src/engine/node';
import { Interpreter } from '../../../src/engine/python/interpreter';
import type { StackName } from '../../../src/engine/types';

const RUNTIME = fileURLToPath(new URL('../../../public/runtime', import.meta.url));
const SAMPLES = fileURLToPath(new URL('../../samples/revisions', import.meta.url));
const HOME = '/home/student';
const MODULE = 'stillroom.migration.operations';

const cases = readdirSync(SAMPLES, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map((entry) => entry.name);

/** What both stacks must leave as it was: one line of Python that tells it. */
const TRACES = `
import json, os, sys
json.dumps([sorted(name for name in sys.modules if not name.startswith(("alembic", "sqlalchemy"))),
            sys.path, os.getcwd(), sorted(os.environ.items()), sys.dont_write_bytecode])
`;

describe.each<StackName>(['course', 'current'])('on the %s stack', (stack) => {
  const files = new FileTree();
  let python: Interpreter;
  const printed: string[] = [];

  beforeAll(async () => {
    const { loadAsset, pyodide } = await nodeHost(RUNTIME);
    for (const name of cases) {
      files.mkdir(`${HOME}/${name}`, { parents: true });
      fillFolder(files, `${HOME}/${name}`, sample(name));
    }
    const home = files.find(HOME);
    if (home?.kind !== 'directory') throw new Error('the samples are not there');
    // No database is registered: whatever asked for one would fail.
    python = await Interpreter.boot({
      stack,
      loadAsset,
      host: pyodide,
      mounts: { [HOME]: home },
      env: { HOME },
    });
    await python.call('stillroom.process', 'load_libraries', stack);
    python.pyodide.setStdout({ batched: (line) => printed.push(line) });
    python.pyodide.setStderr({ batched: (line) => printed.push(line) });
    await python.call(MODULE, 'list_revisions', `${HOME}/course`);
  });

  test.each(cases)('%s is recorded', async (name) => {
    const root = `${HOME}/${name}`;
    const before = python.pyodide.runPython(TRACES) as string;
    const list = await python.call<RevisionList>(MODULE, 'list_revisions', root);
    const recorded: Revision[] = [];
    for (const { path } of list.revisions) {
      recorded.push(await python.call<Revision>(MODULE, 'describe_revision', root, path));
    }
    await expect(written(list, recorded)).toMatchFileSnapshot(join(SAMPLES, name, 'recorded.txt'));
    // Each SQLAlchemy writes some of the same SQL in its own way.
    await expect(asSql(recorded)).toMatchFileSnapshot(join(SAMPLES, name, `${stack}.sql`));
    expect(python.pyodide.runPython(TRACES)).toBe(before);
    expect(printed).toEqual([]);
    expect([...listFolder(files, root).keys()].filter((path) => path.includes('__pycache__'))).toEqual([]);
  });

  test('an edit counts at once, and the environment is the one given', async () => {
    const path = 'migrations/versions/c1_.py';
    const root = `${HOME}/production`;
    const text = files.readText(`${root}/${path}`);
    files.write(`${root}/${path}`, text.replace("op.create_table('users'", "op.create_table('people'"));
    const edited = await python.call<Revision>(MODULE, 'describe_revision', root, path, { SCHEMA: 'given' });
    files.write(`${root}/${path}`, text);
    expect(edited.upgrade[0]).toMatchObject({ kind: 'create_table', table: 'people' });
    expect(edited.downgrade[0]).toMatchObject({ kind: 'drop_table', schema: 'given' });
  });

  test('a workspace without migrations has no revisions', async () => {
    files.mkdir(`${HOME}/empty`, { parents: true });
    const list = await python.call<RevisionList>(MODULE, 'list_revisions', `${HOME}/empty`);
    expect(list).toEqual({ directory: null, revisions: [], problem: null });
  });
});

/** A sample's files, as the page would hand them over. */
function sample(name: string): Parameters<typeof fillFolder>[2] {
  const folder = join(SAMPLES, name);
  const paths = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name !== 'recorded.txt')
    .map((entry) => join(entry.parentPath, entry.name));
  const content = paths.map((path) => ({
    path: path.slice(folder.length + 1),
    content: readFileSync(path, 'utf8'),
  }));
  return { files: content, emptyDirectories: [], database: null };
}

/** The results in a form that can be read: one line for each file, operation and error. */
function written(list: RevisionList, recorded: Revision[]): string {
  const lines = [`directory ${list.directory ?? '-'}`, `problem ${list.problem ?? '-'}`];
  for (const file of list.revisions) lines.push(`file ${JSON.stringify(file)}`);
  for (const { upgrade, downgrade, errors, ...header } of recorded) {
    lines.push('', `revision ${JSON.stringify(header)}`);
    lines.push(...upgrade.map((operation) => `  up ${short(operation)}`));
    lines.push(...downgrade.map((operation) => `  down ${short(operation)}`));
    lines.push(...errors.map((error) => `  error ${JSON.stringify(error)}`));
  }
  return `${lines.join('\n')}\n`;
}

function short({ kind, span, statement, statements: _, ...rest }: Operation): string {
  const call = span === null ? '-' : `${span.line}:${span.column}-${span.endLine}:${span.endColumn}`;
  const around = statement === null ? '-' : `${statement.line}-${statement.endLine}`;
  return `${kind} ${call} in ${around} ${JSON.stringify(rest)}`;
}

function asSql(recorded: readonly Revision[]): string {
  const lines: string[] = [];
  for (const { path, upgrade, downgrade } of recorded) {
    for (const [name, operations] of Object.entries({ upgrade, downgrade })) {
      lines.push(`-- ${path}, ${name}`);
      lines.push(...operations.flatMap(({ statements }) => statements.map((sql) => `${sql};`)));
    }
  }
  return `${lines.join('\n')}\n`;
}
