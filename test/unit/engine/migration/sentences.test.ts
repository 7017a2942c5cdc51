import { expect, test } from 'vitest';
import type { Operation } from '../../../../src/engine/migration/operations';
import { describeOperation } from '../../../../src/engine/migration/sentences';
import { plain } from '../../../../src/engine/migration/text';
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

const on = { ...dropTable('users'), ifExists: false };
const altered = { ...dropColumn('users', 'name'), kind: 'alter_column', existing: {}, using: null } as const;

const cases: [string, Operation][] = [
  ['Creates the table `users` with 1 column: `id`; `id` is its primary key.', createTable('users')],
  [
    'Creates the table `shop.tweets` with 2 columns: `id` and `user_id`; `id` is its primary key and `user_id` references `users.id`.',
    createTable('shop.tweets', key('user_id', 'users')),
  ],
  [
    'Creates the table `users` with 2 columns: `id` and `pin`; `id` is its primary key and the key from `pin` to `posts` is left out (`use_alter=True`).',
    createTable('users', key('pin', 'posts', { useAlter: true })),
  ],
  ['Drops the table `users` and every row in it.', dropTable('users')],
  [
    'Adds the column `likes` (`INTEGER`) to `posts`; it may be empty (NULL).',
    addColumn('posts', column('likes')),
  ],
  [
    'Adds the column `likes` (`INTEGER`) to `posts`; it may not be empty (NOT NULL); rows that are there already get `0`.',
    addColumn('posts', column('likes', 'INTEGER', { nullable: false, default: '0' })),
  ],
  [
    'Adds the column `by` (`INTEGER`) to `posts`; it may be empty (NULL); it references `users.id`.',
    addColumn('posts', column('by'), key('by', 'users')),
  ],
  ['Drops the column `likes` of `posts` and what stands in it.', dropColumn('posts', 'likes')],
  [
    'Changes the column `name` of `users`: its name becomes `title`, its type becomes `TEXT` instead of `VARCHAR(30)`, it may not be empty (NOT NULL) from now on and it loses its default.',
    {
      ...altered,
      changes: { name: 'title', type: column('x', 'TEXT').type, nullable: false, default: null },
      existing: { type: column('x', 'VARCHAR(30)').type },
    },
  ],
  ['Creates the index `ix` on `a` and `b` of `users`.', createIndex('ix', 'users', ['a', 'b'])],
  [
    'Creates the unique index `ix` on `a` of `users`, so that no two rows are alike there.',
    createIndex('ix', 'users', ['a'], true),
  ],
  ['Drops the index `ix` of `users`.', dropIndex('ix', 'users')],
  ['Drops the index `ix`.', dropIndex('ix', null)],
  [
    'Makes `user_id` of `tweets` reference `users.id`, with the foreign key `fk`; when the row it references is deleted, this row goes too.',
    createForeignKey('tweets', key('user_id', 'users', { name: 'fk', onDelete: 'CASCADE' })),
  ],
  [
    'Allows no two rows of `users` with the same `name`: the constraint for which PostgreSQL chooses a name.',
    { ...on, kind: 'create_unique_constraint', constraint: { name: null, columns: ['name'] } },
  ],
  [
    'Allows only rows of `users` where `age > 3`: the constraint `ck`.',
    {
      ...on,
      kind: 'create_check_constraint',
      constraint: { name: 'ck', condition: 'age > 3' },
      notValid: false,
    },
  ],
  [
    'Makes `id` the primary key of `users`.',
    { ...on, kind: 'create_primary_key', constraint: { name: null, columns: ['id'] } },
  ],
  [
    'Allows no two rows of `users` that match in `room WITH =`: the exclusion constraint `ex`.',
    {
      ...on,
      kind: 'create_exclude_constraint',
      name: 'ex',
      elements: ['room WITH ='],
      using: 'gist',
      where: null,
    },
  ],
  ['Drops the foreign key `fk` of `users`.', dropConstraint('fk', 'users')],
  ['Drops the foreign key without a name of `users`.', dropConstraint(null, 'users')],
  [
    'Renames the table `users` to `people`; its rows stay.',
    { ...on, kind: 'rename_table', newName: 'people' },
  ],
  ['Sets the comment of `users` to `who`.', { ...on, kind: 'create_table_comment', comment: 'who' }],
  ['Takes away the comment of `users`.', { ...on, kind: 'drop_table_comment' }],
  ['Inserts 1 row into `users`.', { ...on, kind: 'bulk_insert', columns: ['name'], rows: 1 }],
  ['Runs SQL of its own: `UPDATE users`.', execute('UPDATE users')],
  ['Runs SQL of its own: `UPDATE users ...`.', execute('\n  UPDATE users\n  SET x = 1')],
  ['Reads rows: `SELECT 1`.', execute('SELECT 1', { readsRows: true })],
  [
    'Drops the enum type `roles`.',
    execute('DROP TYPE roles', { enumType: { action: 'drop', name: 'roles', schema: null } }),
  ],
  [
    'Runs `CreateViewOp`, an operation that Alembic itself does not bring along.',
    {
      kind: 'other',
      className: 'CreateViewOp',
      span: null,
      statement: null,
      statements: [],
      batch: false,
      autocommit: false,
    },
  ],
];

test.each(cases)('%s', (sentence, operation) => {
  expect(plain(describeOperation(operation))).toBe(sentence);
});
