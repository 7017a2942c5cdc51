import * as v from 'valibot';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Postgres } from '../../../src/engine/postgres/boot';
import { readDatabaseState } from '../../../src/engine/postgres/catalog';
import { SessionBusy } from '../../../src/engine/postgres/errors';
import {
  type ColumnState,
  DatabaseState,
  type SchemaState,
  type TableState,
} from '../../../src/engine/report';
import { Client, startPostgres } from './harness';
import { WIDE_SCHEMA } from './wide-schema';

let postgres: Postgres;
let state: DatabaseState;

beforeAll(async () => {
  postgres = await startPostgres();
  expect(new Client(postgres.backend).query(WIDE_SCHEMA).error).toBeNull();
  postgres.backend.resetSession();
  state = readDatabaseState(postgres);
});

afterAll(() => postgres.pglite.close());

const table = (schema: string, name: string): TableState => {
  const found = state.schemas.find((one) => one.name === schema)?.tables.find((one) => one.name === name);
  if (found === undefined) throw new Error(`no table ${schema}.${name}`);
  return found;
};
const column = (schema: string, name: string, of: string): ColumnState | undefined =>
  table(schema, name).columns.find((one) => one.name === of);
const schema = (name: string): SchemaState => state.schemas.find((one) => one.name === name) ?? never();

it('has the shape of the report', () => {
  expect(v.parse(DatabaseState, state)).toEqual(state);
});

it('reads the heads, as they are', () => {
  expect(state.heads).toEqual(['a1&<>', 'b2']);
  const elsewhere = readDatabaseState(postgres, { name: 'alembic_version', schema: 'shop' });
  expect(elsewhere.heads).toEqual([]);
});

it("lists schemas and tables by name, without the system's and without what extensions brought", () => {
  expect(state.schemas.map(({ name }) => name)).toEqual(['public', 'shop']);
  expect(schema('public').tables.map(({ name }) => name)).toEqual([
    ...[
      'alembic_version',
      'chicken',
      'child',
      'egg',
      'empty',
      'notes',
      'parent',
      'readings',
      'readings_2024',
    ],
    ...['readings_rest', 'scratch', 'users'],
  ]);
  expect(
    schema('public')
      .other.filter(({ kind }) => kind === 'function')
      .map(({ name }) => name),
  ).toEqual(['add(a integer, b integer)', 'touch()']);
});

it('counts rows', () => {
  expect(table('public', 'users').rows).toBe(3);
  expect(table('public', 'readings').rows).toBe(2);
  expect(table('public', 'empty').rows).toBe(0);
});

it('tells columns', () => {
  expect(column('public', 'users', 'id')).toEqual({
    name: 'id',
    type: 'integer',
    nullable: false,
    default: "nextval('users_id_seq'::regclass)",
    identity: null,
    generated: null,
    comment: null,
  });
  expect(column('public', 'users', 'name')).toMatchObject({
    type: 'character varying(40)',
    comment: 'two\nlines \\ and a backslash',
  });
  expect(column('public', 'users', 'full_name')).toMatchObject({
    default: null,
    generated: 'upper((name)::text)',
  });
  expect(column('shop', 'orders', 'id')).toMatchObject({ identity: 'always', default: null });
  expect(column('shop', 'lines', 'line')).toMatchObject({ identity: 'by default' });
  expect(column('shop', 'orders', 'discount')).toMatchObject({ type: 'shop.percent' });
});

it('tells constraints and indexes', () => {
  expect(table('shop', 'lines').primaryKey).toEqual({ name: 'lines_pkey', columns: ['order_id', 'line'] });
  expect(table('public', 'users')).toMatchObject({
    comment: 'people; with "quotes" and \'apostrophes\'',
    uniques: [{ name: 'users_name_key', columns: ['name'] }],
    checks: [{ name: 'users_born_check', definition: "CHECK ((born > '1900-01-01'::date))" }],
    indexes: [
      { name: 'users_lower', unique: false },
      { name: 'users_mail', unique: true },
    ],
  });
  expect(table('shop', 'orders').foreignKeys).toEqual([
    {
      name: 'orders_User Id_fkey',
      columns: ['User Id'],
      referencedSchema: 'public',
      referencedTable: 'users',
      referencedColumns: ['id'],
      onUpdate: 'cascade',
      onDelete: 'cascade',
      deferrable: false,
    },
  ]);
  expect(table('public', 'notes').foreignKeys).toHaveLength(1);
});

it('tells views, enums and sequences', () => {
  expect(schema('public').views.map(({ name }) => name)).toEqual(['happy']);
  expect(schema('public').enums).toEqual([{ name: 'mood', labels: ['sad', 'ok', 'happy'] }]);
  expect(schema('public').sequences).toEqual([
    { name: 'loose', ownedBy: null, lastValue: 105 },
    { name: 'unused', ownedBy: null, lastValue: null },
    { name: 'users_id_seq', ownedBy: 'users.id', lastValue: 3 },
  ]);
});

it('names the rest', () => {
  expect(schema('shop').other).toEqual([
    { kind: 'domain', name: 'percent' },
    { kind: 'exclusion constraint', name: 'orders_during_excl on orders' },
    { kind: 'procedure', name: 'tidy()' },
    { kind: 'type', name: 'point2' },
    { kind: 'type', name: 'span' },
  ]);
  expect(schema('public').other.map(({ kind }) => kind)).toEqual([
    ...['aggregate', 'domain', 'extension', 'extension', 'function', 'function', 'materialized view'],
    ...['policy', 'rule', 'statistics', 'trigger'],
  ]);
});

it('changes nothing by reading', () => {
  expect(readDatabaseState(postgres)).toEqual(state);
});

it('is read beside a transaction that has only read, and not beside one that wrote', () => {
  const one = new Client(postgres.backend);
  one.query('begin; select * from users');
  expect(readDatabaseState(postgres)).toEqual(state);
  one.query('create table late (x int)');
  expect(() => readDatabaseState(postgres)).toThrow(SessionBusy);
  one.close();
  expect(readDatabaseState(postgres)).toEqual(state);
});

function never(): never {
  throw new Error('no such schema');
}
