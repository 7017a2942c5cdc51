import { mkdir, readdir, readFile, rm, rmdir, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { IGNORED } from '../files/changes';
import type { FileChange, WorkspaceFile, WorkspaceSnapshot } from '../types';

/** Reads a project folder from disk, less what is never read. Links are followed to files, not to folders. */
export async function readFolder(directory: string): Promise<Omit<WorkspaceSnapshot, 'database'>> {
  const files: WorkspaceFile[] = [];
  const emptyDirectories: string[] = [];

  async function visit(relative: string): Promise<boolean> {
    let empty = true;
    for (const entry of await readdir(join(directory, relative), { withFileTypes: true })) {
      if (IGNORED.has(entry.name)) continue;
      const path = relative === '' ? entry.name : `${relative}/${entry.name}`;
      if (entry.isDirectory()) {
        if (await visit(path)) emptyDirectories.push(path);
        empty = false;
      } else if ((await stat(join(directory, path)).catch(() => null))?.isFile()) {
        files.push({ path, content: new Uint8Array(await readFile(join(directory, path))) });
        empty = false;
      }
    }
    return empty;
  }

  await visit('');
  return { files, emptyDirectories };
}

/** Makes the same changes on disk. A folder that a removal left empty goes too, unless it is among the changes. */
export async function writeChanges(directory: string, changes: readonly FileChange[]): Promise<void> {
  for (const change of changes) {
    if (change.kind !== 'removed') continue;
    await rm(join(directory, change.path), { recursive: true, force: true });
    await removeEmptyFolders(directory, dirname(change.path));
  }
  for (const change of changes) {
    const path = join(directory, change.path);
    if (change.kind === 'directory') await mkdir(path, { recursive: true });
    else if (change.kind === 'written') {
      await mkdir(dirname(path), { recursive: true });
      await writeFile(path, change.content);
    }
  }
}

async function removeEmptyFolders(directory: string, path: string): Promise<void> {
  if (path === '.') return;
  const entries = await readdir(join(directory, path)).catch(() => null);
  if (entries?.length !== 0) return;
  await rmdir(join(directory, path));
  await removeEmptyFolders(directory, dirname(path));
}
