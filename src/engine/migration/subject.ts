import { resolve, tableLabel, type Catalog } from './catalog';
import type { Operation } from './operations';

/** What an operation concerns: a table, and those of its columns that it names. */
export interface Subject {
  table: string | null;
  columns: string[];
}

/** The table (as sentences name it) and the columns that an operation concerns. */
export function subjectOf(catalog: Catalog, operation: Operation): Subject {
  if (!('table' in operation) || operation.table === null) return { table: null, columns: [] };
  const { schema, table } = operation;
  return { table: tableLabel(catalog, resolve(catalog, { schema, table })), columns: columnsOf(operation) };
}

function columnsOf(operation: Operation): string[] {
  switch (operation.kind) {
    case 'create_table':
      return operation.columns.map((column) => column.name);
    case 'add_column':
      return [operation.column.name];
    case 'drop_column':
      return [operation.column];
    case 'alter_column':
      return [operation.column, ...(operation.changes.name === undefined ? [] : [operation.changes.name])];
    case 'create_index':
      return operation.index.columnNames;
    case 'create_foreign_key':
      return operation.key.columns;
    case 'create_unique_constraint':
    case 'create_primary_key':
      return operation.constraint.columns;
    case 'bulk_insert':
      return operation.columns;
    default:
      return [];
  }
}
