import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { explainDowngrade, explainUpgrade } from '../../../src/engine/migration/downgrade';
import type {
  CreateForeignKey,
  CreateTable,
  Operation,
  TableName,
} from '../../../src/engine/migration/operations';
import { readDatabaseState } from '../../../src/engine/postgres/catalog';
import type { Postgres } from '../../../src/engine/postgres/boot';
import type { DatabaseState } from '../../../src/engine/report';
import { creates } from '../../unit/engine/migration/arbitrary';
import { createForeignKey, dropConstraint, dropTable, key, revision } from '../../unit/engine/migration/make';
import { Client, startPostgres } from '../postgres/harness';

let postgres: Postgres;
let client: Client;

beforeAll(async () => {
  postgres = await startPostgres();
  client = new Client(postgres.backend);
});

/** Tables in an order to create them in, more keys between any two of them, and some order to take it all back. */
const cases = creates.chain((tables) =>
  fc.record({
    upgrade: fc
      .array(fc.tuple(fc.nat(tables.length - 1), fc.nat(tables.length - 1)), { maxLength: 3 })
      .map((pairs): Operation[] => [
        ...tables,
        ...pairs.map(([from, to], n) => extraKey(tables, from, to, n)),
      ]),
    keysFirst: fc.boolean(),
    drops: fc.shuffledSubarray(tables, { minLength: tables.length }),
  }),
);

/** Alembic's own words for it do not matter here: this is what PostgreSQL is told. */
function sql(operation: Operation): string {
  switch (operation.kind) {
    case 'create_table': {
      const keys = operation.foreignKeys.map(
        (one) => `, ${one.columns[0] ?? ''} integer references ${path(one.referenced)} (id)`,
      );
      return `create table ${path(operation)} (id integer primary key${keys.join('')})`;
    }
    case 'create_foreign_key':
      return `alter table ${path(operation)} add constraint ${operation.key.name ?? ''} foreign key (id) references ${path(operation.key.referenced)} (id)`;
    case 'drop_constraint':
      return `alter table ${path(operation)} drop constraint ${operation.name ?? ''}`;
    case 'drop_table':
      return `drop table ${path(operation)}`;
    default:
      throw new Error(operation.kind);
  }
}

test('PostgreSQL refuses what is said to be refused, in these words, and nothing else', () => {
  const tried = { good: 0, refused: 0 };
  fc.assert(
    fc.property(cases, ({ upgrade, keysFirst, drops }) => {
      emptyDatabase();
      client.query('create table alembic_version (version_num varchar(32))');
      const keys = upgrade.filter((operation) => operation.kind === 'create_foreign_key');
      const downgrade = [
        ...(keysFirst ? keys.map((one) => dropConstraint(one.key.name, path(one))) : []),
        ...drops.map((table) => dropTable(path(table))),
      ];
      const made = revision(upgrade, downgrade);
      const before = explainDowngrade(made, readDatabaseState(postgres));
      for (const step of explainUpgrade(made, readDatabaseState(postgres))) {
        expect(step.refused).toBeNull();
        expect(client.query(sql(step.operation)).error).toBeNull();
      }
      client.query("insert into alembic_version values ('new')");
      const after = explainDowngrade(made, readDatabaseState(postgres));
      expect(after).toEqual(before);
      for (const { operation, refused } of after) {
        const { error } = client.query(sql(operation));
        expect([error?.C, error?.M]).toEqual([refused?.sqlstate, refused?.message]);
        tried[refused === null ? 'good' : 'refused'] += 1;
        if (error) client.query(`${sql(operation)} cascade`);
      }
      expect(tablesLeft(readDatabaseState(postgres))).toEqual(['alembic_version']);
    }),
    { numRuns: 25 },
  );
  expect(tried.good).toBeGreaterThan(0);
  expect(tried.refused).toBeGreaterThan(0);
});

test('a key to a table that comes later is refused in the words foretold', () => {
  fc.assert(
    fc.property(creates, (tables) => {
      emptyDatabase();
      const backwards = tables.toReversed();
      const steps = explainUpgrade(revision(backwards, []), readDatabaseState(postgres));
      const first = steps.findIndex((step) => step.refused !== null);
      const run = first === -1 ? steps : steps.slice(0, first + 1);
      for (const { operation, refused } of run) {
        const { error } = client.query(sql(operation));
        expect([error?.C, error?.M]).toEqual([refused?.sqlstate, refused?.message]);
      }
    }),
    { numRuns: 15 },
  );
});

function emptyDatabase(): void {
  client.query('drop schema if exists shop cascade; drop schema public cascade');
  client.query('create schema public; create schema shop');
}

function extraKey(tables: CreateTable[], from: number, to: number, number: number): CreateForeignKey {
  const [owner, target] = [tables[from], tables[to]];
  if (owner === undefined || target === undefined) throw new Error('no such table');
  return createForeignKey(path(owner), key('id', path(target), { name: `extra_${number}` }));
}

function path({ schema, table }: TableName): string {
  return schema === null ? table : `${schema}.${table}`;
}

function tablesLeft(state: DatabaseState): string[] {
  return state.schemas.flatMap((schema) => schema.tables.map((table) => table.name));
}
