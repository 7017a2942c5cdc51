import type { Text } from './text';

/** One line of the difference between two states of the catalog: `+` is there now, `-` is gone. */
export interface DiffLine {
  sign: '+' | '-' | ' ';
  text: string;
}

/** Why a command of a proof failed. */
export interface ProofFailure {
  message: string;
  sqlstate: string | null;
  /** The student's innermost line that it goes back to: relative to the workspace. */
  path: string | null;
  line: number | null;
  /** What the command printed. */
  output: string;
}

/** One command of a proof and how the database stood after it. */
export interface ProofStop {
  command: 'upgrade' | 'downgrade';
  /** As it would be typed: `flask db upgrade 8aead516a74e`. */
  typed: string;
  /** Null where the command went through. */
  failure: ProofFailure | null;
  /** What differs from the state that it should have reached; empty where it is equal, null after a failure or without one to compare with. */
  difference: DiffLine[] | null;
  seconds: number;
}

/** What became of a table's rows over the round trip; tables whose rows are all as they were are left out. */
export interface RowChange {
  table: string;
  before: number;
  after: number;
  /** Rows of before that are no longer there as they were: lost or changed. */
  lost: number;
  /** Rows that were not there before. */
  added: number;
  /** The columns in which rows that are still there differ; also the one that is gone. */
  columns: string[];
  /** It lies in the nature of a round trip: the revision itself makes the table or the columns, so its downgrade takes them away. */
  inherent: boolean;
}

/** Something that the downgrade leaves behind. */
export interface LeftBehind {
  kind: 'enum' | 'sequence' | 'other';
  /** For `other` with what it is: `function add(integer)`. */
  name: string;
}

/** What a round trip on a copy of the database showed. */
export interface Proof {
  revision: string;
  message: string;
  /** Relative to the workspace. Of a pending revision it is where the file would lie. */
  path: string;
  /** The revision that `flask db migrate` would write now; there is no file of it. */
  pending: boolean;
  passed: boolean;
  /** What was done on the copy before the round trip, so that this revision could run next. */
  preparations: Text[];
  stops: ProofStop[];
  rows: RowChange[];
  /** Enum types, sequences and other things beside tables that the downgrade leaves behind. */
  leftBehind: LeftBehind[];
  /** What it comes to, in sentences. */
  conclusions: Text[];
  seconds: number;
}

/** What to prove: a file by its path, a revision as it is typed (`head`, or the beginning of its id), or what is pending, else the newest. */
export type ProofChoice =
  | { kind: 'file'; path: string }
  | { kind: 'typed'; revision: string }
  | { kind: 'newest' }
  | { kind: 'pending' };
