import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { explainDowngrade, explainUpgrade } from '../../../../../src/engine/migration/downgrade';
import { applyEdits, type Fix } from '../../../../../src/engine/migration/edits';
import type { CreateTable, Operation } from '../../../../../src/engine/migration/operations';
import type { DatabaseState } from '../../../../../src/engine/report';
import { creates } from '../arbitrary';
import {
  addColumn,
  column,
  createForeignKey,
  createTable,
  database,
  dropColumn,
  dropConstraint,
  dropIndex,
  dropTable,
  execute,
  key,
  path,
  renameTable,
  revision,
} from '../make';
import { file, readBack, written, type Written } from '../revision-file';

const onOld = { downRevision: ['old'] };
const course = database(['old'], {
  users: [],
  tweets: [key('user_id', 'users')],
  tweet_images: [key('tweet_id', 'tweets')],
});

/** The fix of an upgrade with these statements, and the function's lines once it is applied. */
function upgradeFix(statements: Written[], state: DatabaseState): { fix: Fix | null; lines: string[] } {
  const { source, operations } = file('upgrade', statements);
  const made = revision(operations, [], onOld);
  const steps = explainUpgrade(made, state, source);
  const fixes = new Set(steps.flatMap((step) => (step.refused === null ? [] : [step.refused.fix])));
  expect(fixes.size).toBe(1);
  const [fix = null] = fixes;
  return { fix, lines: body(applyEdits(source, fix?.edits ?? [])) };
}

function downgradeFix(upgrade: Operation[], statements: Written[]): { fix: Fix | null; lines: string[] } {
  const { source, operations } = file('downgrade', statements);
  const steps = explainDowngrade(revision(upgrade, operations), database([]), source);
  const fix = steps.find((step) => step.refused !== null)?.refused?.fix ?? null;
  return { fix, lines: body(applyEdits(source, fix?.edits ?? [])) };
}

/** The lines between Alembic's own two comments. */
function body(source: string): string[] {
  const lines = source.split('\n');
  return lines
    .slice(
      lines.findIndex((line) => line.includes('please adjust')) + 1,
      lines.findIndex((line) => line.includes('end Alembic')),
    )
    .map((line) => line.replace(/^ {4}/, ''));
}

function drop(table: string): Written {
  return { text: `op.drop_table('${table}')`, operations: [dropTable(table)] };
}

