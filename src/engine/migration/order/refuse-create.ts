import { keysMade, withColumn, withKey, withTable } from './additions';
import {
  placeOf,
  resolve,
  schemaOf,
  tableLabel,
  type Catalog,
  type StandingKey,
  type TableId,
} from '../catalog';
import type {
  AddColumn,
  CreateForeignKey,
  CreateIndex,
  CreatePrimaryKey,
  CreateTable,
  CreateUniqueConstraint,
  ForeignKey,
  TableParts,
} from '../operations';
import {
  columnExists,
  constraintExists,
  indexExists,
  missingColumn,
  missingSchema,
  nameTaken,
  tableExists,
} from './presence';
import { asWritten, blockers, refuse, type Verdict } from './refuse';
import { hasConstraint, standingOn, supports } from './standing';
import { code, codes, text } from '../text';

/** There is one already, or a constraint that comes with it cannot be made. */
export function refuseCreateTable(catalog: Catalog, operation: CreateTable): Verdict | null {
  const table = placeOf(catalog, operation);
  const noSchema = missingSchema(catalog, operation.schema);
  if (noSchema !== null) return noSchema;
  if (catalog.complete && catalog.tables.has(table)) {
    return operation.ifNotExists ? null : tableExists(catalog, operation.table, table);
  }
  return refuseParts(catalog, withTable(catalog, operation), table, operation, keysMade(operation));
}

/** There is one already, or a constraint that comes with it cannot be made. */
export function refuseAddColumn(catalog: Catalog, operation: AddColumn): Verdict | null {
  const table = resolve(catalog, operation);
  const { name } = operation.column;
  if (catalog.complete && catalog.columns.get(table)?.has(name)) {
    return operation.ifNotExists ? null : columnExists(catalog, operation.table, table, name);
  }
  return refuseParts(catalog, withColumn(catalog, operation), table, operation, operation.foreignKeys);
}

/** The indexes behind constraints are made first, then the foreign keys, then the other indexes. */
function refuseParts(
  before: Catalog,
  made: Catalog,
  table: TableId,
  { primaryKey, uniques, indexes }: TableParts,
  keys: readonly ForeignKey[],
): Verdict | null {
  const constraints = primaryKey === null ? uniques : [primaryKey, ...uniques];
  return (
    firstTaken(before, table, constraints) ??
    refuseKeys(made, table, keys) ??
    firstTaken(before, table, indexes)
  );
}

/** The first name that an index of the schema has already. */
function firstTaken(
  catalog: Catalog,
  table: TableId,
  parts: readonly { name: string | null }[],
): Verdict | null {
  for (const { name } of parts) {
    const taken = name === null ? null : indexExists(catalog, schemaOf(table), name);
    if (taken !== null) return taken;
  }
  return null;
}

/** What it references is not there, or it cannot rest on it. */
export function refuseForeignKey(catalog: Catalog, operation: CreateForeignKey): Verdict | null {
  return refuseKeys(catalog, resolve(catalog, operation), [operation.key]);
}

/** A primary key or unique constraint: a column is missing, or the name is taken. */
export function refuseKey(
  catalog: Catalog,
  operation: CreateUniqueConstraint | CreatePrimaryKey,
): Verdict | null {
  const table = resolve(catalog, operation);
  const { name, columns } = operation.constraint;
  const missing = missingColumn(
    catalog,
    table,
    columns,
    (column) => `column "${column}" named in key does not exist`,
  );
  return missing ?? (name === null ? null : nameTaken(catalog, table, name));
}

/** A column is missing, or the name is taken. */
export function refuseCreateIndex(catalog: Catalog, operation: CreateIndex): Verdict | null {
  const table = resolve(catalog, operation);
  const { name, columnNames } = operation.index;
  if (operation.ifNotExists) return null;
  const missing = missingColumn(catalog, table, columnNames, (column) => `column "${column}" does not exist`);
  return missing ?? (name === null ? null : indexExists(catalog, schemaOf(table), name));
}

/** Keys are made one after the other; the first that cannot be made is what PostgreSQL speaks of. */
function refuseKeys(catalog: Catalog, table: TableId, keys: readonly ForeignKey[]): Verdict | null {
  let made = catalog;
  for (const key of keys) {
    const refusal = refuseOne(made, table, key, keys);
    if (refusal !== null) return refusal;
    made = withKey(made, table, key);
  }
  return null;
}

function refuseOne(
  catalog: Catalog,
  table: TableId,
  key: ForeignKey,
  all: readonly ForeignKey[],
): Verdict | null {
  if (!catalog.complete) return null;
  if (key.name !== null && hasConstraint(catalog, table, key.name)) {
    return constraintExists(catalog, table, key.name);
  }
  const noSchema = missingSchema(catalog, key.referenced.schema);
  if (noSchema !== null) return noSchema;
  const { referenced, referencedColumns } = standingOn(catalog, table, key);
  if (!catalog.tables.has(referenced)) {
    const missing = (): StandingKey[] =>
      all.map((one) => standingOn(catalog, table, one)).filter((one) => !catalog.tables.has(one.referenced));
    return () =>
      refuse(
        '42P01',
        `relation "${asWritten(key.referenced)}" does not exist`,
        text`there is no table ${code(tableLabel(catalog, referenced))} yet for ${codes(key.columns)} to reference`,
        blockers(catalog, missing()),
      );
  }
  const words = (column: string): string =>
    `column "${column}" referenced in foreign key constraint does not exist`;
  return (
    missingColumn(catalog, table, key.columns, words) ??
    missingColumn(catalog, referenced, referencedColumns, words) ??
    withoutSupport(catalog, referenced, referencedColumns, key)
  );
}

function withoutSupport(
  catalog: Catalog,
  referenced: TableId,
  columns: readonly string[],
  key: ForeignKey,
): Verdict | null {
  const { table } = key.referenced;
  if (columns.length === 0) {
    return () =>
      refuse(
        '42704',
        `there is no primary key for referenced table "${table}"`,
        text`${code(tableLabel(catalog, referenced))} has no primary key for ${codes(key.columns)} to reference`,
      );
  }
  if (supports(catalog, referenced, columns).length > 0) return null;
  const targets = codes(columns.map((column) => `${tableLabel(catalog, referenced)}.${column}`));
  return () =>
    refuse(
      '42830',
      `there is no unique constraint matching given keys for referenced table "${table}"`,
      text`neither a primary key nor a unique constraint stands on ${targets} for ${codes(key.columns)} to reference`,
    );
}
