import type { Fix } from './edits';
import type { Operation } from './operations';
import type { Text } from './text';

/** Why PostgreSQL will not run a step as things stand when its turn comes. */
export interface Refusal {
  /**
   * `2BP01`: others depend on it; `42P01`, `42703`, `42704`, `3F000`: no such table, column, constraint or index,
   * schema; `42P07`, `42701`, `42710`: there is such a table or index, column, constraint already; `42830`: a key
   * references what is not unique.
   */
  sqlstate: '2BP01' | '42P01' | '42703' | '42704' | '3F000' | '42P07' | '42701' | '42710' | '42830';
  /** The foreign keys in the way. */
  by: { table: string; key: string; columns: string[] }[];
  /** What PostgreSQL will say, first line. */
  message: string;
  sentence: Text;
  /** The order of steps that works, as an edit of the revision file; null where there is none. */
  fix: Fix | null;
}

/** One operation of the upgrade, numbered from 1 as it runs, with its plain words. */
export interface UpgradeStep {
  number: number;
  operation: Operation;
  sentence: Text;
  /** What it concerns, as sentences name it (`shop.orders`), or null; and those of its columns that it names. */
  table: string | null;
  columns: string[];
  /** Why it stands where it does; null where its place does not matter. */
  reason: Text | null;
  refused: Refusal | null;
}

/** One operation of the downgrade, in the revision's own order, with the reason for its place. */
export interface DowngradeStep extends UpgradeStep {
  reason: Text;
  /** The step of the upgrade that this one takes back, or null. */
  reverses: number | null;
}
