import type { Text } from './text';

/** One line of the difference between two states of the catalog: `+` is there now, `-` is gone. */
export interface DiffLine {
  sign: '+' | '-' | ' ';
  text: string;
}

/** One command of a proof and how the database stood after it. */
export interface ProofStop {
  command: 'upgrade' | 'downgrade';
  /** Null where the command went through. `step` is the operation it failed at, where that is known. */
  failure: { message: string; sqlstate: string | null; path: string | null; line: number | null } | null;
  /** What differs from the state that it should have reached; empty where it is equal, null after a failure or without one to compare with. */
  difference: DiffLine[] | null;
}

/** What became of a table's rows over the round trip. */
export interface RowChange {
  table: string;
  before: number;
  after: number;
  /** Rows of before that are no longer there as they were: lost or changed. */
  lost: number;
}

/** What a round trip on a copy of the database showed. */
export interface Proof {
  revision: string;
  message: string;
  passed: boolean;
  stops: ProofStop[];
  rows: RowChange[];
  /** Enum types and sequences that the downgrade leaves behind, as `kind name`. */
  leftBehind: { kind: 'enum' | 'sequence' | 'other'; name: string }[];
  /** What it comes to, in sentences. */
  conclusions: Text[];
  seconds: number;
}
