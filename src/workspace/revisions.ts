/** Which files are revisions. */
import type { FileChange } from '../engine/types';

/** A Python file in a `versions` folder, as Alembic's script locations have. */
export function isRevision(path: string): boolean {
  return /(^|\/)versions\/[^/]+\.py$/.test(path);
}

/** The revisions that a command wrote anew. */
export function revisionsWritten(
  changes: readonly FileChange[],
  wasThere: (path: string) => boolean,
): string[] {
  return changes
    .filter((change) => change.kind === 'written' && isRevision(change.path) && !wasThere(change.path))
    .map((change) => change.path);
}
