import { describe, expect, test } from 'vitest';
import { explainUpgrade } from '../../../../src/engine/migration/downgrade';
import type { Operation } from '../../../../src/engine/migration/operations';
import { plain } from '../../../../src/engine/migration/text';
import type { DatabaseState } from '../../../../src/engine/report';
import {
  addColumn,
  column,
  createForeignKey,
  createIndex,
  createTable,
  createUnique,
  database,
  dropColumn,
  dropConstraint,
  dropIndex,
  dropTable,
  execute,
  key,
  renameColumn,
  renameTable,
  revision,
} from './make';

const base = database(['old'], { users: [], tweets: [key('user_id', 'users')], teams: [] });
const onOld = { downRevision: ['old'] };

function reasons(upgrade: Operation[], state: DatabaseState = base): (string | null)[] {
  return explainUpgrade(revision(upgrade, [], onOld), state).map((step) => step.reason && plain(step.reason));
}

/** SQLSTATE and message of each step. */
function refusals(upgrade: Operation[], state: DatabaseState = base): (string | null)[] {
  return explainUpgrade(revision(upgrade, [], onOld), state).map(
    ({ refused }) => refused && `${refused.sqlstate} ${refused.message}`,
  );
}

/** What is said of the first step. */
function sentence(upgrade: Operation[]): string {
  const [step] = explainUpgrade(revision(upgrade, [], onOld), base);
  return plain(step?.refused?.sentence ?? []);
}

describe('the reason for a place', () => {
  test('a table comes after those that its keys reference', () => {
    const made = [
      createTable('a'),
      createTable('shop.b'),
      createTable('c', key('x', 'a'), key('y', 'a'), key('z', 'shop.b'), key('by', 'users'), key('up', 'c')),
    ];
    expect(reasons(made)).toEqual([
      null,
      null,
      'after `a`, which its `x` and `y` reference, and `shop.b`, which its `z` references',
    ]);
  });

  test('a key names what does not exist yet, or never will', () => {
    const made = [createTable('a', key('b_id', 'b'), key('c_id', 'c')), createTable('b')];
    expect(reasons(made)).toEqual([
      'too early: `b`, which its `b_id` references, is created only in step 2, and `c`, which its `c_id` references, does not exist, and this upgrade does not create it',
      null,
    ]);
  });

  test('a column with a key, a key, an index and a constraint come after what they need', () => {
    const made = [
      createTable('clubs'),
      addColumn('users', column('club_id'), key('club_id', 'clubs')),
      addColumn('users', column('team_id')),
      createForeignKey('users', key('team_id', 'teams')),
      createIndex('ix', 'users', ['team_id']),
      createUnique('uq', 'clubs', ['id']),
      addColumn('users', column('age')),
    ];
    expect(reasons(made)).toEqual([
      null,
      'after `clubs`, which its `club_id` references',
      null,
      'after its column `team_id` (step 3)',
      'after its column `team_id` (step 3)',
      'after its table `clubs` (step 1)',
      null,
    ]);
  });

  test('drops of removed models, in the order that works and in the other', () => {
    expect(reasons([dropTable('tweets'), dropTable('users')])).toEqual([
      'nobody refers to it',
      'after `tweets`, whose `user_id` references `users.id`',
    ]);
    expect(reasons([dropTable('users'), dropTable('tweets')])[0]).toBe(
      'too early: `tweets`, whose `user_id` references `users.id`, is dropped only in step 2',
    );
    expect(reasons([dropTable('users')])).toEqual([
      'too early: `tweets`, whose `user_id` references `users.id`, is not dropped by this upgrade',
    ]);
  });

  test("a parent removed along with the child's column", () => {
    expect(reasons([dropColumn('tweets', 'user_id'), dropTable('users')])).toEqual([
      'before `users`, which it references (step 2): its key goes with it',
      'after the column `tweets.user_id` (step 1), whose key went with it',
    ]);
  });

  test('a circle is called one', () => {
    const state = database(['old'], { a: [key('b_id', 'b')], b: [key('a_id', 'a')] });
    expect(reasons([dropTable('a'), dropTable('b')], state)[0]).toBe(
      'too early: `b`, whose `a_id` references `a.id`, is dropped only in step 2; they refer to each other in a circle',
    );
  });

  test('of one that is applied, its downgrade tells what was there', () => {
    const made = revision(
      [dropTable('tweets'), dropTable('users')],
      [createTable('users'), createTable('tweets', key('user_id', 'users'))],
    );
    expect(explainUpgrade(made, database(['new'])).map((step) => plain(step.reason ?? []))).toEqual([
      'nobody refers to it',
      'after `tweets`, whose `user_id` references `users.id`',
    ]);
  });
});

