import { describe, expect, it } from 'vitest';
import {
  NO_TRANSACTION,
  type Observed,
  type Transaction,
  advance,
  obstacle,
  readReply,
} from '../../../../src/engine/postgres/transaction';
import { concat, message, readyForQuery } from '../../../../src/engine/postgres/wire';

const open: Transaction = { ...NO_TRANSACTION, status: 'open' };
const nothing: Observed = {
  wrote: false,
  isolation: 'read committed',
  cursors: 0,
  lockedTables: 0,
  advisoryLocks: 0,
};

describe('readReply', () => {
  it('takes tags without their counts, and the last status', () => {
    const reply = concat([
      message('C', 'INSERT 0 3'),
      readyForQuery('idle'),
      message('C', 'CREATE TABLE'),
      readyForQuery('open'),
    ]);
    expect(readReply(reply)).toEqual({ tags: ['INSERT', 'CREATE TABLE'], status: 'open', notified: false });
  });
});

describe('advance', () => {
  const after = (sql: string, tags: string[], before = open): Transaction =>
    advance(before, () => sql, { tags, status: 'open', notified: false });

  it('counts savepoints', () => {
    const two = after('', ['SAVEPOINT', 'SAVEPOINT']);
    expect(two.savepoints).toBe(2);
    expect(after('', ['RELEASE', 'RELEASE', 'RELEASE'], two).savepoints).toBe(0);
    expect(after('', ['ROLLBACK'], two).savepoints).toBe(2);
  });

  it('starts anew after a commit with a chain', () => {
    expect(after('', ['SAVEPOINT', 'COMMIT'])).toEqual(open);
  });

  it('forgets all at the end', () => {
    const facts = { tags: [], status: 'idle' as const, notified: false };
    expect(advance(after('', ['SAVEPOINT', 'LISTEN']), () => '', facts)).toEqual(NO_TRANSACTION);
  });

  it.each(['set  local x = 1', "select set_config('a', 'b', true)", "select pg_notify('a', '')"])(
    'notes what %s leaves until the commit',
    (sql) => {
      expect(after(sql, []).pinnedBy).not.toBeNull();
    },
  );

  it('is not over before its ReadyForQuery', () => {
    expect(advance(open, () => '', { tags: [], status: null, notified: false }).complete).toBe(false);
  });
});

describe('obstacle', () => {
  it.each([
    ['an idle connection', NO_TRANSACTION],
    ['one that only read', open],
    ['one that failed', { ...open, status: 'failed' as const }],
  ])('is none for %s', (_, transaction) => {
    expect(obstacle(transaction, nothing)).toBeNull();
  });

  it.each<[string, Partial<Transaction>, Partial<Observed>]>([
    ['changed data', {}, { wrote: true }],
    ['SERIALIZABLE', {}, { isolation: 'serializable' }],
    ['locks a table', {}, { lockedTables: 1 }],
    ['cursor', {}, { cursors: 1 }],
    ['advisory lock', { status: 'idle' }, { advisoryLocks: 1 }],
    ['savepoint', { savepoints: 1 }, {}],
    ['savepoint', { savepoints: 1, status: 'failed' }, {}],
    ['pipeline', { complete: false }, {}],
    ['NOTIFY', { pinnedBy: 'has sent a NOTIFY' }, {}],
  ])('says: %s', (words, transaction, observed) => {
    expect(obstacle({ ...open, ...transaction }, { ...nothing, ...observed })).toContain(words);
  });
});
