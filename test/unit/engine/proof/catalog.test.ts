import { describe, expect, test } from 'vitest';
import { diffCatalogs, follow, leftBehind } from '../../../../src/engine/proof/catalog-diff';
import { catalogLines } from '../../../../src/engine/proof/catalog-lines';
import type { ColumnState, DatabaseState, SchemaState, TableState } from '../../../../src/engine/report';

const column = (name: string, more: Partial<ColumnState> = {}): ColumnState => ({
  name,
  type: 'integer',
  nullable: true,
  default: null,
  identity: null,
  generated: null,
  comment: null,
  ...more,
});

const table = (name: string, columns: ColumnState[], more: Partial<TableState> = {}): TableState => ({
  name,
  comment: null,
  rows: 0,
  columns,
  primaryKey: null,
  uniques: [],
  checks: [],
  foreignKeys: [],
  indexes: [],
  ...more,
});

function state(tables: TableState[], more: Partial<SchemaState> = {}): DatabaseState {
  return {
    heads: [],
    schemas: [{ name: 'public', tables, views: [], enums: [], sequences: [], other: [], ...more }],
  };
}

const text = (before: DatabaseState, after: DatabaseState): string[] =>
  diffCatalogs(catalogLines(before), catalogLines(after)).map((line) => `${line.sign} ${line.text}`);

describe('the difference between two schemas', () => {
  test('reads as SQL would', () => {
    const users = table(
      'users',
      [column('id', { nullable: false, default: "nextval('users_id_seq'::regclass)" })],
      {
        primaryKey: { name: 'users_pkey', columns: ['id'] },
        uniques: [{ name: 'users_name_key', columns: ['a', 'b'] }],
        checks: [{ name: 'positive', definition: 'CHECK ((id > 0))' }],
        foreignKeys: [
          {
            name: 'up',
            columns: ['id'],
            referencedSchema: 'shop',
            referencedTable: 'orders',
            referencedColumns: ['id'],
            onUpdate: 'no action',
            onDelete: 'cascade',
            deferrable: true,
          },
        ],
        indexes: [
          { name: 'ix', unique: false, definition: 'CREATE INDEX ix ON public.users USING btree (id)' },
        ],
      },
    );
    const after = state([users], {
      sequences: [
        { name: 'users_id_seq', ownedBy: 'users.id', lastValue: 4 },
        { name: 'loose', ownedBy: null, lastValue: null },
      ],
      enums: [{ name: 'role', labels: ['admin', 'guest'] }],
    });
    expect(text(state([]), after)).toEqual([
      '+ enum role: admin, guest',
      '+ sequence loose',
      '+ table users',
      "+   id integer not null default nextval('users_id_seq'::regclass)",
      '+   primary key users_pkey (id)',
      '+   unique users_name_key (a, b)',
      '+   check positive: CHECK ((id > 0))',
      '+   foreign key up (id) references shop.orders (id) on delete cascade deferrable',
      '+   index ix: CREATE INDEX ix ON public.users USING btree (id)',
      '+   sequence users_id_seq',
    ]);
  });

  test('leaves out rows, counters, the order of columns and the version table', () => {
    const before = state([table('t', [column('a'), column('b')])], {
      sequences: [{ name: 's', ownedBy: null, lastValue: 1 }],
    });
    const after = state(
      [
        table('alembic_version', [column('version_num')]),
        table('t', [column('b'), column('a')], { rows: 3 }),
      ],
      { sequences: [{ name: 's', ownedBy: null, lastValue: 7 }] },
    );
    expect(text(before, after)).toEqual([]);
  });

  test('shows a changed column under its table, old above new', () => {
    const before = state([table('t', [column('a')]), table('u', [column('x')])]);
    const after = state([table('t', [column('a', { nullable: false })]), table('u', [column('x')])]);
    expect(text(before, after)).toEqual(['  table t', '-   a integer', '+   a integer not null']);
  });
});

test('what one database went through is done to another, and only that', () => {
  const lines = (...tables: TableState[]) => catalogLines(state(tables));
  const from = lines(table('t', [column('a'), column('b')]), table('gone', [column('x')]));
  const to = lines(table('t', [column('a', { nullable: false })]), table('new', [column('y')]));
  const start = lines(table('t', [column('a'), column('b'), column('mine')]), table('gone', [column('x')]));
  const expected = lines(
    table('t', [column('a', { nullable: false }), column('mine')]),
    table('new', [column('y')]),
  );
  expect(diffCatalogs(follow(start, from, to), expected)).toEqual([]);
});

test('what is left behind is what stands beside the tables', () => {
  const before = catalogLines(state([]));
  const after = catalogLines(
    state([table('t', [column('a')])], {
      enums: [{ name: 'role', labels: [] }],
      sequences: [{ name: 's', ownedBy: null, lastValue: null }],
      other: [{ kind: 'function', name: 'f()' }],
    }),
  );
  expect(leftBehind(before, after)).toEqual([
    { kind: 'enum', name: 'role' },
    { kind: 'sequence', name: 's' },
    { kind: 'other', name: 'function f()' },
  ]);
});
