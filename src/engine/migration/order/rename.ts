import { renamed, type Catalog, type TableId } from '../catalog';

/** The catalog with a table under another name: what belongs to it follows. */
export function renameTable(catalog: Catalog, from: TableId, name: string): Catalog {
  const to = renamed(from, name);
  const moved = (id: TableId): TableId => (id === from ? to : id);
  return {
    ...catalog,
    tables: new Set([...catalog.tables].map(moved)),
    columns: new Map([...catalog.columns].map(([table, columns]) => [moved(table), columns])),
    indexes: catalog.indexes.map((index) => ({ ...index, table: moved(index.table) })),
    checks: catalog.checks.map((check) => ({ ...check, table: moved(check.table) })),
    keys: catalog.keys.map((key) => ({ ...key, table: moved(key.table), referenced: moved(key.referenced) })),
  };
}

/** The catalog with a column under another name. */
export function renameColumn(catalog: Catalog, table: TableId, from: string, to: string): Catalog {
  const within = (owner: TableId, columns: readonly string[]): string[] =>
    columns.map((column) => (owner === table && column === from ? to : column));
  const columns = catalog.columns.get(table);
  return {
    ...catalog,
    columns:
      columns === undefined
        ? catalog.columns
        : new Map(catalog.columns).set(table, new Set(within(table, [...columns]))),
    indexes: catalog.indexes.map((index) => ({
      ...index,
      columns: index.columns === null ? null : within(index.table, index.columns),
    })),
    keys: catalog.keys.map((key) => ({
      ...key,
      columns: within(key.table, key.columns),
      referencedColumns: within(key.referenced, key.referencedColumns),
    })),
  };
}
