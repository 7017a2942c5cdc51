import type { Catalog, StandingIndex, StandingKey, TableId } from '../catalog';
import { keysUpon } from './standing';

/** Without a table, and the keys from it and onto it. */
export function withoutTable(catalog: Catalog, table: TableId): Catalog {
  const [tables, columns] = [new Set(catalog.tables), new Map(catalog.columns)];
  tables.delete(table);
  columns.delete(table);
  return {
    ...catalog,
    tables,
    columns,
    indexes: catalog.indexes.filter((index) => index.table !== table),
    checks: catalog.checks.filter((check) => check.table !== table),
    keys: catalog.keys.filter((key) => key.table !== table && key.referenced !== table),
  };
}

/** Without a column, and what rested on it. */
export function withoutColumn(catalog: Catalog, table: TableId, column: string): Catalog {
  const columns = new Set(catalog.columns.get(table));
  columns.delete(column);
  return {
    ...catalog,
    columns: catalog.columns.has(table) ? new Map(catalog.columns).set(table, columns) : catalog.columns,
    indexes: catalog.indexes.filter((index) => index.table !== table || !index.columns?.includes(column)),
    keys: catalog.keys.filter((key) => !touches(key, table, column)),
  };
}

function touches(key: StandingKey, table: TableId, column: string): boolean {
  return (
    (key.table === table && key.columns.includes(column)) ||
    (key.referenced === table && key.referencedColumns.includes(column))
  );
}

/** Without a constraint, whatever kind it is of. */
export function withoutConstraint(catalog: Catalog, table: TableId, name: string): Catalog {
  const index = catalog.indexes.find(
    (one) => one.table === table && one.name === name && one.constraint !== null,
  );
  const without = index === undefined ? catalog : withoutIndex(catalog, index);
  return {
    ...without,
    checks: without.checks.filter((check) => check.table !== table || check.name !== name),
    keys: without.keys.filter((key) => key.table !== table || key.name !== name),
  };
}

/** Without an index, and the keys that rested on it. */
export function withoutIndex(catalog: Catalog, index: StandingIndex): Catalog {
  const upon = new Set(keysUpon(catalog, index));
  return {
    ...catalog,
    indexes: catalog.indexes.filter((one) => one !== index),
    keys: catalog.keys.filter((key) => !upon.has(key)),
  };
}
