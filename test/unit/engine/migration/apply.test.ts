import { expect, test } from 'vitest';
import { apply, removedKeys } from '../../../../src/engine/migration/apply';
import { catalogOf, resolve, tableLabel, type Catalog } from '../../../../src/engine/migration/catalog';
import type { Operation } from '../../../../src/engine/migration/operations';
import {
  addColumn,
  column,
  createForeignKey,
  createIndex,
  database,
  dropColumn,
  dropConstraint,
  dropIndex,
  dropTable,
  execute,
  key,
  name,
} from './make';

const start = catalogOf(database(['x'], { users: [], tweets: [key('user_id', 'users')] }));

function after(...operations: Operation[]): Catalog {
  return operations.reduce(apply, start);
}

/** Keys as `table.column -> table`. */
function keys(catalog: Catalog): string[] {
  return catalog.keys.map(
    (one) =>
      `${tableLabel(catalog, one.table)}.${one.columns.join()} -> ${tableLabel(catalog, one.referenced)}.${one.referencedColumns.join()}`,
  );
}

test('a key goes with its table, its column, its constraint, and what it references', () => {
  expect(keys(start)).toEqual(['tweets.user_id -> users.id']);
  expect(keys(after(dropTable('tweets')))).toEqual([]);
  expect(keys(after(dropColumn('tweets', 'user_id')))).toEqual([]);
  expect(keys(after(dropConstraint('tweets_user_id_fkey', 'tweets')))).toEqual([]);
  expect(keys(after(dropColumn('users', 'id')))).toEqual([]);
  expect(keys(after(dropColumn('tweets', 'other'), execute('DROP TABLE tweets')))).toEqual(keys(start));
});

test('renames lead the keys along, and take none away', () => {
  const renamed = after(
    { ...dropTable('users'), kind: 'rename_table', newName: 'people' },
    {
      ...dropColumn('tweets', 'user_id'),
      kind: 'alter_column',
      changes: { name: 'by' },
      existing: {},
      using: null,
    },
    {
      ...dropColumn('people', 'id'),
      kind: 'alter_column',
      changes: { name: 'nr' },
      existing: {},
      using: null,
    },
  );
  expect(keys(renamed)).toEqual(['tweets.by -> people.nr']);
  expect(removedKeys(start, renamed)).toEqual([]);
});

test('a key of the same name is not there twice; without a name it gets another', () => {
  const named = key('user_id', 'users', { name: 'tweets_user_id_fkey' });
  expect(after(createForeignKey('tweets', named)).keys).toHaveLength(1);
  const twice = after(createForeignKey('tweets', key('user_id', 'users')));
  expect(twice.keys.map((one) => one.name)).toEqual(['tweets_user_id_fkey', 'tweets_user_id_fkey1']);
});

test('where the catalog may be that of a later moment, an unnamed key is taken for the one that stands', () => {
  const later = apply({ ...start, complete: false }, createForeignKey('tweets', key('user_id', 'users')));
  expect(later.keys).toHaveLength(1);
});

test('SQL of its own ends what is known; that of an enum type does not', () => {
  expect(after(execute('SELECT 1')).complete).toBe(false);
  const enumType = { action: 'drop' as const, name: 'mood', schema: null };
  expect(after(execute('DROP TYPE mood', { enumType })).complete).toBe(true);
});

test('columns, and the indexes on them, come and go', () => {
  const made = after(
    addColumn('users', column('email')),
    createIndex('ix_email', 'users', ['email'], true),
    createForeignKey('tweets', key('id', 'users', { name: 'by_email', referencedColumns: ['email'] })),
  );
  const users = resolve(made, name('users'));
  expect([...(made.columns.get(users) ?? [])]).toEqual(['id', 'email']);
  expect(made.indexes.map((index) => index.name)).toContain('ix_email');
  const without = apply(made, dropIndex('ix_email', null));
  expect(keys(without)).toEqual(['tweets.user_id -> users.id']);
  const back = apply(made, dropColumn('users', 'email'));
  expect(back.indexes.map((index) => index.name)).not.toContain('ix_email');
  expect([...(back.columns.get(users) ?? [])]).toEqual(['id']);
});