describe('drops of removed models', () => {
  test('are put into an order that works, and the title says which', () => {
    const { fix, lines } = upgradeFix([drop('users'), drop('tweets'), drop('tweet_images')], course);
    expect(fix?.title).toBe('Drop `tweet_images`, then `tweets`, then `users`');
    expect(lines).toEqual([
      "op.drop_table('tweet_images')",
      "op.drop_table('tweets')",
      "op.drop_table('users')",
    ]);
  });

  test('what need not move stays, with its blank lines and comments', () => {
    const state = database(['old'], { users: [], tweets: [key('user_id', 'users')], a: [], b: [] });
    const statements: Written[] = [
      drop('a'),
      { text: "# the parents\nop.drop_table(\n    'users',\n)  # gone", operations: [dropTable('users')] },
      { text: "\nop.drop_table('b')", operations: [dropTable('b')] },
      { text: "# the children\nop.drop_table('tweets')", operations: [dropTable('tweets')] },
    ];
    expect(upgradeFix(statements, state).lines).toEqual([
      "op.drop_table('a')",
      "op.drop_table('b')",
      '',
      '# the children',
      "op.drop_table('tweets')",
      '# the parents',
      'op.drop_table(',
      "    'users',",
      ')  # gone',
    ]);
  });

  test('an index stays before the table that it is on', () => {
    const indexed: DatabaseState = structuredClone(course);
    const tweets = indexed.schemas[0]?.tables.find((table) => table.name === 'tweets');
    tweets?.indexes.push({ name: 'ix_tweets', unique: false, definition: '' });
    const statements: Written[] = [
      drop('users'),
      {
        text: "with op.batch_alter_table('tweets') as batch_op:\n    batch_op.drop_index('ix_tweets')",
        operations: [dropIndex('ix_tweets', 'tweets')],
      },
      drop('tweets'),
      drop('tweet_images'),
    ];
    const { fix, lines } = upgradeFix(statements, indexed);
    expect(lines).toEqual([
      "with op.batch_alter_table('tweets') as batch_op:",
      "    batch_op.drop_index('ix_tweets')",
      "op.drop_table('tweet_images')",
      "op.drop_table('tweets')",
      "op.drop_table('users')",
    ]);
    expect(fix?.title).toBe('Put the drops into an order that works');
  });

  test("a parent that goes along with the child's column", () => {
    const statements: Written[] = [
      drop('users'),
      {
        text: "op.drop_constraint('tweets_user_id_fkey', 'tweets', type_='foreignkey')",
        operations: [dropConstraint('tweets_user_id_fkey', 'tweets')],
      },
      { text: "op.drop_column('tweets', 'user_id')", operations: [dropColumn('tweets', 'user_id')] },
    ];
    const { fix, lines } = upgradeFix(statements, course);
    expect(fix?.title).toBe('Drop `users` once nothing refers to it');
    expect(lines.map((line) => line.split('(')[0])).toEqual([
      'op.drop_constraint',
      'op.drop_table',
      'op.drop_column',
    ]);
  });

  test('a loop moves as a whole', () => {
    const loop = {
      text: "for table in ('tweet_images', 'tweets'):\n    op.drop_table(table)",
      operations: [dropTable('tweet_images'), dropTable('tweets')],
    };
    expect(upgradeFix([drop('users'), loop], course).lines).toEqual([
      "for table in ('tweet_images', 'tweets'):",
      '    op.drop_table(table)',
      "op.drop_table('users')",
    ]);
  });
});

describe('creates', () => {
  test('come after what their keys reference', () => {
    const tables = [createTable('tweets', key('user_id', 'users')), createTable('users')];
    const { fix, lines } = upgradeFix(written(tables), database(['old']));
    expect(fix?.title).toBe('Create `users`, then `tweets`');
    expect(lines.filter((line) => line.startsWith('op.'))).toEqual([
      "op.create_table('users',",
      "op.create_table('tweets',",
    ]);
  });

  test('a key comes after the column and the table that it needs', () => {
    const statements = written([
      createForeignKey('tweets', key('team_id', 'teams', { name: 'fk' })),
      addColumn('tweets', column('team_id')),
      createTable('teams'),
    ]);
    const { lines } = upgradeFix(statements, course);
    expect(lines.filter((line) => line.startsWith('op.')).map((line) => line.split('(')[0])).toEqual([
      'op.add_column',
      'op.create_table',
      'op.create_foreign_key',
    ]);
  });

  test('in a circle: the tables first, the key afterwards, with its options', () => {
    const statements: Written[] = [
      {
        text: "op.create_table('posts',\nsa.Column('id', sa.Integer(), nullable=False),\nsa.Column('user_id', sa.Integer(), nullable=True),\nsa.ForeignKeyConstraint(['user_id'], ['users.id'], name=op.f('fk_by'), ondelete='CASCADE'),\nsa.PrimaryKeyConstraint('id')\n)",
        operations: [createTable('posts', key('user_id', 'users', { name: 'fk_by', onDelete: 'CASCADE' }))],
      },
      {
        text: "op.create_table('users',\nsa.ForeignKeyConstraint(['pinned_id'], ['posts.id'], ),\n)",
        operations: [createTable('users', key('pinned_id', 'posts'))],
      },
    ];
    const { fix, lines } = upgradeFix(statements, database(['old']));
    expect(fix?.title).toBe('Create the tables first, then the key `fk_by`');
    expect(lines).toEqual([
      "op.create_table('posts',",
      "sa.Column('id', sa.Integer(), nullable=False),",
      "sa.Column('user_id', sa.Integer(), nullable=True),",
      "sa.PrimaryKeyConstraint('id')",
      ')',
      "op.create_table('users',",
      "sa.ForeignKeyConstraint(['pinned_id'], ['posts.id'], ),",
      ')',
      "op.create_foreign_key('fk_by', 'posts', 'users', ['user_id'], ['id'], ondelete='CASCADE')",
    ]);
  });

  test('in a circle whose keys are not written as Alembic writes them: no fix', () => {
    const statements: Written[] = [
      {
        text: "op.create_table('posts', *COLUMNS)",
        operations: [createTable('posts', key('user_id', 'users'))],
      },
      {
        text: "op.create_table('users', *OTHERS)",
        operations: [createTable('users', key('pinned_id', 'posts'))],
      },
    ];
    expect(upgradeFix(statements, database(['old'])).fix).toBeNull();
  });
});

