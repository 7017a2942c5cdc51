import { join } from 'node:path';
import { readFolder } from '../../src/engine/cli/folder';
import type { StackName, WorkspaceFile } from '../../src/engine/types';

const APP = join(import.meta.dirname, '../../src/lessons/00-course-app/start');

/** The files that the page opens on; for today's releases without the pins, and with the driver in the URL. */
export async function courseApp(stack: StackName): Promise<WorkspaceFile[]> {
  const { files } = await readFolder(APP);
  if (stack === 'course') return files;
  const url = 'DATABASE_URL=postgresql+psycopg2://student:secret@localhost/tweets_dev\n';
  const pinned = ['requirements.txt', 'Pipfile', 'Pipfile.lock', '.env'];
  return [...files.filter(({ path }) => !pinned.includes(path)), { path: '.env', content: url }];
}
