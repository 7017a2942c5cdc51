/**
 * What the page may do to files, as pure decisions: each function turns a wish into changes, and `applyChanges` is the only
 * one that carries changes out. The same changes go to the engine, so that both sides stay equal.
 */
import type { FileChange, WorkspaceFile } from '../engine/types';
import { ancestorsOf, isWithin, join, moved, parentOf } from './paths';

export type Content = string | Uint8Array;

/** Every file, and those directories that hold nothing; all other directories follow from the files. */
export interface Files {
  files: ReadonlyMap<string, Content>;
  emptyDirectories: ReadonlySet<string>;
}

interface MutableFiles {
  files: Map<string, Content>;
  emptyDirectories: Set<string>;
}

/** Carries changes out in place. */
export function applyChanges(target: MutableFiles, changes: readonly FileChange[]): void {
  for (const change of changes) {
    if (change.kind === 'removed') {
      for (const path of [...target.files.keys()]) if (isWithin(path, change.path)) target.files.delete(path);
      for (const path of [...target.emptyDirectories])
        if (isWithin(path, change.path)) target.emptyDirectories.delete(path);
      continue;
    }
    // What now holds something is no longer empty, nor is anything above it.
    for (const path of [...target.emptyDirectories])
      if (isWithin(change.path, path)) target.emptyDirectories.delete(path);
    if (change.kind === 'written') target.files.set(change.path, change.content);
    else target.emptyDirectories.add(change.path);
  }
}

export function exists({ files, emptyDirectories }: Files, path: string): boolean {
  return files.has(path) || isDirectory({ files, emptyDirectories }, path);
}

export function isDirectory({ files, emptyDirectories }: Files, path: string): boolean {
  if (path === '') return true;
  const below = (other: string): boolean => other !== path && isWithin(other, path);
  return emptyDirectories.has(path) || [...files.keys()].some(below) || [...emptyDirectories].some(below);
}

/** Why nothing can be named `name` in `directory`, in one sentence; null when it can. A name may be a path of several parts. */
export function refuseName(tree: Files, directory: string, name: string): string | null {
  const trimmed = name.trim();
  if (trimmed === '') return 'Type a name.';
  if (trimmed.split('/').some((part) => part === '' || part === '.' || part === '..'))
    return 'Each part of the path needs a name.';
  // eslint-disable-next-line no-control-regex -- control characters are what is looked for
  if (/[\u0000-\u001f\u007f]/.test(trimmed)) return 'A name holds no control characters.';
  const path = join(directory, trimmed);
  if (exists(tree, path)) return `${trimmed} exists already.`;
  const file = ancestorsOf(path).find((above) => tree.files.has(above));
  return file === undefined ? null : `${file} is a file, not a folder.`;
}

/** Removes a file or a directory with all that it holds; the directory that held it stays. */
export function removalOf(tree: Files, path: string): FileChange[] {
  return [...everythingWithin(tree, path), ...keepDirectory(tree, parentOf(path), path)];
}

/** Renames or moves a file or a directory. */
export function renameOf(tree: Files, from: string, to: string): FileChange[] {
  const changes = everythingWithin(tree, from);
  for (const [path, content] of tree.files) {
    const target = moved(path, from, to);
    if (target !== null) changes.push({ kind: 'written', path: target, content });
  }
  for (const path of tree.emptyDirectories) {
    const target = moved(path, from, to);
    if (target !== null) changes.push({ kind: 'directory', path: target });
  }
  const parent = parentOf(from);
  return isWithin(to, parent) ? changes : [...changes, ...keepDirectory(tree, parent, from)];
}

/** What brings back everything that `changes` remove from `tree`, as changes; empty when they remove nothing. */
export function restorationOf(tree: Files, changes: readonly FileChange[]): FileChange[] {
  const removed = changes.filter((change) => change.kind === 'removed').map((change) => change.path);
  if (removed.length === 0) return [];
  const kept = new Set(changes.flatMap((change) => (change.kind === 'written' ? [change.content] : [])));
  const lost = (path: string): boolean => removed.some((gone) => isWithin(path, gone));
  const restored: FileChange[] = [];
  for (const [path, content] of tree.files)
    // A file that turns up elsewhere with the same content was moved, not removed.
    if (lost(path) && !(content !== '' && kept.has(content)))
      restored.push({ kind: 'written', path, content });
  // A directory that is no longer empty is reported as removed, too, for a while: it is still there.
  const comesBack = (path: string): boolean =>
    changes.some((change) => change.kind !== 'removed' && isWithin(change.path, path));
  for (const path of tree.emptyDirectories)
    if (lost(path) && !comesBack(path)) restored.push({ kind: 'directory', path });
  return restored;
}

/** The files as a list in a stable order, as they are saved and handed to the engine. */
export function listFiles(files: ReadonlyMap<string, Content>): WorkspaceFile[] {
  return [...files]
    .map(([path, content]) => ({ path, content }))
    .sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0));
}

/** One change for each file and directory, inner ones first: what is removed one by one needs no rule for folders. */
function everythingWithin(tree: Files, path: string): FileChange[] {
  const within = [...tree.files.keys(), ...tree.emptyDirectories].filter((other) => isWithin(other, path));
  const directories = within.flatMap(ancestorsOf).filter((directory) => isWithin(directory, path));
  const all = [...new Set([...within, ...directories])];
  return all.sort((a, b) => b.length - a.length).map((gone) => ({ kind: 'removed', path: gone }));
}

function keepDirectory(tree: Files, directory: string, without: string): FileChange[] {
  if (directory === '') return [];
  const holds = (path: string): boolean =>
    path !== directory && isWithin(path, directory) && !isWithin(path, without);
  const stillHolds = [...tree.files.keys()].some(holds) || [...tree.emptyDirectories].some(holds);
  return stillHolds ? [] : [{ kind: 'directory', path: directory }];
}
