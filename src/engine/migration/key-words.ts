import { schemaOf, tableLabel, type Catalog, type StandingKey, type TableId } from './catalog';
import { code, codes, list, text, type Text } from './text';

/** "whose `user_id` references `users.id`", for all the keys from one table to another. */
export function whose(catalog: Catalog, keys: readonly StandingKey[]): Text {
  const pairs = keys.map((key) => ({ from: key.columns, to: target(catalog, key) }));
  const sameTarget = new Set(pairs.map((pair) => pair.to.join())).size === 1;
  const first = pairs[0];
  if (first !== undefined && sameTarget && pairs.every((pair) => pair.from.length === 1)) {
    const verb = pairs.length === 1 ? 'references' : 'reference';
    return text`whose ${codes(pairs.flatMap((pair) => pair.from))} ${verb} ${codes(first.to)}`;
  }
  return text`whose ${list(
    pairs.map(
      ({ from, to }) => text`${codes(from)} ${from.length === 1 ? 'references' : 'reference'} ${codes(to)}`,
    ),
  )}`;
}

/** "`tweets`, whose `user_id` references `users.id`", one for each table that the keys belong to. */
export function tablesWhose(catalog: Catalog, keys: readonly StandingKey[]): Text[] {
  return [...byTable(keys)].map(([table, own]) => {
    const across = own.some((key) => schemaOf(key.referenced) !== schemaOf(table));
    const note = across ? [' (a key from one schema to another)'] : [];
    return text`${code(tableLabel(catalog, table))}, ${whose(catalog, own)}${note}`;
  });
}

/** The keys, by the table they belong to. */
export function byTable(keys: readonly StandingKey[]): Map<TableId, StandingKey[]> {
  return grouped(keys, (key) => key.table);
}

/** The keys, by the table they reference. */
export function byTarget(keys: readonly StandingKey[]): Map<TableId, StandingKey[]> {
  return grouped(keys, (key) => key.referenced);
}

function grouped(
  keys: readonly StandingKey[],
  table: (key: StandingKey) => TableId,
): Map<TableId, StandingKey[]> {
  const groups = new Map<TableId, StandingKey[]>();
  for (const key of keys) groups.set(table(key), [...(groups.get(table(key)) ?? []), key]);
  return groups;
}

function target(catalog: Catalog, key: StandingKey): string[] {
  return key.referencedColumns.map((column) => `${tableLabel(catalog, key.referenced)}.${column}`);
}
