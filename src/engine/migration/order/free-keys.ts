import { apply } from '../apply';
import { resolve, type Catalog, type StandingKey, type TableId } from '../catalog';
import { keysOnto } from '../graph';
import { run, type Item } from './arrange';
import { dropKey, dropKeyCall } from './drop-key';

/**
 * Where tables that refer to each other in a circle are to be dropped: the same, with the fewest keys dropped before.
 * Only keys of tables that go anyway: what is left in the end must be the same.
 */
export function dropKeysFirst(indent: string, catalog: Catalog, waiting: readonly Item[]): Item[] | null {
  const end = waiting.findIndex((item) => item.fixed);
  const within = end === -1 ? waiting : waiting.slice(0, end);
  const goes = new Set(
    within.flatMap(({ operations }) =>
      operations.flatMap((one) => (one.kind === 'drop_table' ? [resolve(catalog, one)] : [])),
    ),
  );
  let fewest: StandingKey[] | null = null;
  for (const item of within) {
    const keys = keysInTheWay(catalog, item, goes);
    if (keys !== null && (fewest === null || keys.length < fewest.length)) fewest = keys;
  }
  if (fewest === null) return null;
  const drops = fewest.map((key): Item => ({
    statement: null,
    operations: [dropKey(catalog, key)],
    text: indent + dropKeyCall(catalog, key),
    fixed: false,
  }));
  return [...drops, ...waiting];
}

/** The keys that stand in the way of a statement that drops tables, where it can run without them. */
function keysInTheWay(
  catalog: Catalog,
  { operations }: Item,
  goes: ReadonlySet<TableId>,
): StandingKey[] | null {
  const keys: StandingKey[] = [];
  let without = catalog;
  for (const operation of operations) {
    if (operation.kind !== 'drop_table') return null;
    keys.push(...keysOnto(without, resolve(without, operation)));
    without = apply(without, operation);
  }
  if (keys.length === 0 || keys.some((key) => !goes.has(key.table))) return null;
  const freed = run(catalog, [...keys.map((key) => dropKey(catalog, key)), ...operations]);
  return freed === null ? null : keys;
}
