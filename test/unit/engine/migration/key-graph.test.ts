import { describe, expect, test } from 'vitest';
import { keyGraph, type KeyGraph } from '../../../../src/engine/migration/key-graph';
import type { Operation } from '../../../../src/engine/migration/operations';
import {
  addColumn,
  column,
  createForeignKey,
  createTable,
  database,
  dropColumn,
  dropConstraint,
  dropTable,
  key,
  renameTable,
  revision,
} from './make';

const course: Operation[] = [
  createTable('users'),
  createTable('tweets', key('user_id', 'users')),
  createTable('tweet_images', key('tweet_id', 'tweets')),
];
const drops = [dropTable('tweet_images'), dropTable('tweets'), dropTable('users')];

/** One line a table: its label, drop step, create step, drop number. */
function tables(graph: KeyGraph): string[] {
  return graph.tables.map((one) => [one.label, one.dropStep, one.createStep, one.dropNumber].join(' '));
}

/** One line a key. */
function keys({ tables: all, keys: own }: KeyGraph): string[] {
  const label = (id: string): string => all.find((one) => one.id === id)?.label ?? '?';
  return own.map(
    (one) =>
      `${one.name}: ${label(one.from)}.${one.columns.join()} -> ${label(one.to)}.${one.referencedColumns.join()}` +
      (one.crossesSchemas ? ' across' : '') +
      (one.inCircle ? ' circle' : ''),
  );
}

describe("the course's revision", () => {
  const expected = {
    tables: ['tweet_images 1 3 1', 'tweets 2 2 2', 'users 3 1 3'],
    keys: [
      'tweet_images_tweet_id_fkey: tweet_images.tweet_id -> tweets.id',
      'tweets_user_id_fkey: tweets.user_id -> users.id',
    ],
  };

  test('before it is applied, and after', () => {
    const before = keyGraph(revision(course, drops), database([]));
    expect([before.of, tables(before), keys(before)]).toEqual(['downgrade', expected.tables, expected.keys]);
    const state = database(['new'], {
      users: [],
      tweets: [key('user_id', 'users')],
      tweet_images: [key('tweet_id', 'tweets')],
      others: [],
    });
    expect(keyGraph(revision(course, drops), state)).toEqual(before);
  });

  test('a table that stays, but is connected by a key to one that goes', () => {
    const state = database(['old'], { users: [], teams: [key('user_id', 'users')] });
    const made = revision(course.slice(1, 2), [dropTable('tweets')], { downRevision: ['old'] });
    const graph = keyGraph(made, state);
    expect(tables(graph)).toEqual(['tweets 1 1 1', 'users   ']);
    expect(keys(graph)).toEqual(['tweets_user_id_fkey: tweets.user_id -> users.id']);
  });
});

test('self-references, several keys, keys across schemas and circles', () => {
  const state = database(['new'], {
    nodes: [key('parent_id', 'nodes'), key('a_id', 'shop.a'), key('other_id', 'shop.a')],
    'shop.a': [key('b_id', 'shop.b')],
    'shop.b': [key('a_id', 'shop.a')],
  });
  const made = revision([], [dropTable('nodes'), dropTable('shop.a'), dropTable('shop.b')]);
  const graph = keyGraph(made, state);
  expect(tables(graph)).toEqual(['nodes 1  1', 'shop.a 2  2', 'shop.b 3  3']);
  expect(keys(graph)).toEqual([
    'nodes_a_id_fkey: nodes.a_id -> shop.a.id across',
    'nodes_other_id_fkey: nodes.other_id -> shop.a.id across',
    'nodes_parent_id_fkey: nodes.parent_id -> nodes.id',
    'a_b_id_fkey: shop.a.b_id -> shop.b.id circle',
    'b_a_id_fkey: shop.b.a_id -> shop.a.id circle',
  ]);
});

describe('where only the upgrade drops', () => {
  const made = revision(
    [dropTable('users'), dropTable('tweets')],
    [createTable('users'), createTable('tweets', key('user_id', 'users'))],
    { downRevision: ['old'] },
  );

  test('the graph is of the upgrade', () => {
    const graph = keyGraph(made, database(['old'], { users: [], tweets: [key('user_id', 'users')] }));
    expect([graph.of, tables(graph)]).toEqual(['upgrade', ['tweets 2  2', 'users 1  1']]);
    expect(keys(graph)).toEqual(['tweets_user_id_fkey: tweets.user_id -> users.id']);
  });

  test('once it is applied, the downgrade tells what was there', () => {
    const graph = keyGraph(made, database(['new']));
    expect([graph.of, tables(graph)]).toEqual(['upgrade', ['tweets 2  2', 'users 1  1']]);
    expect(keys(graph)).toHaveLength(1);
  });
});

describe('where nothing is dropped', () => {
  test('the tables that the downgrade changes, and what the keys that it drops reference', () => {
    const state = database(['old'], { users: [], teams: [], others: [] });
    const made = revision(
      [
        addColumn('users', column('team_id')),
        createForeignKey('users', key('team_id', 'teams', { name: 'fk' })),
      ],
      [dropConstraint('fk', 'users'), dropColumn('users', 'team_id')],
      { downRevision: ['old'] },
    );
    const graph = keyGraph(made, state);
    expect([graph.of, tables(graph)]).toEqual(['downgrade', ['teams   ', 'users   ']]);
    expect(keys(graph)).toEqual(['fk: users.team_id -> teams.id']);
  });
});

test('a table that is renamed before it is dropped', () => {
  const made = revision([], [renameTable('users', 'people'), dropTable('people')]);
  expect(tables(keyGraph(made, database(['new'], { users: [] })))).toEqual(['users 2  1']);
});
