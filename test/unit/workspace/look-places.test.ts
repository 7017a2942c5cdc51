import { describe, expect, test } from 'vitest';
import type { ModelPlace, Preview } from '../../../src/engine/migration/preview';
import { buildView } from '../../../src/engine/migration/view';
import { linesOf, partAt, problemsOf } from '../../../src/workspace/look-places';
import type { Shown } from '../../../src/workspace/look-types';
import { createTable, database, dropTable, key, revision } from '../engine/migration/make';

const at = (line: number) => ({
  span: { line, column: 4, endLine: line + 1, endColumn: 5 },
  statement: { line, endLine: line + 1 },
});

const path = 'migrations/versions/new_.py';
const upgrade = [
  { ...createTable('users'), ...at(10) },
  { ...createTable('shop.orders', key('user_id', 'users')), ...at(20) },
];
// The wrong way round: PostgreSQL will refuse the first.
const downgrade = [
  { ...dropTable('users'), ...at(30) },
  { ...dropTable('shop.orders'), ...at(40) },
];
const view = buildView(revision(upgrade, downgrade, { path }), '', database([]));
const shown: Shown = { choice: { kind: 'file', path }, because: 'open-file', view, stale: false };

const models: ModelPlace[] = [
  {
    schema: null,
    table: 'users',
    path: 'app/user.py',
    line: 4,
    columns: [{ name: 'id', path: 'app/base.py', line: 7 }],
  },
  {
    schema: 'shop',
    table: 'orders',
    path: 'app/order.py',
    line: 4,
    columns: [{ name: 'user_id', path: 'app/order.py', line: 8 }],
  },
];

describe('from a line to what it is about', () => {
  test.each<[path: string, line: number, part: string | null]>([
    [path, 10, 'up:1'],
    [path, 11, 'up:1'],
    [path, 12, null],
    [path, 41, 'down:2'],
    ['app/user.py', 4, 'table:users'],
    ['app/base.py', 7, 'column:users.id'],
    ['app/order.py', 8, 'column:shop.orders.user_id'],
    ['app/order.py', 9, null],
    ['elsewhere.py', 10, null],
  ])('%s:%i', (file, line, part) => {
    expect(partAt(models, shown, file, line)).toBe(part);
  });

  test('of a pending revision there is no file to point at', () => {
    expect(partAt(models, { ...shown, choice: { kind: 'pending' } }, path, 10)).toBeNull();
  });
});

test('from parts to their lines, in models and in the revision', () => {
  const parts = new Set(['table:users', 'column:shop.orders.user_id', 'down:1', 'up-sql:1']);
  expect(linesOf(parts, models, shown)).toEqual([
    { path: 'app/user.py', line: 4, endLine: 4 },
    { path: 'app/order.py', line: 8, endLine: 8 },
    { path, line: 30, endLine: 31 },
  ]);
  expect(linesOf(new Set(), models, shown)).toEqual([]);
});

describe('what is wrong, for the editor', () => {
  const preview = (outcome: Preview['outcome']): Preview => ({
    outcome,
    beforeInit: false,
    importTrace: null,
    models: [],
    milliseconds: 1,
  });
  const error = { type: 'NameError', message: 'name', path: 'app/user.py', line: 3, sqlstate: null };

  test('models that cannot be imported', () => {
    expect(problemsOf(preview({ kind: 'import-failed', error }), null)).toEqual([
      { path: 'app/user.py', line: 3, message: 'NameError: name', severity: 'error' },
    ]);
    expect(problemsOf(preview({ kind: 'import-failed', error: { ...error, line: null } }), null)).toEqual([]);
    expect(problemsOf(preview({ kind: 'no-changes' }), null)).toEqual([]);
  });

  test('a step that will be refused, said once', () => {
    const problems = problemsOf(null, shown);
    expect(problems.filter(({ line }) => line === 30)).toHaveLength(1);
    expect(problems).toContainEqual(
      expect.objectContaining({ path, line: 30, severity: 'error' }) as unknown,
    );
  });

  test('nothing of a revision that is not written', () => {
    expect(problemsOf(null, { ...shown, choice: { kind: 'pending' } })).toEqual([]);
  });
});
