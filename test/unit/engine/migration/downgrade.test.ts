import { describe, expect, test } from 'vitest';
import { explainDowngrade, explainUpgrade } from '../../../../src/engine/migration/downgrade';
import type { Operation } from '../../../../src/engine/migration/operations';
import type { Revision } from '../../../../src/engine/migration/revision';
import { plain } from '../../../../src/engine/migration/text';
import type { DatabaseState } from '../../../../src/engine/report';
import {
  addColumn,
  column,
  createForeignKey,
  createIndex,
  createTable,
  database,
  dropColumn,
  dropConstraint,
  dropIndex,
  dropTable,
  execute,
  key,
  revision,
} from './make';

const course: Operation[] = [
  createTable('users'),
  createTable('tweets', key('user_id', 'users')),
  createTable('tweet_images', key('tweet_id', 'tweets')),
];

/** Reasons of the downgrade, one line a step. */
function reasons(explained: Revision, state: DatabaseState): string[] {
  return explainDowngrade(explained, state).map((step) => plain(step.reason));
}

/** What PostgreSQL refuses, one line a step; null where it does not. */
function refusals(explained: Revision, state: DatabaseState): (string | null)[] {
  return explainDowngrade(explained, state).map((step) => step.refused && plain(step.refused.sentence));
}

describe("the course's revision", () => {
  const drops = [dropTable('tweet_images'), dropTable('tweets'), dropTable('users')];
  const expected = [
    'nobody refers to it',
    'after `tweet_images`, whose `tweet_id` references `tweets.id`',
    'after `tweets`, whose `user_id` references `users.id`',
  ];
  const tables = {
    users: [],
    tweets: [key('user_id', 'users')],
    tweet_images: [key('tweet_id', 'tweets')],
  };

  test('gives the reason for each place, before it is applied', () => {
    expect(reasons(revision(course, drops), database([]))).toEqual(expected);
  });

  test('and after', () => {
    const state = database(['new'], tables);
    expect(reasons(revision(course, drops), state)).toEqual(expected);
    expect(refusals(revision(course, drops), state)).toEqual([null, null, null]);
  });

  test('numbers the steps, and says which step of the upgrade each takes back', () => {
    const steps = explainDowngrade(revision(course, drops), database([]));
    expect(steps.map((step) => [step.number, step.reverses])).toEqual([
      [1, 3],
      [2, 2],
      [3, 1],
    ]);
    expect(plain(steps[0]?.sentence ?? [])).toBe('Drops the table `tweet_images` and every row in it.');
  });

  test('is refused where the parent goes first', () => {
    const wrong = revision(course, [dropTable('users'), dropTable('tweet_images'), dropTable('tweets')]);
    const [first, ...rest] = explainDowngrade(wrong, database([]));
    expect(first?.refused).toMatchObject({
      sqlstate: '2BP01',
      by: [{ table: 'tweets', key: 'tweets_user_id_fkey', columns: ['user_id'] }],
      message: 'cannot drop table users because other objects depend on it',
    });
    expect(plain(first?.refused?.sentence ?? [])).toBe(
      'PostgreSQL will refuse: `tweets`, whose `user_id` references `users.id`, still stands.',
    );
    expect(plain(first?.reason ?? [])).toBe(
      'too early: `tweets`, whose `user_id` references `users.id`, is dropped only in step 3',
    );
    expect(rest.map((step) => step.refused)).toEqual([null, null]);
  });

  test('a later revision that refers to it does not count: its own downgrade runs first', () => {
    const later = database(['later'], { ...tables, likes: [key('tweet_id', 'tweets')] });
    expect(refusals(revision(course, drops), later)).toEqual([null, null, null]);
  });

  test('a table that others made and that refers to it does', () => {
    const state = database(['new'], { ...tables, audit: [key('actor_id', 'users')] });
    expect(refusals(revision(course, drops), state)[2]).toBe(
      'PostgreSQL will refuse: `audit`, whose `actor_id` references `users.id`, still stands.',
    );
    expect(reasons(revision(course, drops), state)[2]).toBe(
      'too early: `audit`, whose `actor_id` references `users.id`, is not dropped by this downgrade',
    );
  });
});

