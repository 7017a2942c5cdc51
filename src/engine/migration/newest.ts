import type { RevisionFile } from './revision';

/**
 * The revision that the panel shows when nothing else is asked for: the head of the chain; of several heads, and of
 * files that Alembic cannot read, the one written last.
 */
export function newestRevision(revisions: readonly RevisionFile[]): RevisionFile | null {
  return (
    latest(revisions.filter((file) => file.isHead)) ??
    latest(revisions.filter((file) => file.error === null)) ??
    latest(revisions)
  );
}

function latest(files: readonly RevisionFile[]): RevisionFile | null {
  return files.reduce<RevisionFile | null>((best, file) => {
    return best === null || (file.createDate ?? '') > (best.createDate ?? '') ? file : best;
  }, null);
}
