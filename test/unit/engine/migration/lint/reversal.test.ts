import { expect, test } from 'vitest';
import type { Operation } from '../../../../../src/engine/migration/operations';
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
} from '../make';
import { alterColumn, bulkInsert, findings, renameTable, said } from './make';

interface Case {
  what: string;
  upgrade: Operation[];
  downgrade: Operation[];
  says?: string[];
}

const cases: Case[] = [
  {
    what: 'a downgrade that does nothing is told of once',
    upgrade: [addColumn('posts', column('likes')), createIndex('ix', 'posts', ['likes'])],
    downgrade: [],
    says: [
      'danger, downgrade: Does nothing: the downgrade does not take back any of the 2 steps of the upgrade.',
    ],
  },
  { what: 'nothing to take back', upgrade: [execute('SELECT 1')], downgrade: [] },
  {
    what: 'what a dropped table takes along',
    upgrade: [
      createTable('drafts', key('post_id', 'posts')),
      createIndex('ix', 'drafts', ['id']),
      bulkInsert('drafts', 3),
      alterColumn('drafts', 'id', { comment: 'x' }),
    ],
    downgrade: [dropTable('drafts')],
  },
  {
    what: 'under its new name, too',
    upgrade: [createTable('drafts'), createIndex('ix', 'drafts', ['id']), renameTable('drafts', 'notes')],
    downgrade: [renameTable('notes', 'drafts'), dropTable('drafts')],
  },
  {
    what: 'what a dropped column takes along',
    upgrade: [
      addColumn('posts', column('user_id')),
      createIndex('ix', 'posts', ['user_id']),
      createForeignKey('posts', key('user_id', 'users')),
      execute('UPDATE posts SET user_id = 1'),
    ],
    downgrade: [dropColumn('posts', 'user_id')],
  },
  {
    what: 'an index that stays',
    upgrade: [addColumn('posts', column('likes')), createIndex('ix', 'posts', ['id'])],
    downgrade: [dropColumn('posts', 'likes')],
    says: [
      'danger, downgrade: No step takes back step 2 of the upgrade: creates the index `ix` on `id` of `posts`.',
    ],
  },
  {
    what: 'a key that comes back with its table',
    upgrade: [dropConstraint('a_b_id_fkey', 'a'), dropTable('a')],
    downgrade: [createTable('a', key('b_id', 'b'))],
  },
  {
    what: 'an index that does not',
    upgrade: [dropIndex('ix', 'a'), dropTable('a')],
    downgrade: [createTable('a')],
    says: ['danger, downgrade: No step takes back step 1 of the upgrade: drops the index `ix` of `a`.'],
  },
  {
    what: 'rows that stay',
    upgrade: [createTable('a'), bulkInsert('posts', 1)],
    downgrade: [dropTable('a')],
    says: [
      'caution, downgrade: The 1 row that step 2 of the upgrade inserts into `posts` stays: another upgrade inserts it again.',
    ],
  },
  {
    what: 'rows that SQL may see to',
    upgrade: [createTable('a'), bulkInsert('posts', 1)],
    downgrade: [execute('DELETE FROM posts'), dropTable('a')],
  },
  {
    what: 'values that stay changed',
    upgrade: [createTable('a'), execute("UPDATE posts SET title = ''")],
    downgrade: [dropTable('a')],
    says: ['advice, downgrade: What the SQL of step 2 of the upgrade does to rows is not taken back.'],
  },
  {
    what: 'a definition in SQL',
    upgrade: [createTable('a'), execute('CREATE VIEW v AS SELECT 1')],
    downgrade: [dropTable('a')],
    says: ['caution, downgrade: What the SQL of step 2 of the upgrade does is not taken back.'],
  },
];

test.each(cases)('$what', ({ upgrade, downgrade, says = [] }) => {
  expect(said(43, findings(upgrade, downgrade))).toEqual(says);
});

test('a downgrade that says by an exception that there is no way back is not told so again', () => {
  const error = { where: 'downgrade' as const, type: 'NotImplementedError', message: '', line: 20 };
  expect(said(43, findings([createTable('a')], [], undefined, '', { errors: [error] }))).toEqual([]);
});
