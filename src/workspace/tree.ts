/** Paths as a tree, and the tree as the rows that are on screen. */
import type { Files } from './files';
import { ancestorsOf, nameOf, parentOf } from './paths';

export interface TreeRow {
  kind: 'file' | 'directory';
  path: string;
  name: string;
  /** 1 at the root, as aria-level counts. */
  level: number;
  /** Where it stands among its siblings, from 1, and how many they are. */
  position: number;
  siblings: number;
  expanded: boolean;
}

interface Entry {
  kind: TreeRow['kind'];
  path: string;
}

/** The rows of the tree that are not hidden in a closed directory: directories first, then files, by name. */
export function visibleRows(tree: Files, expanded: ReadonlySet<string>): TreeRow[] {
  const children = childrenByDirectory(tree);
  const rows: TreeRow[] = [];
  const walk = (directory: string, level: number): void => {
    const entries = (children.get(directory) ?? []).sort(compare);
    entries.forEach(({ kind, path }, index) => {
      const isOpen = kind === 'directory' && expanded.has(path);
      rows.push({
        kind,
        path,
        name: nameOf(path),
        level,
        position: index + 1,
        siblings: entries.length,
        expanded: isOpen,
      });
      if (isOpen) walk(path, level + 1);
    });
  };
  walk('', 1);
  return rows;
}

function childrenByDirectory({ files, emptyDirectories }: Files): Map<string, Entry[]> {
  const children = new Map<string, Entry[]>();
  const seen = new Set<string>();
  const add = (entry: Entry): void => {
    if (seen.has(entry.path)) return;
    seen.add(entry.path);
    const parent = parentOf(entry.path);
    const siblings = children.get(parent);
    if (siblings) siblings.push(entry);
    else children.set(parent, [entry]);
  };
  const addAncestors = (path: string): void => {
    for (const directory of ancestorsOf(path)) add({ kind: 'directory', path: directory });
  };
  for (const path of emptyDirectories) {
    addAncestors(path);
    add({ kind: 'directory', path });
  }
  for (const path of files.keys()) {
    addAncestors(path);
    add({ kind: 'file', path });
  }
  return children;
}

function compare(a: Entry, b: Entry): number {
  if (a.kind !== b.kind) return a.kind === 'directory' ? -1 : 1;
  return nameOf(a.path).localeCompare(nameOf(b.path), 'en', { numeric: true });
}

/** What a key does to the tree's selection. */
export type TreeMove = { select: string } | { expand: string } | { collapse: string } | null;

/** The arrow keys, Home and End as the ARIA practices describe them for a tree. */
export function moveInTree(rows: readonly TreeRow[], selected: string | null, key: string): TreeMove {
  const index = rows.findIndex((row) => row.path === selected);
  const row = rows[index];
  const at = (position: number): TreeMove => {
    const target = rows[position];
    return target ? { select: target.path } : null;
  };
  switch (key) {
    case 'ArrowDown':
      return at(index + 1);
    case 'ArrowUp':
      return index < 0 ? at(rows.length - 1) : at(index - 1);
    case 'Home':
      return at(0);
    case 'End':
      return at(rows.length - 1);
    case 'ArrowRight':
      if (row?.kind !== 'directory') return null;
      return row.expanded ? at(index + 1) : { expand: row.path };
    case 'ArrowLeft':
      if (!row) return null;
      if (row.expanded) return { collapse: row.path };
      return row.level > 1 ? { select: parentOf(row.path) } : null;
    default:
      return null;
  }
}
