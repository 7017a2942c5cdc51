/** Which revision the panel shows, and how each stands: pure decisions over the list of files and the heads. */
import { newestRevision } from '../engine/migration/newest';
import type { RevisionFile, RevisionList } from '../engine/migration/revision';
import type { RevisionChoice, RevisionEntry, ShownBecause } from './look-types';

/** What the choice depends on. */
export interface Situation {
  pinned: RevisionChoice | null;
  /** The file in the editor, whatever it is. */
  openFile: string | null;
  /** There is a pending revision to show, if only the last that could be made. */
  hasPending: boolean;
  revisions: readonly RevisionFile[];
  /** What the database has applied last. */
  heads: readonly string[];
}

export interface Chosen {
  choice: RevisionChoice;
  because: ShownBecause;
}

/** What is pinned, else the file that is open, else what is pending, else what is not applied, else the head. */
export function chooseRevision(situation: Situation): Chosen | null {
  const { pinned, openFile, hasPending, revisions, heads } = situation;
  const file = (path: string, because: ShownBecause): Chosen => ({ choice: { kind: 'file', path }, because });
  const isThere = (path: string): boolean => revisions.some((one) => one.path === path);
  if (pinned?.kind === 'file' && isThere(pinned.path)) return { choice: pinned, because: 'pinned' };
  if (pinned?.kind === 'pending' && hasPending) return { choice: pinned, because: 'pinned' };
  if (openFile !== null && isThere(openFile)) return file(openFile, 'open-file');
  if (hasPending) return { choice: { kind: 'pending' }, because: 'pending' };
  const next = unapplied(revisions, heads)[0];
  if (next) return file(next.path, 'not-applied');
  const head = newestRevision(revisions);
  return head && file(head.path, 'head');
}

/** The revisions that the database has not seen, in the order in which they would be applied. */
export function unapplied(revisions: readonly RevisionFile[], heads: readonly string[]): RevisionFile[] {
  const applied = ancestors(revisions, heads);
  return inOrder(revisions).filter(({ revision }) => revision !== null && !applied.has(revision));
}

/** The list to choose from, newest first. */
export function entriesOf(
  { revisions }: Pick<RevisionList, 'revisions'>,
  heads: readonly string[],
  hasPending: boolean,
): RevisionEntry[] {
  const applied = ancestors(revisions, heads);
  const files = inOrder(revisions).map(({ revision, message, path }): RevisionEntry => {
    const isApplied = revision !== null && applied.has(revision);
    const isHead = revision !== null && heads.includes(revision);
    return {
      choice: { kind: 'file', path },
      revision,
      message,
      state: isHead ? 'head' : isApplied ? 'applied' : 'not-applied',
    };
  });
  if (hasPending) files.push({ choice: { kind: 'pending' }, revision: null, message: '', state: 'pending' });
  return files.reverse();
}

/** The heads and all that comes before them. */
function ancestors(revisions: readonly RevisionFile[], heads: readonly string[]): Set<string> {
  const byId = new Map(revisions.flatMap((file) => (file.revision === null ? [] : [[file.revision, file]])));
  const found = new Set<string>();
  const next = [...heads];
  for (let id = next.pop(); id !== undefined; id = next.pop()) {
    const file = byId.get(id);
    if (found.has(id) || file === undefined) continue;
    found.add(id);
    next.push(...file.downRevision, ...file.dependsOn);
  }
  return found;
}

/** Each after those that it follows, otherwise by date; files that cannot be read come last. */
function inOrder(revisions: readonly RevisionFile[]): RevisionFile[] {
  const waiting = revisions.toSorted((a, b) => ((a.createDate ?? '~') < (b.createDate ?? '~') ? -1 : 1));
  const ids = new Set(revisions.map(({ revision }) => revision));
  const done = new Set<string | null>();
  const ordered: RevisionFile[] = [];
  while (waiting.length > 0) {
    const ready = waiting.findIndex(({ downRevision, dependsOn }) =>
      [...downRevision, ...dependsOn].every((id) => done.has(id) || !ids.has(id)),
    );
    // Files that follow each other in a circle are an error that Alembic reports.
    const [file] = waiting.splice(Math.max(ready, 0), 1);
    if (file === undefined) break;
    done.add(file.revision);
    ordered.push(file);
  }
  return ordered;
}
