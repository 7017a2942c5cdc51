/** What was removed and how it comes back. */
import type { FileChange, WorkspaceSnapshot } from '../engine/types';
import { parentOf } from './paths';
import type { Tabs } from './tabs';

export interface Removal {
  /** A full sentence: "Removed app/seeds (4 files)." */
  message: string;
  restore:
    | { kind: 'files'; changes: FileChange[] }
    /** Reset replaces everything, so undoing it does too. */
    | { kind: 'workspace'; snapshot: WorkspaceSnapshot; tabs: Tabs };
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
