/** What was removed or changed for the student, and how it is taken back. */
import type { FileChange, WorkspaceSnapshot } from '../engine/types';
import type { Content } from './files';
import { parentOf } from './paths';
import type { Tabs } from './tabs';

export interface Removal {
  /** A full sentence: "Removed app/seeds (4 files)." */
  message: string;
  restore:
    | { kind: 'files'; changes: FileChange[] }
    /** Reset replaces everything, so undoing it does too. */
    | { kind: 'workspace'; snapshot: WorkspaceSnapshot; tabs: Tabs }
    /** A fix that was applied; it can be taken back while the file is as the fix left it. */
    | { kind: 'fix'; path: string; before: string; after: string };
}

/** Whether undoing it would bring back what it names and nothing older than what was typed since. */
export function canBeUndone({ restore }: Removal, files: ReadonlyMap<string, Content>): boolean {
  return restore.kind !== 'fix' || files.get(restore.path) === restore.after;
}

/** Says what a fix did, by its title; the title's backticks are for where code can be set apart. */
export function describeFix(title: string): string {
  return `Applied: ${title.replaceAll('`', '')}.`;
}

/** Says what went, by the one name that covers it. */
export function describeRemoval(restored: readonly FileChange[]): string {
  const paths = restored.map((change) => change.path);
  const [first] = paths;
  if (first === undefined) return 'Removed nothing.';
  if (paths.length === 1) return `Removed ${first}.`;
  const directory = commonDirectory(paths);
  const count = `${paths.length} files`;
  return directory === '' ? `Removed ${count}.` : `Removed ${count} in ${directory}.`;
}

function commonDirectory(paths: readonly string[]): string {
  let common = parentOf(paths[0] ?? '');
  while (common !== '' && !paths.every((path) => path.startsWith(`${common}/`))) common = parentOf(common);
  return common;
}
