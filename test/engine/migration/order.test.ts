import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { explainDowngrade, explainUpgrade } from '../../../src/engine/migration/downgrade';
import { applyEdits } from '../../../src/engine/migration/edits';
import type { Operation } from '../../../src/engine/migration/operations';
import { KEYWORDS } from '../../../src/engine/migration/order/keywords';
import type { UpgradeStep } from '../../../src/engine/migration/steps';
import { readDatabaseState } from '../../../src/engine/postgres/catalog';
import type { Postgres } from '../../../src/engine/postgres/boot';
import { creates } from '../../unit/engine/migration/arbitrary';
import { createForeignKey, dropTable, key, path, revision } from '../../unit/engine/migration/make';
import { file, readBack, written } from '../../unit/engine/migration/revision-file';
import { Client, startPostgres } from '../postgres/harness';
import { cases, upgrades } from './order-cases';
import { forced, sql } from './order-sql';

let postgres: Postgres;
let client: Client;

beforeAll(async () => {
  postgres = await startPostgres();
  client = new Client(postgres.backend);
});

test('PostgreSQL refuses what is said to be refused, in these words, and nothing else', () => {
  const tried = new Map<string, number>();
  fc.assert(
    fc.property(cases, ({ upgrade, downgrade }) => {
      emptyDatabase();
      const made = revision(upgrade, downgrade);
      const before = explainDowngrade(made, readDatabaseState(postgres));
      for (const { operation, refused } of explainUpgrade(made, readDatabaseState(postgres))) {
        expect([operation, refused]).toEqual([operation, null]);
        expect([operation, client.query(sql(operation)).error]).toEqual([operation, null]);
      }
      client.query("insert into alembic_version values ('new')");
      const after = explainDowngrade(made, readDatabaseState(postgres));
      expect(after).toEqual(before);
      runAsForetold(after, tried);
    }),
    { numRuns: 30 },
  );
  expect(tried.get('none')).toBeGreaterThan(0);
  expect(tried.get('2BP01')).toBeGreaterThan(0);
});

test('an upgrade in whatever order is refused where it is foretold, in these words', () => {
  const tried = new Map<string, number>();
  fc.assert(
    fc.property(upgrades, (upgrade) => {
      emptyDatabase();
      runAsForetold(explainUpgrade(revision(upgrade, []), readDatabaseState(postgres)), tried);
    }),
    { numRuns: 30 },
  );
  expect(tried.get('none')).toBeGreaterThan(0);
  expect([...tried.keys()].some((state) => state !== 'none')).toBe(true);
});

test('the order that is offered is one that PostgreSQL takes', () => {
  const offered = { upgrade: 0, downgrade: 0 };
  const tables = creates.chain((all) =>
    fc.record({
      all: fc.constant(all),
      creates: fc.shuffledSubarray(all, { minLength: all.length }),
      drops: fc.shuffledSubarray(all, { minLength: all.length }),
      extra: fc.array(fc.tuple(fc.nat(all.length - 1), fc.nat(all.length - 1)), { maxLength: 3 }),
    }),
  );
  fc.assert(
    fc.property(tables, ({ all, creates: order, drops, extra }) => {
      emptyDatabase();
      const keys = extra.map(([from, to], number) =>
        createForeignKey(
          path(all[from] ?? order[0] ?? never()),
          key('id', path(all[to] ?? never()), { name: `extra_${number}` }),
        ),
      );
      const upgrade = inOrderThatWorks('upgrade', [...order, ...keys], (made, source) =>
        explainUpgrade(revision(made, []), readDatabaseState(postgres), source),
      );
      offered.upgrade += Number(upgrade.offered);
      for (const operation of upgrade.operations) expect(client.query(sql(operation)).error).toBeNull();
      client.query("insert into alembic_version values ('new')");
      const downgrade = inOrderThatWorks(
        'downgrade',
        drops.map((table) => dropTable(path(table))),
        (made, source) =>
          explainDowngrade(revision(upgrade.operations, made), readDatabaseState(postgres), source),
      );
      offered.downgrade += Number(downgrade.offered);
      for (const operation of downgrade.operations) expect(client.query(sql(operation)).error).toBeNull();
      expect(tablesLeft()).toEqual(['alembic_version']);
    }),
    { numRuns: 12 },
  );
  expect(offered.upgrade).toBeGreaterThan(0);
  expect(offered.downgrade).toBeGreaterThan(0);
});

test('the words that PostgreSQL prints in quotes are those that it says are not for names', () => {
  const { rows } = client.query("select word from pg_get_keywords() where catcode <> 'U' order by word");
  expect([...KEYWORDS].toSorted()).toEqual(rows.map(([word]) => word));
});

/** Runs the steps up to the first that is refused and cannot be forced, and compares. */
function runAsForetold(steps: readonly UpgradeStep[], tried: Map<string, number>): void {
  for (const { operation, refused } of steps) {
    const { error } = client.query(sql(operation));
    expect([operation, error?.C, error?.M]).toEqual([operation, refused?.sqlstate, refused?.message]);
    const state = refused?.sqlstate ?? 'none';
    tried.set(state, (tried.get(state) ?? 0) + 1);
    if (refused === null) continue;
    const anyway = refused.sqlstate === '2BP01' ? forced(operation) : null;
    if (anyway === null || client.query(anyway).error !== null) return;
  }
}

/** The operations as the file has them once the fix is applied, if one is offered. */
function inOrderThatWorks(
  where: 'upgrade' | 'downgrade',
  wanted: Operation[],
  explain: (operations: Operation[], source: string) => UpgradeStep[],
): { operations: Operation[]; offered: boolean } {
  const statements = written(wanted);
  const { source, operations } = file(where, statements);
  const refused = explain(operations, source).find((step) => step.refused !== null)?.refused ?? null;
  const fixed = applyEdits(source, refused?.fix?.edits ?? []);
  return { operations: readBack(fixed, statements), offered: refused !== null };
}

function emptyDatabase(): void {
  client.query('drop schema if exists shop cascade; drop schema public cascade');
  client.query('create schema public; create schema shop');
  client.query('create table alembic_version (version_num varchar(32))');
}

function tablesLeft(): string[] {
  return readDatabaseState(postgres).schemas.flatMap((schema) => schema.tables.map((table) => table.name));
}

function never(): never {
  throw new Error('no such table');
}
