import { bareName, resolve, schemaOf, tableLabel, type Catalog, type TableId } from '../catalog';
import type { TableName } from '../operations';
import { asWritten, refuse, type Verdict } from './refuse';
import { hasConstraint, indexNamed } from './standing';
import { code, text } from '../text';

/** What PostgreSQL says of a schema that there is not; null where there is one, or none is named. */
export function missingSchema(catalog: Catalog, schema: string | null): Verdict | null {
  if (!catalog.complete || schema === null || catalog.schemas.has(schema)) return null;
  return () => refuse('3F000', `schema "${schema}" does not exist`, text`there is no schema ${code(schema)}`);
}

/** What PostgreSQL says where the table to be altered is not there. */
export function missingTable(catalog: Catalog, name: TableName): Verdict | null {
  const table = resolve(catalog, name);
  if (!catalog.complete || catalog.tables.has(table)) return null;
  return (
    missingSchema(catalog, name.schema) ??
    (() =>
      refuse(
        '42P01',
        `relation "${asWritten(name)}" does not exist`,
        text`there is no table ${code(tableLabel(catalog, table))} at this point`,
      ))
  );
}

/** What PostgreSQL says, in such words, of the first of these columns that the table does not have. */
export function missingColumn(
  catalog: Catalog,
  table: TableId,
  columns: readonly string[],
  words: (column: string) => string,
): Verdict | null {
  const known = catalog.columns.get(table);
  if (!catalog.complete || known === undefined) return null;
  const missing = columns.find((column) => !known.has(column));
  if (missing === undefined) return null;
  const label = code(tableLabel(catalog, table));
  return () => refuse('42703', words(missing), text`${label} has no column ${code(missing)} at this point`);
}

/** A table of this name is there already. */
export function tableExists(catalog: Catalog, name: string, table: TableId): Verdict {
  const label = code(tableLabel(catalog, table));
  return () => refuse('42P07', `relation "${name}" already exists`, text`there is a table ${label} already`);
}

/** The table has a column of this name already. */
export function columnExists(catalog: Catalog, written: string, table: TableId, column: string): Verdict {
  return () =>
    refuse(
      '42701',
      `column "${column}" of relation "${written}" already exists`,
      text`${code(tableLabel(catalog, table))} has a column ${code(column)} already`,
    );
}

/** What PostgreSQL says where a new index's name is taken. */
export function indexExists(catalog: Catalog, schema: string, name: string): Verdict | null {
  if (!catalog.complete || indexNamed(catalog, schema, name) === null) return null;
  return () =>
    refuse('42P07', `relation "${name}" already exists`, text`there is an index ${code(name)} already`);
}

/** The table has a constraint of this name already. */
export function constraintExists(catalog: Catalog, table: TableId, name: string): Verdict {
  const label = code(tableLabel(catalog, table));
  return () =>
    refuse(
      '42710',
      `constraint "${name}" for relation "${bareName(table)}" already exists`,
      text`${label} has a constraint ${code(name)} already`,
    );
}

/** What PostgreSQL says where a new constraint's name is an index's or another constraint's. */
export function nameTaken(catalog: Catalog, table: TableId, name: string): Verdict | null {
  const index = indexExists(catalog, schemaOf(table), name);
  if (index !== null) return index;
  return catalog.complete && hasConstraint(catalog, table, name)
    ? constraintExists(catalog, table, name)
    : null;
}
