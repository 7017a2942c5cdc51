import { inOrder, renamed, resolve, standing, type Catalog, type StandingKey, type TableId } from './catalog';
import type { ForeignKey, Operation, TableName } from './operations';

/** The catalog after an operation has run. What does not concern tables and keys leaves it as it is. */
export function apply(catalog: Catalog, operation: Operation): Catalog {
  switch (operation.kind) {
    case 'create_table':
      return withTable(catalog, operation, operation.foreignKeys);
    case 'drop_table':
      return withoutTable(catalog, resolve(catalog, operation));
    case 'add_column':
      return withKeys(catalog, operation, operation.foreignKeys);
    case 'create_foreign_key':
      return withKeys(catalog, operation, [operation.key]);
    case 'drop_column': {
      const table = resolve(catalog, operation);
      return keep(catalog, (key) => !touches(key, table, operation.column));
    }
    case 'drop_constraint': {
      const table = resolve(catalog, operation);
      return keep(catalog, (key) => key.table !== table || key.name !== operation.name);
    }
    case 'rename_table':
      return renameTable(catalog, resolve(catalog, operation), operation.newName);
    case 'alter_column':
      return operation.changes.name === undefined
        ? catalog
        : renameColumn(catalog, resolve(catalog, operation), operation.column, operation.changes.name);
    default:
      return catalog;
  }
}

/** The keys that an operation took away. */
export function removedKeys(before: Catalog, after: Catalog): StandingKey[] {
  const left = new Set(after.keys.map((key) => key.id));
  return before.keys.filter((key) => !left.has(key.id));
}

function withTable(catalog: Catalog, name: TableName, keys: ForeignKey[]): Catalog {
  const tables = new Set(catalog.tables).add(resolve(catalog, name));
  // Without an ALTER of its own, a use_alter key never reaches the database: Alembic leaves it out.
  return withKeys(
    { ...catalog, tables },
    name,
    keys.filter((key) => !key.useAlter),
  );
}

function withKeys(catalog: Catalog, owner: TableName, keys: ForeignKey[]): Catalog {
  const known = new Set(catalog.keys.map((key) => key.id));
  const added = keys.map((key) => standing(catalog, owner, key)).filter((key) => !known.has(key.id));
  return { ...catalog, keys: inOrder([...catalog.keys, ...added]) };
}

function withoutTable(catalog: Catalog, table: TableId): Catalog {
  const tables = new Set(catalog.tables);
  tables.delete(table);
  return keep({ ...catalog, tables }, (key) => key.table !== table && key.referenced !== table);
}

function renameTable(catalog: Catalog, from: TableId, name: string): Catalog {
  const to = renamed(from, name);
  const moved = (id: TableId): TableId => (id === from ? to : id);
  return {
    ...catalog,
    tables: new Set([...catalog.tables].map(moved)),
    keys: catalog.keys.map((key) => ({ ...key, table: moved(key.table), referenced: moved(key.referenced) })),
  };
}

function renameColumn(catalog: Catalog, table: TableId, from: string, to: string): Catalog {
  const within = (owner: TableId, columns: string[]): string[] =>
    owner === table ? columns.map((column) => (column === from ? to : column)) : columns;
  return {
    ...catalog,
    keys: catalog.keys.map((key) => ({
      ...key,
      columns: within(key.table, key.columns),
      referencedColumns: within(key.referenced, key.referencedColumns),
    })),
  };
}

function touches(key: StandingKey, table: TableId, column: string): boolean {
  return (
    (key.table === table && key.columns.includes(column)) ||
    (key.referenced === table && key.referencedColumns.includes(column))
  );
}

function keep(catalog: Catalog, wanted: (key: StandingKey) => boolean): Catalog {
  return { ...catalog, keys: catalog.keys.filter(wanted) };
}