describe('keys of other shapes', () => {
  test('a table that refers to itself', () => {
    const made = revision([createTable('nodes', key('parent_id', 'nodes'))], [dropTable('nodes')]);
    expect(reasons(made, database([]))).toEqual([
      'nobody else refers to it; its own `parent_id` goes with it',
    ]);
    expect(refusals(made, database([]))).toEqual([null]);
  });

  test('several keys from one table, and several tables', () => {
    const made = revision(
      [
        createTable('users'),
        createTable('messages', key('from_id', 'users'), key('to_id', 'users')),
        createTable('likes', key('user_id', 'users')),
      ],
      [dropTable('likes'), dropTable('messages'), dropTable('users')],
    );
    expect(reasons(made, database([]))[2]).toBe(
      'after `likes`, whose `user_id` references `users.id`, and `messages`, whose `from_id` and `to_id` reference `users.id`',
    );
  });

  test('a key of two columns', () => {
    const pair = key('a', 'pairs', { columns: ['a', 'b'], referencedColumns: ['x', 'y'] });
    const made = revision(
      [createTable('pairs'), createTable('uses', pair)],
      [dropTable('uses'), dropTable('pairs')],
    );
    expect(reasons(made, database([]))[1]).toBe(
      'after `uses`, whose `a` and `b` reference `pairs.x` and `pairs.y`',
    );
  });

  test('a key from one schema to another', () => {
    const made = revision(
      [createTable('users'), createTable('shop.orders', key('user_id', 'users'))],
      [dropTable('shop.orders'), dropTable('users')],
    );
    expect(reasons(made, database([]))[1]).toBe(
      'after `shop.orders`, whose `user_id` references `users.id` (a key from one schema to another)',
    );
  });

  test('names without a schema mean the one that Alembic keeps its version in', () => {
    const state = database(['new'], {
      'myapp.alembic_version': [],
      'myapp.users': [],
      'myapp.tweets': [key('user_id', 'myapp.users')],
    });
    const inSchema = { ...state, schemas: state.schemas.filter((schema) => schema.name === 'myapp') };
    const made = revision([], [dropTable('users'), dropTable('tweets')]);
    expect(refusals(made, inSchema)[0]).toContain('`tweets`, whose `user_id` references `users.id`');
  });

  test('a cycle is refused, and says what helps', () => {
    const made = revision(
      [
        createTable('users'),
        createTable('posts', key('user_id', 'users')),
        createForeignKey('users', key('pinned_id', 'posts', { name: 'fk_pinned' })),
      ],
      [dropTable('users'), dropTable('posts')],
    );
    expect(refusals(made, database([]))).toEqual([
      "PostgreSQL will refuse: `posts`, whose `user_id` references `users.id`, still stands; they refer to each other in a circle, so no order of drops works: first drop a key, as in `op.drop_constraint('posts_user_id_fkey', 'posts', type_='foreignkey')`.",
      null,
    ]);
  });

  test('a cycle whose key goes first is fine', () => {
    const made = revision(
      [
        createTable('users'),
        createTable('posts', key('user_id', 'users')),
        createForeignKey('users', key('pinned_id', 'posts', { name: 'fk_pinned' })),
      ],
      [dropConstraint('fk_pinned', 'users'), dropTable('posts'), dropTable('users')],
    );
    expect(refusals(made, database([]))).toEqual([null, null, null]);
    expect(reasons(made, database([]))).toEqual([
      'the key goes before `posts`, which it references (step 2); reverses step 3 of the upgrade',
      'after the key `fk_pinned` of `users` (step 1)',
      'after `posts`, whose `user_id` references `users.id`',
    ]);
  });

  test('a use_alter key is left out by create_table, so nothing holds on', () => {
    const made = revision(
      [createTable('users', key('pinned_id', 'posts', { useAlter: true })), createTable('posts')],
      [dropTable('posts'), dropTable('users')],
    );
    expect(refusals(made, database([]))).toEqual([null, null]);
  });
});

