import { expect, test } from 'vitest';
import { buildView } from '../../../src/engine/migration/view';
import { counterparts, type Linked } from '../../../src/workspace/counterparts';
import {
  addColumn,
  column,
  createIndex,
  createTable,
  database,
  dropColumn,
  dropIndex,
  dropTable,
  execute,
  key,
  revision,
} from '../engine/migration/make';

const steps = buildView(
  revision(
    [
      createTable('users'),
      createTable('shop.orders', key('user_id', 'users')),
      addColumn('posts', column('likes')),
      createIndex('ix_posts_likes', 'posts', ['likes']),
      execute('SELECT 1'),
    ],
    [
      dropIndex('ix_posts_likes', 'posts'),
      dropColumn('posts', 'likes'),
      dropTable('shop.orders'),
      dropTable('users'),
    ],
  ),
  '',
  database([], { posts: [] }),
);

const table = (label: string, dropStep: number | null): Linked['graph']['tables'][number] => {
  const staysOrGoes = { dropStep, createStep: null, dropNumber: dropStep };
  return { id: `id of ${label}`, label, ...staysOrGoes };
};

const view: Linked = {
  ...steps,
  graph: {
    of: 'downgrade',
    tables: [table('shop.orders', 3), table('users', 4), table('posts', null)],
    keys: [
      {
        id: 'fk',
        name: 'orders_user_id_fkey',
        from: 'id of shop.orders',
        to: 'id of users',
        columns: ['user_id'],
        referencedColumns: ['id'],
        crossesSchemas: true,
        inCircle: false,
      },
    ],
  },
};

function sorted(part: string): string[] {
  return [...counterparts(view, part)].sort();
}

const orders = [
  'column:shop.orders.id',
  'column:shop.orders.user_id',
  'down-sql:3',
  'down:3',
  'table:shop.orders',
  'up-sql:2',
  'up:2',
];

test.each(['up:2', 'down:3', 'up-sql:2', 'down-sql:3'])(
  '%s belongs with its reverse, the SQL of both, the table and its columns',
  (part) => expect(sorted(part)).toEqual(orders),
);

test('a table belongs with all steps that concern it, and with its keys', () => {
  expect(sorted('table:posts')).toEqual(
    [
      'up:3',
      'up-sql:3',
      'up:4',
      'up-sql:4',
      'down:1',
      'down-sql:1',
      'down:2',
      'down-sql:2',
      'table:posts',
    ].sort(),
  );
  expect(sorted('table:users')).toEqual(
    ['up:1', 'up-sql:1', 'down:4', 'down-sql:4', 'table:users', 'key:fk'].sort(),
  );
});

test('a column belongs with the steps that name it and those that take them back', () => {
  expect(sorted('column:shop.orders.user_id')).toEqual(
    ['up:2', 'up-sql:2', 'down:3', 'down-sql:3', 'table:shop.orders', 'column:shop.orders.user_id'].sort(),
  );
  expect(sorted('column:posts.likes')).toContain('up:4');
  expect(sorted('column:posts.title')).toEqual(['column:posts.title']);
});

test('a foreign key belongs with both its ends', () => {
  expect(sorted('key:fk')).toEqual(
    [
      'key:fk',
      'table:shop.orders',
      'table:users',
      'column:shop.orders.user_id',
      'column:users.id',
      'down:3',
      'down-sql:3',
      'down:4',
      'down-sql:4',
    ].sort(),
  );
});

test('the ends of a key are dropped by the function that the graph is of', () => {
  const ofUpgrade = { ...view, graph: { ...view.graph, of: 'upgrade' as const } };
  expect(counterparts(ofUpgrade, 'key:fk')).toContain('up:3');
  expect(counterparts(ofUpgrade, 'key:fk')).not.toContain('down:3');
});

test('a step without a table belongs with its SQL alone', () => {
  expect(sorted('up:5')).toEqual(['up-sql:5', 'up:5']);
});

test('a part that the revision does not have belongs with nothing else', () => {
  expect(sorted('up:9')).toEqual(['up:9']);
});
