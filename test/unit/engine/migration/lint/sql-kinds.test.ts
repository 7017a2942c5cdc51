import { expect, test } from 'vitest';
import { isConcurrent } from '../../../../../src/engine/migration/lint/concurrently';
import { kindsOf } from '../../../../../src/engine/migration/lint/sql-kinds';
import { sqlTokens } from '../../../../../src/engine/migration/lint/sql-tokens';
import { createIndex, dropIndex, execute } from '../make';

test.each([
  ['DROP SCHEMA IF EXISTS "My Shop", b CASCADE', [{ does: 'drop schema', names: ['My Shop', 'b'] }]],
  ['alter schema a rename to b', [{ does: 'rename schema', from: 'a', to: 'b' }]],
  [
    "CREATE TYPE shop.roles AS ENUM ('a')",
    [{ does: 'create type', type: { schema: 'shop', table: 'roles' } }],
  ],
  ['DROP TYPE IF EXISTS roles', [{ does: 'drop type', type: { schema: null, table: 'roles' } }]],
  [
    "ALTER TYPE roles RENAME VALUE 'it''s' TO 'b'",
    [{ does: 'rename value', type: { schema: null, table: 'roles' }, from: "it's", to: 'b' }],
  ],
  [
    "ALTER TYPE roles ADD VALUE IF NOT EXISTS 'c'",
    [{ does: 'add value', type: { schema: null, table: 'roles' }, label: 'c', placed: false }],
  ],
  [
    "ALTER TYPE roles ADD VALUE 'c' AFTER 'b'",
    [{ does: 'add value', type: { schema: null, table: 'roles' }, label: 'c', placed: true }],
  ],
  [
    'ALTER TABLE users SET SCHEMA shop;',
    [{ does: 'move table', table: { schema: null, table: 'users' }, schema: 'shop' }],
  ],
  ['-- DROP SCHEMA a\nSELECT 1', [{ does: 'read' }]],
  ['/* a /* DO */ b */ GRANT ALL ON t TO x', [{ does: 'define' }]],
  ['SELECT $x$; DROP SCHEMA a; $x$', [{ does: 'read' }]],
  ["SELECT E'\\'; DROP SCHEMA a'; CALL f()", [{ does: 'read' }, { does: 'unknown', word: 'CALL' }]],
  ['DO $$ BEGIN END $$', [{ does: 'unknown', word: 'DO' }]],
  ['create unique index concurrently if not exists a on b (c)', [{ does: 'concurrently' }]],
  ['', []],
  [';;', []],
])('%s', (sql, kinds) => {
  expect(kindsOf(sql)).toEqual(kinds);
});

test.each([
  ['INSERT INTO shop.posts SELECT 1', 'insert', { schema: 'shop', table: 'posts' }],
  ['update only posts set a = 1', 'update', { schema: null, table: 'posts' }],
  ['DELETE FROM "Posts"', 'delete', { schema: null, table: 'Posts' }],
  ['TRUNCATE TABLE posts', 'delete', { schema: null, table: 'posts' }],
  ['TRUNCATE posts', 'delete', { schema: null, table: 'posts' }],
])('%s', (sql, does, table) => {
  expect(kindsOf(sql)).toMatchObject([{ does, table }]);
});

test('names in quotes keep their letters, others lose their capitals', () => {
  expect(sqlTokens('A."B""c"')).toEqual([
    { kind: 'word', text: 'a' },
    { kind: 'symbol', text: '.' },
    { kind: 'name', text: 'B"c' },
  ]);
});

test('a string without an end ends with the SQL', () => {
  expect(sqlTokens("SELECT 'DROP")).toHaveLength(2);
  expect(sqlTokens('SELECT $$ DROP')).toHaveLength(2);
});

test('CONCURRENTLY is found in operations and in SQL', () => {
  const index = createIndex('ix', 'posts', ['slug']);
  expect(isConcurrent({ ...index, concurrently: true })).toBe(true);
  expect(isConcurrent(execute('DROP INDEX CONCURRENTLY ix'))).toBe(true);
  expect(isConcurrent(index)).toBe(false);
  expect(isConcurrent(dropIndex('ix', null))).toBe(false);
});
