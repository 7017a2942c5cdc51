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
  const seen = new Set<TableId>();
  const next = [from];
  for (let table = next.pop(); table !== undefined; table = next.pop()) {
    for (const key of catalog.keys) {
      if (key.table !== table || key.table === key.referenced) continue;
      if (key.referenced === to) return true;
      if (!seen.has(key.referenced)) {
        seen.add(key.referenced);
        next.push(key.referenced);
      }
    }
  }
  return false;
}

/** The tables that can never be dropped one by one, because the keys lead from each back to itself: in groups. */
export function cycles(catalog: Catalog): TableId[][] {
  const left = new Set([...catalog.tables].filter((table) => reaches(catalog, table, table)));
  const groups: TableId[][] = [];
  for (const table of left) {
    const group = [...left].filter(
      (other) => other === table || (reaches(catalog, table, other) && reaches(catalog, other, table)),
    );
    group.forEach((member) => left.delete(member));
    groups.push(group);
  }
  return groups;
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
