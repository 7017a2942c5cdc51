import { type TransactionStatus, messages, statusOf, strings } from './wire';

/** What is known of a connection's transaction from the messages that went to and fro. */
export interface Transaction {
  status: TransactionStatus;
  /** How many savepoints stand, at most: a RELEASE that takes several along is counted as one. */
  savepoints: number;
  /** What of it could not be made again after it was put aside, as in "has ..."; null when there is nothing. */
  pinnedBy: string | null;
  /** False in the middle of an extended query: its Sync is still to come. */
  complete: boolean;
}

export const NO_TRANSACTION: Transaction = { status: 'idle', savepoints: 0, pinnedBy: null, complete: true };

/** What one reply says of the transaction; `status` is null when it has no ReadyForQuery. */
export interface ReplyFacts {
  /** The tags of CommandComplete, without the counts: `INSERT`, `CREATE TABLE`, `SAVEPOINT` ... */
  tags: string[];
  status: TransactionStatus | null;
  notified: boolean;
}

export function readReply(reply: Uint8Array): ReplyFacts {
  const facts: ReplyFacts = { tags: [], status: null, notified: false };
  for (const { type, body } of messages(reply)) {
    if (type === 'C') facts.tags.push((strings(body)[0] ?? '').replace(/( \d+)+$/, ''));
    else if (type === 'Z') facts.status = statusOf(body);
    else if (type === 'A') facts.notified = true;
  }
  return facts;
}

/** Statements that leave nothing behind in the tables or the catalog. */
const CHANGES_NOTHING = new Set([
  ...[
    'SELECT',
    'SHOW',
    'SET',
    'RESET',
    'FETCH',
    'MOVE',
    'VALUES',
    'EXPLAIN',
    'DECLARE CURSOR',
    'CLOSE CURSOR',
  ],
  ...[
    'CLOSE CURSOR ALL',
    'SAVEPOINT',
    'RELEASE',
    'ROLLBACK',
    'BEGIN',
    'COMMIT',
    'LISTEN',
    'UNLISTEN',
    'NOTIFY',
  ],
  ...[
    'PREPARE',
    'DEALLOCATE',
    'DEALLOCATE ALL',
    'DISCARD ALL',
    'LOCK TABLE',
    'SET CONSTRAINTS',
    'DO',
    'CALL',
  ],
  ...['LOAD', 'CHECKPOINT', 'COPY'],
]);

/** What a reply says was changed: tags with their rows, or 1 where none are counted. A change of no rows is none. */
export function changesIn(reply: Uint8Array): [tag: string, count: number][] {
  const changes: [string, number][] = [];
  for (const { type, body } of messages(reply)) {
    if (type !== 'C') continue;
    const [, tag = '', rows] = /^(.*?)(?: \d+)*?(?: (\d+))?$/.exec(strings(body)[0] ?? '') ?? [];
    const count = rows === undefined ? 1 : Number(rows);
    if (count > 0 && !CHANGES_NOTHING.has(tag)) changes.push([tag, count]);
  }
  return changes;
}

/** Effects that end with the transaction, so that its first half cannot be committed and its second begun again. */
const PINNED_BY_TAG: Record<string, string> = {
  'SET CONSTRAINTS': 'has deferred its constraints (SET CONSTRAINTS)',
  LISTEN: 'has a LISTEN that takes effect at its commit',
  UNLISTEN: 'has an UNLISTEN that takes effect at its commit',
  NOTIFY: 'has sent a NOTIFY that goes out at its commit',
};

/** The same, where no tag tells: a word too many only makes the rule stricter. */
const PINNED_BY_WORD: [RegExp, string][] = [
  [/\bset\s+local\b|\bset_config\s*\(/i, 'has settings of its own (SET LOCAL)'],
  [/\bpg_notify\s*\(/i, 'has sent a NOTIFY that goes out at its commit'],
];

/** The transaction after one more exchange. */
export function advance(before: Transaction, sql: () => string, { tags, status }: ReplyFacts): Transaction {
  if (status === null) return { ...before, complete: false };
  if (status === 'idle') return NO_TRANSACTION;
  let { savepoints, pinnedBy } = before;
  for (const tag of tags) {
    if (tag === 'COMMIT') [savepoints, pinnedBy] = [0, null];
    if (tag === 'SAVEPOINT') savepoints += 1;
    if (tag === 'RELEASE') savepoints = Math.max(0, savepoints - 1);
    pinnedBy ??= PINNED_BY_TAG[tag] ?? null;
  }
  if (status === 'open' && pinnedBy === null) {
    const text = sql();
    pinnedBy = PINNED_BY_WORD.find(([word]) => word.test(text))?.[1] ?? null;
  }
  return { status, savepoints, pinnedBy, complete: true };
}

/** What Postgres itself says of the open transaction; see session-state.ts. */
export interface Observed {
  wrote: boolean;
  isolation: string;
  /** Named cursors that end with the transaction. */
  cursors: number;
  /** Tables locked by more than reading them. */
  lockedTables: number;
  advisoryLocks: number;
}

/** Why the session cannot be lent to another connection, as a phrase that follows "another connection"; or null. */
export function obstacle(transaction: Transaction, observed: Observed | null): string | null {
  if (!transaction.complete) return 'is in the middle of a pipeline';
  // What a failed transaction did is lost already, unless it can still go back to a savepoint.
  if (transaction.status === 'failed') return transaction.savepoints > 0 ? 'has a savepoint' : null;
  if (observed === null) return null;
  if (observed.advisoryLocks > 0) return 'holds an advisory lock';
  if (transaction.status === 'idle') return null;
  if (observed.wrote) return 'has a transaction open that has changed data';
  if (observed.isolation !== 'read committed')
    return `has a ${observed.isolation.toUpperCase()} transaction open`;
  if (observed.lockedTables > 0) return 'has a transaction open that locks a table';
  if (transaction.savepoints > 0) return 'has a transaction open with a savepoint in it';
  if (observed.cursors > 0) return 'has a transaction open that reads from a cursor';
  if (transaction.pinnedBy !== null) return `has a transaction open that ${transaction.pinnedBy}`;
  return null;
}
