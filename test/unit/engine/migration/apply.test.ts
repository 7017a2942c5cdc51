import { expect, test } from 'vitest';
import { apply, removedKeys } from '../../../../src/engine/migration/apply';
import { catalogOf, tableLabel, type Catalog } from '../../../../src/engine/migration/catalog';
import type { Operation } from '../../../../src/engine/migration/operations';
import { createForeignKey, database, dropColumn, dropConstraint, dropTable, execute, key } from './make';

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

test('a key that is there already is not there twice', () => {
  expect(after(createForeignKey('tweets', key('user_id', 'users'))).keys).toHaveLength(1);
});
