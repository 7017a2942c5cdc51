import { expect, test } from 'vitest';
import type { Operation } from '../../../../../src/engine/migration/operations';
import { addColumn, column, createIndex, createTable, dropColumn, dropConstraint, dropTable } from '../make';
import { alterColumn, columnState, createUnique, enumType, findings, posts, said, type } from './make';

const required = column('likes', 'INTEGER', { nullable: false });
const added = addColumn('posts', required);

/** The database after the revision `new`, or with some other head. */
function at(head: string, rows: number): ReturnType<typeof posts> {
  return { ...posts(rows), heads: [head] };
}

const risky: Operation[] = [
  added,
  alterColumn('posts', 'title', { nullable: false }, { type: type('VARCHAR(40)') }),
  alterColumn('posts', 'slug', { type: type('INTEGER') }, { type: type('VARCHAR(40)') }),
  createIndex('ix', 'posts', ['slug'], true),
  createUnique('posts', 'u', ['slug']),
  addColumn('posts', column('role', 'roles', { type: enumType('roles') })),
  { ...createIndex('iy', 'posts', ['slug']), concurrently: true },
];

test('an upgrade that has passed is foretold nothing', () => {
  const found = findings(risky, [], at('new', 10)).filter((finding) => finding.where === 'upgrade');
  expect(found.filter(({ severity }) => severity !== 'advice')).toEqual([]);
});

test('nothing is claimed of rows that other revisions come before', () => {
  const found = findings(risky, [], at('other', 10), '', { downRevision: ['between'] });
  expect(said(10, found)).toEqual([
    'danger, upgrade 1: Adds the NOT NULL column `likes` to `posts` without a default: if the table has rows by then, this upgrade will fail.',
  ]);
  expect(found.filter(({ severity }) => severity === 'fails').map(({ rule }) => rule)).toEqual([20]);
  expect(JSON.stringify(found)).not.toContain('10 rows');
});

test('the downgrade of an applied revision meets the rows that are there', () => {
  const found = findings([dropColumn('posts', 'likes')], [added], at('new', 10));
  expect(said(10, found)).toEqual([
    'fails 23502, downgrade 1: Adds the NOT NULL column `likes` to `posts`, which has 10 rows: this downgrade will fail.',
  ]);
  expect(said(2, found)).toEqual([
    'danger, upgrade 1: Drops the column `likes` of `posts` and what stands in it.',
  ]);
});

test('a table that the revision made is empty still when its downgrade comes', () => {
  const again = addColumn('drafts', required);
  expect(said(10, findings([createTable('drafts'), dropColumn('drafts', 'likes')], [again]))).toEqual([]);
});

test('the name that an applied revision left to PostgreSQL is the one that stands in the database', () => {
  const create = createUnique('posts', null, ['slug']);
  const drop: Operation = { ...dropConstraint(null, 'posts'), type: 'unique' };
  expect(said(40, findings([create], [drop], at('new', 0)))).toHaveLength(1);
});

test('types follow what earlier steps have made of a column', () => {
  const steps = [
    alterColumn('posts', 'title', { type: type('TEXT') }),
    alterColumn('posts', 'title', { type: type('VARCHAR') }),
    alterColumn('posts', 'title', { name: 'heading' }),
    alterColumn('posts', 'heading', { type: type('DATE') }),
  ];
  expect(said(16, findings(steps, []))).toEqual([
    expect.stringMatching(/^fails 42804, upgrade 4: .* from `VARCHAR` to `DATE`/) as string,
  ]);
});

test('a default that no cast leads from is refused in spite of USING', () => {
  const state = posts(0, { columns: [columnState('size', 'text', true, "'0'::text")] });
  const step = { ...alterColumn('posts', 'size', { type: type('INTEGER') }), using: 'size::integer' };
  expect(said(16, findings([step], [], state))).toEqual([expect.stringMatching(/^fails 42804/) as string]);
});

test("the course's first revision is left in peace", () => {
  const upgrade = [createTable('users'), createTable('tweets'), createTable('tweet_images')];
  const downgrade = [dropTable('tweet_images'), dropTable('tweets'), dropTable('users')];
  const found = findings(upgrade, downgrade, posts(0));
  expect(new Set(found.map(({ severity }) => severity))).toEqual(new Set(['advice']));
});