describe('a circle of keys', () => {
  const made = [
    createTable('users'),
    createTable('shop.posts', key('user_id', 'users')),
    addColumn('users', column('pinned_id')),
    createForeignKey('users', key('pinned_id', 'shop.posts', { name: 'fk_pinned' })),
  ];

  test('is cut by dropping a key first', () => {
    const { fix, lines } = downgradeFix(made, [drop('users'), drop('shop.posts')]);
    expect(fix?.title).toBe('Drop the key `posts_user_id_fkey` first');
    expect(lines).toEqual([
      "op.drop_constraint('posts_user_id_fkey', 'posts', type_='foreignkey', schema='shop')",
      "op.drop_table('users')",
      "op.drop_table('shop.posts')",
    ]);
  });

  test('needs no key of its own where the function drops one, only too late', () => {
    const statements = [
      drop('users'),
      drop('shop.posts'),
      {
        text: "op.drop_constraint('fk_pinned', 'users')",
        operations: [dropConstraint('fk_pinned', 'users')],
      },
    ];
    expect(downgradeFix(made, statements).lines).toEqual([
      "op.drop_constraint('fk_pinned', 'users')",
      "op.drop_table('shop.posts')",
      "op.drop_table('users')",
    ]);
  });

  test('is not cut where the table stays that has the key', () => {
    expect(downgradeFix(made, [drop('users')]).fix).toBeNull();
  });
});

describe('no fix', () => {
  const wrong = [drop('users'), drop('tweets'), drop('tweet_images')];

  test('where SQL of its own stands between', () => {
    const sql = { text: "op.execute('SELECT 1')", operations: [execute('SELECT 1')] };
    const [users, ...children] = wrong;
    expect(upgradeFix([users ?? sql, sql, ...children], course).fix).toBeNull();
  });

  test('but one where it stands at the end', () => {
    const sql = { text: "op.execute('SELECT 1')", operations: [execute('SELECT 1')] };
    expect(upgradeFix([...wrong, sql], course).lines.at(-1)).toBe("op.execute('SELECT 1')");
  });

  test('where a name is made in between that others may need', () => {
    const { source, operations } = file('upgrade', wrong);
    const between = source.replace("    op.drop_table('tweets')", "    x = 1; op.drop_table('tweets')");
    const [step] = explainUpgrade(revision(operations, [], onOld), course, between);
    expect(step?.refused).toMatchObject({ sqlstate: '2BP01', fix: null });
  });

  test('where a helper of the same file does it', () => {
    const { source, operations } = file('upgrade', wrong);
    const helper = source.replace(
      "    op.drop_table('tweets')",
      "def helper():\n    op.drop_table('tweets')",
    );
    const moved = operations.map((operation, index) =>
      index === 0 || operation.statement === null
        ? operation
        : {
            ...operation,
            statement: { line: operation.statement.line + 1, endLine: operation.statement.endLine + 1 },
          },
    );
    expect(explainUpgrade(revision(moved, [], onOld), course, helper)[0]?.refused?.fix).toBeNull();
  });

  test('where the place of a step is not known', () => {
    const { source, operations } = file('upgrade', wrong);
    const unknown = operations.map((operation, index) =>
      index === 1 ? { ...operation, statement: null } : operation,
    );
    expect(explainUpgrade(revision(unknown, [], onOld), course, source)[0]?.refused?.fix).toBeNull();
  });

  test('where a function runs twice', () => {
    const { source, operations } = file('upgrade', wrong);
    const twice = [...operations, ...operations.slice(0, 1)];
    expect(explainUpgrade(revision(twice, [], onOld), course, source)[0]?.refused?.fix).toBeNull();
  });

  test('where the function fails half-way', () => {
    const { source, operations } = file('upgrade', wrong);
    const errors = [{ where: 'upgrade' as const, type: 'NameError', message: '', line: 9 }];
    expect(
      explainUpgrade(revision(operations, [], { ...onOld, errors }), course, source)[0]?.refused?.fix,
    ).toBeNull();
  });

  test('where another order would mean something else', () => {
    const statements = written([createTable('users'), renameTable('users', 'people')]);
    expect(upgradeFix(statements, database(['old'], { users: [] })).fix).toBeNull();
  });

  test('where something else is wrong, too', () => {
    expect(upgradeFix([...wrong, drop('gone')], course).fix).toBeNull();
  });
});

