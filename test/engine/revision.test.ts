/* The first revision of the course's app: what the notes print, and what the native stack writes today. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { allSamples, readProject, readRecording } from '../../scripts/native/samples.mjs';
import { readFolder } from '../../src/engine/cli/folder';
import type { StackName } from '../../src/engine/types';
import { type Headless, startHeadless } from './headless';

const NOTES = join(import.meta.dirname, '../samples/notes/revision.py');
const sample = allSamples().find(({ name }) => name === 'course-path');
let machine: Headless;

beforeAll(async () => {
  machine = await startHeadless();
});

test("the course stack writes the notes' revision", async () => {
  expect(await firstRevision('course')).toBe(essence(readFileSync(NOTES, 'utf8')));
});

test('the current stack writes what it writes natively', async () => {
  if (!sample) throw new Error('the sample course-path is missing');
  expect(await firstRevision('current')).toBe(revisionIn(readRecording(sample, 'current').files));
});

async function firstRevision(stack: StackName): Promise<string> {
  if (!sample) throw new Error('the sample course-path is missing');
  await machine.open(await readProject(sample, stack, readFolder));
  for (const line of ['flask db init', 'flask db migrate'])
    expect(await machine.run(line)).toMatchObject({ exitCode: 0 });
  return revisionIn(machine.files());
}

function revisionIn({ changed }: { changed: Record<string, string> }): string {
  const revisions = Object.entries(changed).filter(([path]) => path.startsWith('migrations/versions/'));
  expect(revisions).toHaveLength(1);
  return essence(revisions[0]?.[1] ?? '');
}

/** A revision less its id, date, message and trailing blanks. */
function essence(revision: string): string {
  const id = /^revision = '(\w+)'$/m.exec(revision)?.[1] ?? '';
  return revision
    .replaceAll(id, '<id>')
    .replace(/(?<=^Create Date: ).*$/m, '<date>')
    .replace(/(?<=^""").*$/m, '<message>')
    .replace(/[ \t]+$/gm, '')
    .trimEnd();
}
