import { expect, test } from 'vitest';
import type { Operation } from '../../../../../src/engine/migration/operations';
import type { DatabaseState } from '../../../../../src/engine/report';
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
import {
  alterColumn,
  bulkInsert,
  columnState,
  createCheck,
  createPrimaryKey,
  createUnique,
  enumType,
  findings,
  posts,
  renameTable,
  said,
  type,
} from './make';

interface Case {
  rule: number;
  what: string;
  upgrade: Operation[];
  downgrade?: Operation[];
  state?: DatabaseState;
  /** How what is said begins, one for each time; nothing where the rule is quiet. */
  says?: string[];
}

const required = column('likes', 'INTEGER', { nullable: false });
const exclude: Operation = {
  ...createCheck('posts', 'no_overlap', ''),
  kind: 'create_exclude_constraint',
  name: 'no_overlap',
  elements: ['id WITH ='],
  using: 'gist',
  where: null,
} as unknown as Operation;
const long = 'x'.repeat(64);

const cases: Case[] = [
  {
    rule: 1,
    what: 'rows are lost',
    upgrade: [dropTable('posts')],
    says: ['danger, upgrade 1: Drops the table `posts`, which has 10 rows: they are lost.'],
  },
  {
    rule: 1,
    what: 'an empty table',
    upgrade: [dropTable('posts')],
    state: posts(0),
    says: ['caution, upgrade 1: Drops the table `posts`, which is empty.'],
  },
  { rule: 1, what: 'a table of the same revision', upgrade: [createTable('drafts'), dropTable('drafts')] },
  {
    rule: 1,
    what: 'a table that was renamed keeps its rows',
    upgrade: [renameTable('posts', 'articles'), dropTable('articles')],
    says: ['danger, upgrade 2: Drops the table `articles`, which has 10 rows'],
  },
  {
    rule: 1,
    what: 'a downgrade drops tables by nature',
    upgrade: [createTable('drafts')],
    downgrade: [dropTable('drafts')],
  },
  {
    rule: 2,
    what: 'a column with rows',
    upgrade: [dropColumn('posts', 'title')],
    says: ['danger, upgrade 1: Drops the column `title` of `posts`, which has 10 rows'],
  },
  {
    rule: 2,
    what: 'a column without rows',
    upgrade: [dropColumn('posts', 'title')],
    state: posts(0),
    says: ['caution, upgrade 1'],
  },
  { rule: 2, what: 'an added column', upgrade: [addColumn('posts', column('likes'))] },
  {
    rule: 3,
    what: 'a schema',
    upgrade: [execute('drop SCHEMA "shop" cascade')],
    says: ['danger, upgrade 1: Drops the schema `shop`'],
  },
  { rule: 3, what: 'in a string', upgrade: [execute("SELECT 'DROP SCHEMA shop'")] },
  {
    rule: 4,
    what: 'a key',
    upgrade: [dropConstraint('posts_user_id_fkey', 'posts')],
    says: ['danger, upgrade 1: Drops the foreign key `posts_user_id_fkey`'],
  },
  {
    rule: 4,
    what: 'a key whose column goes too',
    upgrade: [dropConstraint('posts_user_id_fkey', 'posts'), dropColumn('posts', 'user_id')],
  },
  {
    rule: 4,
    what: 'another kind',
    upgrade: [{ ...dropConstraint('posts_slug_key', 'posts'), type: 'unique' }],
  },
  {
    rule: 5,
    what: 'NULL from now on',
    upgrade: [alterColumn('posts', 'slug', { nullable: true })],
    says: ['caution, upgrade 1: Lets `slug` of `posts` be NULL'],
  },
  { rule: 5, what: 'NULL as before', upgrade: [alterColumn('posts', 'title', { nullable: true })] },
  {
    rule: 6,
    what: 'a table',
    upgrade: [renameTable('posts', 'articles')],
    says: ['caution, upgrade 1: Renames `posts` to `articles`'],
  },
  { rule: 6, what: 'a new table', upgrade: [createTable('drafts'), renameTable('drafts', 'sketches')] },
  {
    rule: 7,
    what: 'a column',
    upgrade: [alterColumn('posts', 'title', { name: 'heading' })],
    says: ['caution, upgrade 1: Renames the column `title`'],
  },
  { rule: 7, what: 'something else of it', upgrade: [alterColumn('posts', 'title', { comment: 'x' })] },
  {
    rule: 8,
    what: 'a schema',
    upgrade: [execute('ALTER SCHEMA a RENAME TO b')],
    says: ['caution, upgrade 1: Renames the schema `a` to `b`'],
  },
  { rule: 8, what: 'its owner', upgrade: [execute('ALTER SCHEMA a OWNER TO b')] },
  {
    rule: 9,
    what: 'a label',
    upgrade: [execute("ALTER TYPE roles RENAME VALUE 'a' TO 'c'")],
    says: ['caution, upgrade 1: Renames the label `a` of the enum type `roles` to `c`'],
  },
  { rule: 9, what: 'the type', upgrade: [execute('ALTER TYPE roles RENAME TO parts')] },
  {
    rule: 10,
    what: 'rows in the way',
    upgrade: [addColumn('posts', required)],
    says: [
      'fails 23502, upgrade 1: Adds the NOT NULL column `likes` to `posts`, which has 10 rows: this upgrade will fail.',
    ],
  },
  { rule: 10, what: 'no rows', upgrade: [addColumn('posts', required)], state: posts(0) },
  { rule: 10, what: 'a default', upgrade: [addColumn('posts', { ...required, default: '0' })] },
  {
    rule: 10,
    what: 'rows of this revision',
    upgrade: [createTable('drafts'), bulkInsert('drafts', 1), addColumn('drafts', required)],
    says: ['fails 23502, upgrade 3: Adds the NOT NULL column `likes` to `drafts`, which has 1 row'],
  },
  {
    rule: 10,
    what: 'rows that the revision may have deleted',
    upgrade: [execute('DELETE FROM posts'), addColumn('posts', required)],
    says: ['danger, upgrade 2: Adds the NOT NULL column `likes` to `posts` without a default: if'],
  },
  {
    rule: 10,
    what: 'the way back',
    upgrade: [dropColumn('posts', 'slug')],
    downgrade: [addColumn('posts', column('slug', 'VARCHAR', { nullable: false }))],
    says: ['fails 23502, downgrade 1: Adds the NOT NULL column `slug`'],
  },
  {
    rule: 10,
    what: 'an identity column',
    upgrade: [addColumn('posts', { ...required, identity: 'always' })],
  },
  {
    rule: 11,
    what: 'a value of its own for each row',
    upgrade: [addColumn('posts', column('token', 'UUID', { default: 'gen_random_uuid()' }))],
    says: ['caution, upgrade 1: Adds `token`'],
  },
  {
    rule: 11,
    what: 'the time of the upgrade',
    upgrade: [addColumn('posts', column('at', 'TIMESTAMP', { default: 'now()' }))],
  },
  {
    rule: 11,
    what: 'a word in a string',
    upgrade: [addColumn('posts', column('at', 'TEXT', { default: "'random()'" }))],
  },
  {
    rule: 12,
    what: 'an identity column',
    upgrade: [addColumn('posts', { ...required, identity: 'always' })],
    says: ['caution, upgrade 1: Adds the column `likes`, which counts up'],
  },
  {
    rule: 12,
    what: 'no rows',
    upgrade: [addColumn('posts', { ...required, identity: 'always' })],
    state: posts(0),
  },
  {
    rule: 13,
    what: 'stored',
    upgrade: [addColumn('posts', column('n', 'INTEGER', { generated: { sql: 'id * 2', stored: true } }))],
    says: ['caution, upgrade 1: Adds the stored generated column `n`'],
  },
  {
    rule: 13,
    what: 'virtual',
    upgrade: [addColumn('posts', column('n', 'INTEGER', { generated: { sql: 'id * 2', stored: false } }))],
  },
  {
    rule: 14,
    what: 'json',
    upgrade: [addColumn('posts', column('extra', 'JSON'))],
    says: ['caution, upgrade 1: Adds the column `extra` of the type `json`'],
  },
  { rule: 14, what: 'jsonb', upgrade: [addColumn('posts', column('extra', 'JSONB'))] },
  {
    rule: 15,
    what: 'a column with rows',
    upgrade: [alterColumn('posts', 'title', { nullable: false })],
    says: ['danger, upgrade 1: Makes `title` NOT NULL in `posts`, which has 10 rows'],
  },
  {
    rule: 15,
    what: 'a column just added',
    upgrade: [addColumn('posts', column('likes')), alterColumn('posts', 'likes', { nullable: false })],
    says: ['fails 23502, upgrade 2'],
  },
  {
    rule: 15,
    what: 'a column just added and filled',
    upgrade: [
      addColumn('posts', column('likes')),
      execute('UPDATE posts SET likes = 0'),
      alterColumn('posts', 'likes', { nullable: false }),
    ],
    says: ['danger, upgrade 3'],
  },
  {
    rule: 15,
    what: 'a column that is NOT NULL already',
    upgrade: [alterColumn('posts', 'slug', { nullable: false })],
  },
  {
    rule: 15,
    what: 'no rows',
    upgrade: [alterColumn('posts', 'title', { nullable: false })],
    state: posts(0),
  },
  {
    rule: 16,
    what: 'a rewrite',
    upgrade: [alterColumn('posts', 'id', { type: type('BIGINT') })],
    says: [
      'caution, upgrade 1: Changes the type of `id` of `posts`, which has 10 rows, from `integer` to `BIGINT`: the whole table is written anew.',
    ],
  },
  {
    rule: 16,
    what: 'a narrower type',
    upgrade: [alterColumn('posts', 'title', { type: type('VARCHAR(10)') })],
    says: ['danger, upgrade 1'],
  },
  {
    rule: 16,
    what: 'no cast, even without rows',
    upgrade: [alterColumn('posts', 'title', { type: type('INTEGER') })],
    state: posts(0),
    says: ['fails 42804, upgrade 1'],
  },
  { rule: 16, what: 'a wider type', upgrade: [alterColumn('posts', 'title', { type: type('TEXT') })] },
  {
    rule: 16,
    what: 'no rows',
    upgrade: [alterColumn('posts', 'id', { type: type('BIGINT') })],
    state: posts(0),
  },
  {
    rule: 16,
    what: 'with USING',
    upgrade: [{ ...alterColumn('posts', 'title', { type: type('INTEGER') }), using: 'title::integer' }],
    says: ['danger, upgrade 1'],
  },
  {
    rule: 17,
    what: 'a check over the column',
    upgrade: [alterColumn('posts', 'id', { type: type('BIGINT') })],
    state: posts(10, { checks: [{ name: 'positive', definition: 'CHECK ((id > 0))' }] }),
    says: [
      'caution, upgrade 1: Changes the type of `id` of `posts`, which has 10 rows: PostgreSQL tries `CHECK ((id > 0))`',
    ],
  },
  {
    rule: 17,
    what: 'a check over another',
    upgrade: [alterColumn('posts', 'id', { type: type('BIGINT') })],
    state: posts(10, { checks: [{ name: 'short', definition: "CHECK ((slug <> 'id'))" }] }),
  },
  {
    rule: 18,
    what: 'rows',
    upgrade: [createIndex('ix', 'posts', ['slug'])],
    says: ['caution, upgrade 1: Creates the index `ix` on `posts`, which has 10 rows'],
  },
  { rule: 18, what: 'no rows', upgrade: [createIndex('ix', 'posts', ['slug'])], state: posts(0) },
  {
    rule: 18,
    what: 'a new table with rows',
    upgrade: [createTable('drafts'), bulkInsert('drafts', 2), createIndex('ix', 'drafts', ['id'])],
  },
  {
    rule: 19,
    what: 'an index whose table is not named',
    upgrade: [dropIndex('ix', null)],
    state: posts(1, { indexes: [{ name: 'ix', unique: false, definition: '' }] }),
    says: ['caution, upgrade 1: Drops the index `ix` of `posts`, which has 1 row'],
  },
  {
    rule: 19,
    what: 'an index that goes with its table',
    upgrade: [dropIndex('ix', 'posts'), dropTable('posts')],
  },
  {
    rule: 20,
    what: 'in the transaction',
    upgrade: [{ ...createIndex('ix', 'posts', ['slug']), concurrently: true }],
    says: ['fails 25001, upgrade 1'],
  },
  {
    rule: 20,
    what: 'in SQL',
    upgrade: [execute('create index concurrently ix on posts (slug)')],
    says: ['fails 25001, upgrade 1'],
  },
  { rule: 20, what: 'a column of that name', upgrade: [execute('create index ix on posts (concurrently)')] },
  {
    rule: 20,
    what: 'outside of it',
    upgrade: [{ ...createIndex('ix', 'posts', ['slug']), concurrently: true, autocommit: true }],
  },
  {
    rule: 21,
    what: 'rows',
    upgrade: [createIndex('ix', 'posts', ['slug'], true)],
    says: ['danger, upgrade 1: Allows no two rows with the same `slug` in `posts`, which has 10 rows'],
  },
  { rule: 21, what: 'one row', upgrade: [createIndex('ix', 'posts', ['slug'], true)], state: posts(1) },
  {
    rule: 21,
    what: 'rows that were all given the same',
    upgrade: [
      addColumn('posts', column('code', 'TEXT', { default: "'none'" })),
      createUnique('posts', 'u', ['code']),
    ],
    says: ['fails 23505, upgrade 2'],
  },
  {
    rule: 21,
    what: 'rows that are all NULL',
    upgrade: [addColumn('posts', column('code', 'TEXT')), createUnique('posts', 'u', ['code'])],
  },
  {
    rule: 22,
    what: 'rows',
    upgrade: [createUnique('posts', 'u', ['slug'])],
    says: ['caution, upgrade 1: Adds the unique constraint `u` to `posts`, which has 10 rows'],
  },
  { rule: 22, what: 'an index', upgrade: [createIndex('u', 'posts', ['slug'], true)] },
  {
    rule: 23,
    what: 'rows',
    upgrade: [createPrimaryKey('posts', ['slug'])],
    says: ['danger, upgrade 1: Makes `slug` the primary key'],
  },
  { rule: 23, what: 'no rows', upgrade: [createPrimaryKey('posts', ['slug'])], state: posts(0) },
  {
    rule: 24,
    what: 'rows',
    upgrade: [createForeignKey('posts', key('id', 'posts'))],
    says: ['caution, upgrade 1: Adds a foreign key from `posts`, which has 10 rows, to `posts`'],
  },
  {
    rule: 24,
    what: 'not valid',
    upgrade: [{ ...createForeignKey('posts', key('id', 'posts')), notValid: true }],
  },
  {
    rule: 25,
    what: 'rows',
    upgrade: [createCheck('posts', 'c', 'id > 0')],
    says: ['caution, upgrade 1: Adds the check constraint `c` to `posts`, which has 10 rows'],
  },
  { rule: 25, what: 'not valid', upgrade: [{ ...createCheck('posts', 'c', 'id > 0'), notValid: true }] },
  {
    rule: 26,
    what: 'rows',
    upgrade: [exclude],
    says: ['caution, upgrade 1: Adds the exclusion constraint `no_overlap`'],
  },
  { rule: 26, what: 'no rows', upgrade: [exclude], state: posts(0) },
  {
    rule: 27,
    what: 'four columns',
    upgrade: [createIndex('ix', 'posts', ['a', 'b', 'c', 'd'])],
    says: ['advice, upgrade 1: The index `ix` on `posts` covers 4 columns'],
  },
  { rule: 27, what: 'three columns', upgrade: [createIndex('ix', 'posts', ['a', 'b', 'c'])] },
  {
    rule: 28,
    what: 'without a place',
    upgrade: [execute("ALTER TYPE roles ADD VALUE 'c'")],
    says: ['caution, upgrade 1: Adds the label `c` to `roles` without a place'],
  },
  { rule: 28, what: 'with a place', upgrade: [execute("ALTER TYPE roles ADD VALUE 'c' BEFORE 'a'")] },
  {
    rule: 29,
    what: 'char',
    upgrade: [addColumn('posts', column('code', 'CHAR(4)'))],
    says: ['advice, upgrade 1: `code` of `posts`'],
  },
  { rule: 29, what: 'varchar', upgrade: [addColumn('posts', column('code', 'VARCHAR(4)'))] },
  {
    rule: 30,
    what: 'a length',
    upgrade: [addColumn('posts', column('code', 'VARCHAR(4)'))],
    says: ['advice, upgrade 1: `code` of `posts`'],
  },
  { rule: 30, what: 'no length', upgrade: [addColumn('posts', column('code', 'VARCHAR'))] },
  {
    rule: 31,
    what: 'without time zone',
    upgrade: [addColumn('posts', column('at', 'TIMESTAMP WITHOUT TIME ZONE'))],
    says: ['advice, upgrade 1: `at` of `posts`'],
  },
  {
    rule: 31,
    what: 'with time zone',
    upgrade: [addColumn('posts', column('at', 'TIMESTAMP WITH TIME ZONE'))],
  },
  {
    rule: 32,
    what: 'integers, in one remark',
    upgrade: [createTable('drafts', key('post_id', 'posts'))],
    says: ['advice, upgrade 1: `id` and `post_id` of `drafts`'],
  },
  { rule: 32, what: 'bigint', upgrade: [addColumn('posts', column('n', 'BIGINT'))] },
  {
    rule: 33,
    what: 'serial',
    upgrade: [addColumn('posts', column('n', 'INTEGER', { serial: true }))],
    says: ['advice, upgrade 1: `n` of `posts`'],
  },
  {
    rule: 33,
    what: 'identity',
    upgrade: [addColumn('posts', column('n', 'INTEGER', { identity: 'always' }))],
  },
  {
    rule: 34,
    what: 'a name that SQLAlchemy refuses',
    upgrade: [createIndex(long, 'posts', ['id'])],
    says: ['fails, upgrade 1'],
  },
  {
    rule: 34,
    what: 'a name that PostgreSQL cuts',
    upgrade: [renameTable('posts', long)],
    says: ['danger, upgrade 1'],
  },
  {
    rule: 34,
    what: 'bytes count, not characters',
    upgrade: [renameTable('posts', 'ä'.repeat(32))],
    says: ['danger, upgrade 1'],
  },
  { rule: 34, what: 'a name that just fits', upgrade: [renameTable('posts', 'ä'.repeat(31) + 'x')] },
  {
    rule: 35,
    what: 'a block of code',
    upgrade: [execute('do $$ begin drop schema shop; end $$')],
    says: ['caution, upgrade 1: Runs `DO`'],
  },
  { rule: 35, what: 'plain SQL', upgrade: [execute("UPDATE posts SET slug = 'do'; SELECT 1")] },
  {
    rule: 36,
    what: 'the parent first',
    upgrade: [createTable('a'), createTable('b', key('a_id', 'a'))],
    downgrade: [dropTable('a'), dropTable('b')],
    says: ['fails 2BP01, downgrade 1'],
  },
  {
    rule: 36,
    what: 'the child first',
    upgrade: [createTable('a'), createTable('b', key('a_id', 'a'))],
    downgrade: [dropTable('b'), dropTable('a')],
  },
  {
    rule: 37,
    what: 'the child first',
    upgrade: [createTable('b', key('a_id', 'a')), createTable('a')],
    says: ['fails 42P01, upgrade 1'],
  },
  { rule: 37, what: 'the parent first', upgrade: [createTable('a'), createTable('b', key('a_id', 'a'))] },
  {
    rule: 38,
    what: 'a type made by a table',
    upgrade: [tableWithEnum()],
    downgrade: [dropTable('users')],
    says: ['danger, downgrade 1: Leaves the enum type `roles` behind'],
  },
  {
    rule: 38,
    what: 'a type that is dropped',
    upgrade: [tableWithEnum()],
    downgrade: [dropTable('users'), execute('DROP TYPE roles')],
  },
  {
    rule: 38,
    what: 'a type that is there already',
    upgrade: [tableWithEnum()],
    downgrade: [dropTable('users')],
    state: posts(0, {}, ['roles']),
    says: ['fails 42710, upgrade 1'],
  },
  {
    rule: 38,
    what: 'a type that the revision does not make',
    upgrade: [tableWithEnum(false)],
    downgrade: [dropTable('users')],
    state: posts(0, {}, ['roles']),
  },
  {
    rule: 38,
    what: 'a type that two tables share',
    upgrade: [tableWithEnum(), tableWithEnum(true, 'guests')],
    downgrade: [dropTable('guests'), dropTable('users'), execute('DROP TYPE roles')],
  },
  {
    rule: 38,
    what: 'a type that others use',
    upgrade: [addColumn('posts', column('role', 'roles', { type: enumType('roles') }))],
    downgrade: [dropColumn('posts', 'role')],
    state: posts(0, {}, ['roles']),
  },
  {
    rule: 39,
    what: 'no such type',
    upgrade: [addColumn('posts', column('role', 'roles', { type: enumType('roles') }))],
    says: ['fails 42704, upgrade 1'],
  },
  {
    rule: 39,
    what: 'a type that is taken away, which the next table does not notice',
    upgrade: [tableWithEnum(), dropTable('users'), execute('DROP TYPE roles'), tableWithEnum(true, 'guests')],
    says: ['fails 42704, upgrade 4'],
  },
  {
    rule: 39,
    what: 'the type is there',
    upgrade: [addColumn('posts', column('role', 'roles', { type: enumType('roles') }))],
    state: posts(10, {}, ['roles']),
  },
  {
    rule: 39,
    what: 'plain SQL makes the type',
    upgrade: [
      execute("CREATE TYPE roles AS ENUM ('a')"),
      addColumn('posts', column('role', 'roles', { type: enumType('roles') })),
    ],
  },
  {
    rule: 39,
    what: 'a table makes the type',
    upgrade: [tableWithEnum(), addColumn('posts', column('role', 'roles', { type: enumType('roles') }))],
  },
  {
    rule: 40,
    what: 'a drop of nothing in particular',
    upgrade: [createUnique('posts', null, ['slug'])],
    downgrade: [{ ...dropConstraint(null, 'posts'), type: 'unique' }],
    says: ['fails, downgrade 1: Drops a constraint of `posts` without saying which'],
  },
  {
    rule: 40,
    what: "PostgreSQL's own name",
    upgrade: [createUnique('posts', null, ['slug'])],
    downgrade: [{ ...dropConstraint('posts_slug_key', 'posts'), type: 'unique' }],
  },
  {
    rule: 41,
    what: 'the same shape',
    upgrade: [addColumn('posts', column('heading', 'VARCHAR(40)')), dropColumn('posts', 'title')],
    says: ['danger, upgrade 1: Drops `title` of `posts` and adds `heading`'],
  },
  {
    rule: 41,
    what: 'another type',
    upgrade: [addColumn('posts', column('heading', 'TEXT')), dropColumn('posts', 'title')],
  },
  {
    rule: 41,
    what: 'two that fit',
    upgrade: [
      addColumn('posts', column('a', 'VARCHAR(40)')),
      addColumn('posts', column('b', 'VARCHAR(40)')),
      dropColumn('posts', 'title'),
    ],
  },
  {
    rule: 41,
    what: 'SQL that carries the values over',
    upgrade: [
      addColumn('posts', column('heading', 'VARCHAR(40)')),
      execute('UPDATE posts SET heading = title'),
      dropColumn('posts', 'title'),
    ],
  },
  {
    rule: 41,
    what: 'a table',
    upgrade: [createTable('drafts'), dropTable('notes')],
    state: posts(0, { name: 'notes', columns: [columnState('id', 'integer', false)] }),
    says: ['danger, upgrade 1: Drops the table `notes` and creates `drafts`'],
  },
  {
    rule: 42,
    what: 'no step adds the key',
    upgrade: [createTable('a', key('b_id', 'b', { useAlter: true })), createTable('b')],
    says: ['danger, upgrade 1: Leaves out the foreign key from `b_id` of `a` to `b`'],
  },
  {
    rule: 42,
    what: 'a step adds the key',
    upgrade: [
      createTable('a', key('b_id', 'b', { useAlter: true })),
      createTable('b'),
      createForeignKey('a', key('b_id', 'b')),
    ],
  },
];

function tableWithEnum(createsType = true, name = 'users'): Operation {
  const made = createTable(name);
  return {
    ...made,
    columns: [...made.columns, column('role', 'roles', { type: enumType('roles', { createsType }) })],
  };
}

/** One that SQLAlchemy cannot write has no SQL. */
function unwritable(operation: Operation): Operation {
  return operation.kind === 'create_index' && operation.index.name === long
    ? { ...operation, statements: [] }
    : { ...operation, statements: ['...'] };
}

test.each(cases)('$rule: $what', ({ rule, upgrade, downgrade = [], state, says = [] }) => {
  const lines = said(rule, findings(upgrade.map(unwritable), downgrade, state));
  expect(
    lines.length === says.length ? lines.map((line, index) => line.slice(0, says[index]?.length)) : lines,
  ).toEqual(says);
});

test('every rule has a case in which it speaks and one in which it is quiet', () => {
  // The last has a file of its own.
  for (let rule = 1; rule <= 42; rule += 1) {
    const own = cases.filter((one) => one.rule === rule);
    expect([rule, own.some((one) => one.says), own.some((one) => !one.says)]).toEqual([rule, true, true]);
  }
});
