import { describe, expect, test } from 'vitest';
import type { AlterColumn, RenameTable } from '../../../../src/engine/migration/operations';
import { pairUp, takesBack } from '../../../../src/engine/migration/reverses';
import {
  addColumn,
  column,
  createForeignKey,
  createIndex,
  createTable,
  dropColumn,
  dropConstraint,
  dropIndex,
  dropTable,
  execute,
  key,
} from './make';

const rename = (from: string, to: string): RenameTable => ({
  ...dropTable(from),
  kind: 'rename_table',
  newName: to,
});

const renameColumn = (from: string, to: string): AlterColumn => ({
  ...dropColumn('users', from),
  kind: 'alter_column',
  changes: { name: to },
  existing: {},
  using: null,
});

describe('takesBack', () => {
  test.each([
    [createTable('a'), dropTable('a'), true],
    [createTable('a'), dropTable('shop.a'), false],
    [addColumn('a', column('x')), dropColumn('a', 'x'), true],
    [addColumn('a', column('x')), dropColumn('a', 'y'), false],
    [createIndex('ix', 'a', ['x']), dropIndex('ix', null), true],
    [createForeignKey('a', key('x', 'b', { name: 'fk' })), dropConstraint('fk', 'a'), true],
    [createForeignKey('a', key('x', 'b')), dropConstraint(null, 'a'), true],
    [createForeignKey('a', key('x', 'b')), dropConstraint('a_x_fkey', 'a'), true],
    [createForeignKey('a', key('x', 'b')), dropConstraint('other', 'a'), false],
    [dropConstraint('fk', 'a'), createForeignKey('a', key('x', 'b', { name: 'fk' })), true],
    [rename('a', 'b'), rename('b', 'a'), true],
    [rename('a', 'b'), rename('a', 'b'), false],
    [renameColumn('a', 'b'), renameColumn('b', 'a'), true],
    [renameColumn('a', 'b'), renameColumn('a', 'b'), false],
    [execute('x'), execute('y'), false],
    [
      execute('CREATE TYPE r', { enumType: { action: 'create', name: 'r', schema: null } }),
      execute('DROP TYPE r', { enumType: { action: 'drop', name: 'r', schema: null } }),
      true,
    ],
  ])('%j %j', (operation, back, expected) => {
    expect(takesBack(operation, back)).toBe(expected);
  });
});

test('each operation is taken back once, the last one first', () => {
  const upgrade = [createTable('a'), dropTable('a'), createTable('a')];
  expect(pairUp(upgrade, [dropTable('a'), createTable('a'), dropTable('a'), dropTable('a')])).toEqual([
    2,
    1,
    0,
    null,
  ]);
});