describe('columns, indexes and constraints', () => {
  const base = database(['old'], { users: [], teams: [] });
  const onOld = { downRevision: ['old'] };

  test('an index goes before its column', () => {
    const made = revision(
      [addColumn('users', column('email')), createIndex('ix_users_email', 'users', ['email'])],
      [dropIndex('ix_users_email', 'users'), dropColumn('users', 'email')],
      onOld,
    );
    expect(reasons(made, base)).toEqual([
      'the index goes before its column `email` (step 2); reverses step 2 of the upgrade',
      'after its index `ix_users_email`; reverses step 1 of the upgrade',
    ]);
  });

  test('an index goes before its table', () => {
    const made = revision(
      [createTable('likes'), createIndex('ix_likes', 'likes', ['id'])],
      [dropIndex('ix_likes', null), dropTable('likes')],
      onOld,
    );
    expect(reasons(made, base)[0]).toBe(
      'the index goes before its table `likes` (step 2); reverses step 2 of the upgrade',
    );
  });

  test('a key goes before its column; the column goes after it', () => {
    const made = revision(
      [
        addColumn('users', column('team_id')),
        createForeignKey('users', key('team_id', 'teams', { name: 'fk' })),
      ],
      [dropConstraint('fk', 'users'), dropColumn('users', 'team_id')],
      onOld,
    );
    expect(reasons(made, base)).toEqual([
      'the key goes before its column `team_id` (step 2); reverses step 2 of the upgrade',
      'after its key `fk`; reverses step 1 of the upgrade',
    ]);
  });

  test('a column takes its key along before the table that it references', () => {
    const made = revision(
      [createTable('clubs'), addColumn('users', column('club_id'), key('club_id', 'clubs'))],
      [dropColumn('users', 'club_id'), dropTable('clubs')],
      onOld,
    );
    expect(reasons(made, base)).toEqual([
      'before `clubs`, which it references (step 2): its key goes with it; reverses step 2 of the upgrade',
      'after the column `users.club_id` (step 1), whose key went with it',
    ]);
    expect(refusals(made, base)).toEqual([null, null]);
  });

  test('a column that others refer to is refused', () => {
    const state = database(['new'], { users: [], tweets: [key('user_id', 'users')] });
    const [step] = explainDowngrade(revision([], [dropColumn('users', 'id')]), state);
    expect(step?.refused?.message).toBe(
      'cannot drop column id of table users because other objects depend on it',
    );
    expect(plain(step?.reason ?? [])).toBe(
      'the revision puts it here; no step of the upgrade is its opposite',
    );
  });

  test('a column that only takes back the upgrade', () => {
    const made = revision([addColumn('users', column('likes'))], [dropColumn('users', 'likes')], onOld);
    expect(reasons(made, base)).toEqual(['reverses step 1 of the upgrade']);
  });
});

describe('what cannot be known', () => {
  test('SQL of its own may have cleared the way', () => {
    const made = revision(course.slice(0, 2), [execute('DROP TABLE tweets'), dropTable('users')]);
    expect(refusals(made, database([]))[1]).toBe(
      'PostgreSQL will refuse: `tweets`, whose `user_id` references `users.id`, still stands. Unless the SQL of step 1 sees to it.',
    );
    expect(reasons(made, database([]))[0]).toContain('cannot be told from outside');
  });

  test('a table that is not there is refused, where the database is known to stand at this revision', () => {
    const made = revision([], [dropTable('gone')]);
    expect(explainDowngrade(made, database(['new']))[0]?.refused?.sqlstate).toBe('42P01');
    expect(explainDowngrade(made, database(['later']))[0]?.refused).toBeNull();
  });
});

test("what the upgrade's own SQL made is not known: neither praised nor refused", () => {
  const made = revision(
    [createTable('users'), execute('ALTER TABLE users SET SCHEMA shop')],
    [dropTable('shop.users')],
  );
  expect(refusals(made, database([]))).toEqual([null]);
  expect(reasons(made, database([]))).toEqual([
    'the revision puts it here; no step of the upgrade is its opposite',
  ]);
});

describe('a downgrade that makes tables again', () => {
  test('parents come back before their children', () => {
    const made = revision(
      [dropTable('tweets'), dropTable('users')],
      [createTable('users'), createTable('tweets', key('user_id', 'users'))],
      { downRevision: ['old'] },
    );
    const state = database(['old'], { users: [], tweets: [key('user_id', 'users')] });
    expect(reasons(made, state)).toEqual([
      'reverses step 2 of the upgrade',
      'after `users`, which its `user_id` references; reverses step 1 of the upgrade',
    ]);
    expect(refusals(made, state)).toEqual([null, null]);
  });
});

describe('the upgrade', () => {
  test('a key to a table that does not exist yet is refused', () => {
    const made = revision([createTable('tweets', key('user_id', 'users')), createTable('users')], []);
    const [first, second] = explainUpgrade(made, database([]));
    expect(first?.refused).toMatchObject({ sqlstate: '42P01', message: 'relation "users" does not exist' });
    expect(second?.refused).toBeNull();
  });

  test('a table that is there already, made by `create_all()`, is refused', () => {
    const [step] = explainUpgrade(revision([createTable('users')], []), database([], { users: [] }));
    expect(step?.refused).toMatchObject({ sqlstate: '42P07', message: 'relation "users" already exists' });
  });

  test("Alembic's unordered drop of removed models is refused at the parent", () => {
    const state = database(['old'], { users: [], tweets: [key('user_id', 'users')] });
    const made = revision([dropTable('users'), dropTable('tweets')], [], { downRevision: ['old'] });
    expect(explainUpgrade(made, state).map((step) => step.refused?.sqlstate ?? null)).toEqual([
      '2BP01',
      null,
    ]);
  });

  test('an applied one has passed', () => {
    const state = database(['new'], { users: [], tweets: [key('user_id', 'users')] });
    const made = revision(course, []);
    expect(explainUpgrade(made, state).map((step) => step.refused)).toEqual([null, null, null]);
  });
});
