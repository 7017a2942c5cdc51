import type { Catalog, StandingKey, TableId } from './catalog';

/** The keys by which other tables hold on to this one. A table's key to itself holds nothing. */
export function keysOnto(catalog: Catalog, table: TableId): StandingKey[] {
  return catalog.keys.filter((key) => key.referenced === table && key.table !== table);
}

/** The keys of a table to itself. */
export function ownKeys(catalog: Catalog, table: TableId): StandingKey[] {
  return catalog.keys.filter((key) => key.referenced === table && key.table === table);
}

/** Whether a way leads from one table to another along the keys. */
export function reaches(catalog: Catalog, from: TableId, to: TableId): boolean {
  return reachable(references(catalog), from).has(to);
}

/** The tables that can never be dropped one by one, because the keys lead from each back to itself: in groups. */
export function cycles(catalog: Catalog): TableId[][] {
  const along = references(catalog);
  const reached = new Map([...along.keys()].map((table) => [table, reachable(along, table)]));
  const back = (one: TableId, other: TableId): boolean => reached.get(one)?.has(other) ?? false;
  const left = new Set([...catalog.tables].filter((table) => back(table, table)));
  const groups: TableId[][] = [];
  for (const table of left) {
    const group = [...left].filter((other) => other === table || (back(table, other) && back(other, table)));
    group.forEach((member) => left.delete(member));
    groups.push(group);
  }
  return groups;
}

/** What each table references, itself left out. */
function references(catalog: Catalog): Map<TableId, Set<TableId>> {
  const along = new Map<TableId, Set<TableId>>();
  for (const { table, referenced } of catalog.keys) {
    if (table === referenced) continue;
    const known = along.get(table);
    if (known === undefined) along.set(table, new Set([referenced]));
    else known.add(referenced);
  }
  return along;
}

/** The tables to which a way leads; the first is one of them only where one leads back. */
function reachable(along: ReadonlyMap<TableId, ReadonlySet<TableId>>, from: TableId): Set<TableId> {
  const seen = new Set<TableId>();
  const next = [from];
  for (let table = next.pop(); table !== undefined; table = next.pop()) {
    for (const referenced of along.get(table) ?? []) {
      if (seen.has(referenced)) continue;
      seen.add(referenced);
      next.push(referenced);
    }
  }
  return seen;
}

/**
 * An order in which the tables can be dropped: each after all that refer to it, otherwise as they were given.
 * Null where there is none, because of a cycle or because a table that stays holds on to one of them.
 */
export function dropOrder(catalog: Catalog, tables: readonly TableId[]): TableId[] | null {
  const order: TableId[] = [];
  const waiting = new Set(tables);
  while (waiting.size > 0) {
    const free = [...waiting].find((table) =>
      keysOnto(catalog, table).every((key) => order.includes(key.table)),
    );
    if (free === undefined) return null;
    waiting.delete(free);
    order.push(free);
  }
  return order;
}
