import { expect, test } from 'vitest';
import { buildView } from '../../../../src/engine/migration/view';
import { createTable, database, dropTable, revision } from './make';

test('puts the text, the operations and the explained downgrade together', () => {
  const made = revision([createTable('users')], [dropTable('users')], { message: 'users', readsRows: true });
  const view = buildView(made, 'revision = "new"', database([]));
  expect(view).toMatchObject({
    revision: 'new',
    message: 'users',
    source: 'revision = "new"',
    readsRows: true,
    errors: [],
    upgrade: [{ number: 1, refused: null }],
    downgrade: [{ number: 1, reverses: 1, reason: ['nobody refers to it'], refused: null }],
  });
});
