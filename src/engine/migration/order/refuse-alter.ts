import { renamed, resolve, type Catalog } from '../catalog';
import type { AlterColumn, RenameTable } from '../operations';
import { columnExists, missingColumn, tableExists } from './presence';
import type { Verdict } from './refuse';

/** The column is not there, or its new name is taken. */
export function refuseAlterColumn(catalog: Catalog, operation: AlterColumn): Verdict | null {
  const table = resolve(catalog, operation);
  const { name, ...others } = operation.changes;
  const changed = Object.keys(others).length > 0;
  if (!changed && name === undefined) return null;
  // A new name comes last, after all that is changed under the old one.
  const missing = missingColumn(catalog, table, [operation.column], (column) =>
    changed
      ? `column "${column}" of relation "${operation.table}" does not exist`
      : `column "${column}" does not exist`,
  );
  if (missing !== null) return missing;
  if (name === undefined || !catalog.complete || !catalog.columns.get(table)?.has(name)) return null;
  return columnExists(catalog, operation.table, table, name);
}

/** The new name is taken. */
export function refuseRename(catalog: Catalog, operation: RenameTable): Verdict | null {
  const target = renamed(resolve(catalog, operation), operation.newName);
  return catalog.complete && catalog.tables.has(target)
    ? tableExists(catalog, operation.newName, target)
    : null;
}