test('keeps Windows line ends', () => {
  const { source, operations } = file('upgrade', [drop('users'), drop('tweets'), drop('tweet_images')]);
  const windows = source.replaceAll('\n', '\r\n');
  const fix = explainUpgrade(revision(operations, [], onOld), course, windows)[0]?.refused?.fix;
  const fixed = applyEdits(windows, fix?.edits ?? []);
  expect(fixed).toContain(
    "op.drop_table('tweet_images')\r\n    op.drop_table('tweets')\r\n    op.drop_table('users')\r\n",
  );
  expect(fixed.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
});

describe('whatever the tables', () => {
  const shuffled = creates.chain((tables) =>
    fc.record({
      tables: fc.constant(tables),
      order: fc.shuffledSubarray(tables, { minLength: tables.length }),
      circles: fc.array(fc.tuple(fc.nat(tables.length - 1), fc.nat(tables.length - 1)), { maxLength: 3 }),
    }),
  );

  test('creates in any order get one that works', () => {
    fc.assert(
      fc.property(shuffled, ({ order }) => {
        const statements = written(order);
        const { source, operations } = file('upgrade', statements);
        const steps = explainUpgrade(revision(operations, []), database([]), source);
        const refused = steps.find((step) => step.refused !== null)?.refused ?? null;
        const fixed = readBack(applyEdits(source, refused?.fix?.edits ?? []), statements);
        expect(fixed).toHaveLength(order.length);
        const again = explainUpgrade(revision(fixed, []), database([]));
        expect(again.filter((step) => step.refused !== null)).toEqual([]);
      }),
    );
  });

  test('drops in any order get one that works, circles or not', () => {
    fc.assert(
      fc.property(shuffled, ({ tables, order, circles }) => {
        const upgrade = [...tables, ...circles.flatMap(([from, to], n) => extraKey(tables, from, to, n))];
        const statements = written(order.map((table) => dropTable(path(table))));
        const { source, operations } = file('downgrade', statements);
        const steps = explainDowngrade(revision(upgrade, operations), database([]), source);
        const refused = steps.find((step) => step.refused !== null)?.refused ?? null;
        const fixed = readBack(applyEdits(source, refused?.fix?.edits ?? []), statements);
        expect(fixed.filter((one) => one.kind === 'drop_table')).toHaveLength(order.length);
        const again = explainDowngrade(revision(upgrade, fixed), database([]));
        expect(again.filter((step) => step.refused !== null)).toEqual([]);
      }),
    );
  });
});

function extraKey(tables: readonly CreateTable[], from: number, to: number, number: number): Operation[] {
  const [owner, target] = [tables[from], tables[to]];
  if (owner === undefined || target === undefined) throw new Error('no such table');
  return [createForeignKey(path(owner), key('id', path(target), { name: `extra_${number}` }))];
}
