import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { apply } from '../../../../src/engine/migration/apply';
import { catalogOf, resolve, tableLabel, type Catalog } from '../../../../src/engine/migration/catalog';
import { explainDowngrade, explainUpgrade } from '../../../../src/engine/migration/downgrade';
import { cycles, dropOrder, keysOnto } from '../../../../src/engine/migration/graph';
import type { CreateTable } from '../../../../src/engine/migration/operations';
import { creates } from './arbitrary';
import { database, dropTable, key, name, revision } from './make';

const empty = database([]);

function path({ schema, table }: CreateTable): string {
  return schema === null ? table : `${schema}.${table}`;
}

function after(tables: CreateTable[]): Catalog {
  return tables.reduce(apply, catalogOf(empty));
}

/** Which steps are refused when the tables are dropped in this order. */
function refused(tables: CreateTable[], drops: CreateTable[]): (string | undefined)[] {
  const made = revision(
    tables,
    drops.map((table) => dropTable(path(table))),
  );
  return explainDowngrade(made, empty).map((step) => step.refused?.sqlstate);
}

describe('the order of drops', () => {
  test('Alembic creates parents first and drops in the exact reverse: never refused', () => {
    fc.assert(
      fc.property(creates, (tables) => {
        const made = revision(tables, []);
        expect(explainUpgrade(made, empty).every((step) => step.refused === null)).toBe(true);
        expect(refused(tables, tables.toReversed()).every((state) => state === undefined)).toBe(true);
      }),
    );
  });

  test('the order that dropOrder finds is never refused, whatever order it is given', () => {
    fc.assert(
      fc.property(
        creates.chain((tables) =>
          fc.tuple(fc.constant(tables), fc.shuffledSubarray(tables, { minLength: tables.length })),
        ),
        ([tables, shuffled]) => {
          const catalog = after(tables);
          const order = dropOrder(
            catalog,
            shuffled.map((table) => resolve(catalog, table)),
          );
          const paths = order?.map((id) => tableLabel(catalog, id)) ?? [];
          expect(paths.toSorted()).toEqual(tables.map(path).toSorted());
          const drops = paths.map((one) => dropTable(one));
          const steps = explainDowngrade(revision(tables, drops), empty);
          expect(steps.every((step) => step.refused === null)).toBe(true);
        },
      ),
    );
  });

  test('any other order is refused at exactly the parents that go before a child', () => {
    fc.assert(
      fc.property(
        creates.chain((tables) =>
          fc.tuple(fc.constant(tables), fc.shuffledSubarray(tables, { minLength: tables.length })),
        ),
        ([tables, shuffled]) => {
          const expected = shuffled.map((parent, index) => {
            const later = shuffled.slice(index + 1);
            const held = later.some((child) =>
              child.foreignKeys.some((one) => one.referenced.table === parent.table),
            );
            return held ? '2BP01' : undefined;
          });
          expect(refused(tables, shuffled)).toEqual(expected);
        },
      ),
    );
  });

  test('each table dropped in order says after whom: all that refer to it, and only those', () => {
    fc.assert(
      fc.property(creates, (tables) => {
        const drops = tables.toReversed();
        const catalog = after(tables);
        const steps = explainDowngrade(
          revision(
            tables,
            drops.map((table) => dropTable(path(table))),
          ),
          empty,
        );
        steps.forEach((step, index) => {
          const table = drops[index];
          const holders = table === undefined ? [] : keysOnto(catalog, resolve(catalog, table));
          const named = step.reason.flatMap((part) => (typeof part === 'string' ? [] : [part.code]));
          for (const one of holders) expect(named).toContain(tableLabel(catalog, one.table));
          if (holders.length === 0) expect(step.reason[0]).toMatch(/^nobody/);
        });
      }),
    );
  });
});

describe('cycles', () => {
  test('are found as groups, and have no order', () => {
    const state = database(['x'], {
      a: [key('b_id', 'b')],
      b: [key('a_id', 'a')],
      c: [key('a_id', 'a')],
      d: [key('d_id', 'd')],
    });
    const catalog = catalogOf(state);
    const ids = ['a', 'b', 'c', 'd'].map((table) => resolve(catalog, name(table)));
    expect(cycles(catalog).map((group) => group.map((id) => tableLabel(catalog, id)))).toEqual([['a', 'b']]);
    expect(dropOrder(catalog, ids)).toBeNull();
    expect(dropOrder(catalog, ids.slice(2))).toEqual(ids.slice(2));
  });

  test('a table that stays and refers to one of them leaves no order', () => {
    const catalog = catalogOf(database(['x'], { users: [], tweets: [key('user_id', 'users')] }));
    expect(dropOrder(catalog, [resolve(catalog, name('users'))])).toBeNull();
  });
});