describe('what PostgreSQL refuses', () => {
  test('tables that are not there', () => {
    expect(
      refusals([
        addColumn('gone', column('x')),
        createIndex('ix', 'shop.gone', ['x']),
        renameTable('gone', 'back'),
        dropConstraint('fk', 'nowhere.gone'),
        createTable('nowhere.a'),
      ]),
    ).toEqual([
      '42P01 relation "gone" does not exist',
      '42P01 relation "shop.gone" does not exist',
      '42P01 relation "gone" does not exist',
      '3F000 schema "nowhere" does not exist',
      '3F000 schema "nowhere" does not exist',
    ]);
    expect(sentence([createTable('nowhere.a')])).toBe(
      'PostgreSQL will refuse: there is no schema `nowhere`.',
    );
  });

  test('names that are taken', () => {
    const made = [
      createTable('users'),
      renameTable('teams', 'users'),
      renameColumn('tweets', 'user_id', 'id'),
      addColumn('tweets', column('id')),
      createUnique('users_pkey', 'users', ['id']),
      createForeignKey('tweets', key('user_id', 'users', { name: 'tweets_user_id_fkey' })),
    ];
    expect(made.flatMap((operation) => refusals([operation]))).toEqual([
      '42P07 relation "users" already exists',
      '42P07 relation "users" already exists',
      '42701 column "id" of relation "tweets" already exists',
      '42701 column "id" of relation "tweets" already exists',
      '42P07 relation "users_pkey" already exists',
      '42710 constraint "tweets_user_id_fkey" for relation "tweets" already exists',
    ]);
  });

  test("the names of a new table's constraints, which a table that goes still has", () => {
    const renamed = {
      ...createTable('people', key('team_id', 'nowhere')),
      uniques: [{ name: 'users_pkey', columns: ['id'] }],
    };
    // The index behind a constraint is made before the foreign keys.
    expect(refusals([renamed])).toEqual(['42P07 relation "users_pkey" already exists']);
    const [step] = explainUpgrade(
      revision([{ ...renamed, foreignKeys: [] }, dropTable('tweets'), dropTable('users')], [], onOld),
      base,
    );
    expect(step?.refused?.sqlstate).toBe('42P07');
    expect(refusals([dropTable('tweets'), dropTable('users'), { ...renamed, foreignKeys: [] }])).toEqual([
      null,
      null,
      null,
    ]);
    expect(refusals([{ ...renamed, foreignKeys: [], schema: 'shop' }])).toEqual([null]);
  });

  test('columns, constraints and indexes that are not there', () => {
    const made = [
      dropColumn('users', 'age'),
      createUnique('uq', 'users', ['age']),
      createIndex('ix', 'users', ['age']),
      renameColumn('users', 'age', 'years'),
      createForeignKey('users', key('age', 'teams')),
      dropConstraint('fk', 'users'),
      dropIndex('ix', 'users'),
    ];
    expect(made.flatMap((operation) => refusals([operation]))).toEqual([
      '42703 column "age" of relation "users" does not exist',
      '42703 column "age" named in key does not exist',
      '42703 column "age" does not exist',
      '42703 column "age" does not exist',
      '42703 column "age" referenced in foreign key constraint does not exist',
      '42704 constraint "fk" of relation "users" does not exist',
      '42704 index "ix" does not exist',
    ]);
  });

  test('a key onto what is not unique; not so after a unique index, or a constraint', () => {
    const email = addColumn('users', column('email'));
    const keyed = createForeignKey('tweets', key('user_id', 'users', { referencedColumns: ['email'] }));
    expect(refusals([email, keyed])[1]).toBe(
      '42830 there is no unique constraint matching given keys for referenced table "users"',
    );
    expect(refusals([email, createIndex('ix', 'users', ['email'], true), keyed])[2]).toBeNull();
    expect(refusals([email, createUnique('uq', 'users', ['email']), keyed])[2]).toBeNull();
  });

  test('to take away what a key rests on', () => {
    expect(refusals([dropConstraint('users_pkey', 'users')])).toEqual([
      '2BP01 cannot drop constraint users_pkey on table users because other objects depend on it',
    ]);
    expect(sentence([dropConstraint('users_pkey', 'users')])).toBe(
      'PostgreSQL will refuse: it is needed by `tweets`, whose `user_id` references `users.id`.',
    );
    const free = [dropConstraint('tweets_user_id_fkey', 'tweets'), dropConstraint('users_pkey', 'users')];
    expect(refusals(free)).toEqual([null, null]);
  });

  test('names that PostgreSQL prints in quotes', () => {
    const state = database(['old'], {
      user: [],
      'shop.Order': [key('by', 'user')],
      lines: [key('o', 'shop.Order')],
    });
    expect(refusals([dropTable('user'), dropTable('shop.Order')], state)).toEqual([
      '2BP01 cannot drop table "user" because other objects depend on it',
      '2BP01 cannot drop table shop."Order" because other objects depend on it',
    ]);
  });

  test('what SQL of its own may have made is not said to be missing', () => {
    expect(refusals([execute('CREATE TABLE gone ()'), addColumn('gone', column('x'))])).toEqual([null, null]);
    const enumType = { action: 'create' as const, name: 'mood', schema: null };
    const typed = [execute('CREATE TYPE mood ...', { enumType }), addColumn('gone', column('x'))];
    expect(refusals(typed)[1]).toBe('42P01 relation "gone" does not exist');
  });

  test('but what it may have cleared is, with a proviso', () => {
    const [, step] = explainUpgrade(revision([execute('...'), dropTable('users')], [], onOld), base);
    expect(plain(step?.refused?.sentence ?? [])).toMatch(
      /still stands\. Unless the SQL of step 1 sees to it\.$/,
    );
  });

  test('IF EXISTS and IF NOT EXISTS let it pass', () => {
    expect(
      refusals([
        { ...dropTable('gone'), ifExists: true },
        { ...createTable('users'), ifNotExists: true },
        { ...dropColumn('users', 'age'), ifExists: true },
        { ...dropConstraint('fk', 'users'), ifExists: true },
        { ...dropIndex('ix', 'users'), ifExists: true },
        { ...addColumn('users', column('id')), ifNotExists: true },
      ]),
    ).toEqual([null, null, null, null, null, null]);
  });
});
