/** What the side panel shows of revisions: the look ahead, the choice of a revision, and how its parts belong together. */
import type { Fix } from '../engine/migration/edits';
import type { Preview } from '../engine/migration/preview';
import type { Proof } from '../engine/migration/proof';
import type { RevisionView } from '../engine/migration/view';

/** How the look ahead stands. What was last seen stays on show while it is not `known`. */
export type LookState =
  | { kind: 'engine-starting' }
  /** The worker was stopped or died; a new one is being started. */
  | { kind: 'engine-restarting'; reason: string }
  | { kind: 'engine-failed'; message: string }
  /** A program runs; the look ahead goes on when it has ended. */
  | { kind: 'paused'; line: string }
  /** For the first time since the engine is there. */
  | { kind: 'looking' }
  | { kind: 'known'; preview: Preview };

/** What can be shown: the revision that would be written, or a file (its path). */
export type RevisionChoice = { kind: 'pending' } | { kind: 'file'; path: string };

/** Why just this revision is shown. */
export type ShownBecause = 'pending' | 'not-applied' | 'head' | 'open-file' | 'pinned';

export interface Shown {
  choice: RevisionChoice;
  because: ShownBecause;
  view: RevisionView;
  /** The models have changed since and cannot be read now: this is the last that could be. */
  stale: boolean;
}

/** One entry of the list of revisions to choose from: newest first. */
export interface RevisionEntry {
  choice: RevisionChoice;
  /** Null for the pending one. */
  revision: string | null;
  message: string;
  state: 'pending' | 'not-applied' | 'head' | 'applied';
}

export type ProofState =
  | { kind: 'none' }
  | { kind: 'running'; path: string | null; step: string; done: number; total: number }
  /** `path` is that of the revision it was made for, null for the pending one; `outdated` when something has changed since. */
  | { kind: 'done'; path: string | null; proof: Proof; outdated: boolean }
  | { kind: 'failed'; path: string | null; message: string };

/**
 * One of the things that belong together: a model's column, an operation, a step of the downgrade, an SQL statement,
 * a table or key of the graph. As text: `up:1`, `down:2`, `up-sql:1`, `down-sql:2` (steps count from 1),
 * `table:shop.orders`, `column:shop.orders.id` (labels as the steps name tables), `key:` with the key's id in the graph.
 */
export type PartKey = string;

/** What the side panel shows and asks for. The workspace owns it; the panel only reads it and calls it. */
export interface Look {
  readonly state: LookState;
  /** The revision on show, with why; null when there is none. */
  readonly shown: Shown | null;
  /** What can be chosen, newest first. */
  readonly entries: readonly RevisionEntry[];
  /** What the student chose to keep on show; null while the look ahead chooses by itself. */
  readonly pinned: RevisionChoice | null;
  /** Null goes back to choosing by itself. */
  pin(choice: RevisionChoice | null): void;
  /** What belongs together with what is hovered or focused now. */
  readonly highlighted: ReadonlySet<PartKey>;
  /** Something is hovered or focused; null when nothing is any more. */
  highlight(key: PartKey | null): void;
  readonly proof: ProofState;
  /** Begins the round-trip proof of the revision on show. */
  prove(): void;
  /** A file is on show (not the pending revision), and no program runs. */
  readonly canFix: boolean;
  /** Edits the file on show. It can be undone in the editor and by the message that says so. */
  applyFix(fix: Fix): void;
  /** Types a command line into the terminal and runs it. */
  run(line: string): void;
  /** Shows a file in the editor. */
  open(path: string, line?: number): void;
}
