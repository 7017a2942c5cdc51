import type { FileChange, WorkspaceSnapshot } from '../types';
import { type FileTree, bytesOf, compareC } from './file-tree';
import { nameOf, parentOf } from './paths';

/** Entries of a project folder that are neither read nor written, by name (DESIGN.md, "The report"). */
export const IGNORED = new Set(['.git', '.venv', 'node_modules', '__pycache__']);

const ignored = (name: string): boolean => IGNORED.has(name);

/** What a folder holds: a file's bytes, or null for an empty directory; paths relative to the folder. */
export type Listing = ReadonlyMap<string, Uint8Array | null>;

const strictDecoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** Lists the files and the empty directories below `folder`. The bytes are not copied. */
export function listFolder(tree: FileTree, folder: string): Listing {
  const listing = new Map<string, Uint8Array | null>();
  if (tree.stat(folder)?.kind !== 'directory') return listing;
  for (const [path, node] of tree.walk(folder, ignored)) {
    listing.set(path.slice(folder.length + 1), node.kind === 'file' ? bytesOf(node) : null);
  }
  return listing;
}

/** What leads from `before` to `after`, sorted by path. */
export function changesBetween(before: Listing, after: Listing): FileChange[] {
  const changes: FileChange[] = [];
  for (const [path, content] of after) {
    const old = before.get(path);
    if (content === null) {
      if (old !== null) changes.push({ kind: 'directory', path });
    } else if (!old || !sameBytes(old, content)) {
      changes.push({ kind: 'written', path, content: textOrBytes(content) });
    }
  }
  for (const path of before.keys()) if (!after.has(path)) changes.push({ kind: 'removed', path });
  return changes.sort((a, b) => compareC(a.path, b.path));
}

/**
 * Applies changes that were made elsewhere (in the editor) to the folder. Removals come first, and with the last file
 * goes its directory: one that stays is among the changes, as an empty directory.
 */
export function applyChanges(tree: FileTree, folder: string, changes: readonly FileChange[]): void {
  for (const change of changes) {
    if (change.kind !== 'removed') continue;
    let path = `${folder}/${change.path}`;
    if (tree.stat(path)) tree.remove(path, { recursive: true });
    for (path = parentOf(path); path !== folder && isEmpty(tree, path); path = parentOf(path))
      tree.remove(path);
  }
  for (const change of changes) {
    const path = `${folder}/${change.path}`;
    if (change.kind === 'directory') tree.mkdir(path, { parents: true });
    if (change.kind !== 'written') continue;
    tree.mkdir(parentOf(path), { parents: true });
    tree.write(path, change.content);
  }
}

function isEmpty(tree: FileTree, path: string): boolean {
  return tree.stat(path)?.kind === 'directory' && tree.list(path).length === 0;
}

/** Replaces all that lies in the folder by what the snapshot holds. */
export function fillFolder(tree: FileTree, folder: string, snapshot: WorkspaceSnapshot): void {
  if (tree.stat(folder)) tree.remove(folder, { recursive: true });
  tree.mkdir(folder, { parents: true });
  applyChanges(tree, folder, [
    ...snapshot.emptyDirectories.map((path) => ({ kind: 'directory' as const, path })),
    ...snapshot.files
      .filter((file) => !file.path.split('/').some((part) => IGNORED.has(part)) && nameOf(file.path) !== '')
      .map((file) => ({ kind: 'written' as const, ...file })),
  ]);
}

function sameBytes(a: Uint8Array, b: Uint8Array): boolean {
  return a === b || (a.length === b.length && a.every((byte, index) => byte === b[index]));
}

function textOrBytes(content: Uint8Array): string | Uint8Array {
  try {
    return strictDecoder.decode(content);
  } catch {
    return content.slice();
  }
}
