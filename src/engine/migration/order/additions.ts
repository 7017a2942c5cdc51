import {
  placeOf,
  resolve,
  schemaOf,
  type Catalog,
  type StandingIndex,
  type StandingKey,
  type TableId,
} from '../catalog';
import type { AddColumn, CreateTable, ForeignKey, Operation } from '../operations';
import { indexBehind, standingIndex, standingOn } from './standing';

/** The keys that `create_table` makes: without an ALTER of its own, a use_alter key never reaches the database. */
export function keysMade(operation: CreateTable): ForeignKey[] {
  return operation.foreignKeys.filter((key) => !key.useAlter);
}

/** A new table with its columns and what keys can rest on, but not its own foreign keys yet. */
export function withTable(catalog: Catalog, operation: CreateTable): Catalog {
  const table = placeOf(catalog, operation);
  const columns = new Set(operation.columns.map((column) => column.name));
  const made = {
    ...catalog,
    tables: new Set(catalog.tables).add(table),
    columns: new Map(catalog.columns).set(table, columns),
  };
  return withParts(made, table, operation);
}

/** A new column with what keys can rest on, but not its own foreign keys yet. */
export function withColumn(catalog: Catalog, operation: AddColumn): Catalog {
  const table = resolve(catalog, operation);
  const columns = new Set(catalog.columns.get(table)).add(operation.column.name);
  if (!catalog.columns.has(table)) return withParts(catalog, table, operation);
  return withParts({ ...catalog, columns: new Map(catalog.columns).set(table, columns) }, table, operation);
}

/** The columns of indexes that stand, as far as the operations that made them tell. */
export function learnIndexes(catalog: Catalog, made: readonly Operation[]): Catalog {
  const known = made.flatMap((operation) => {
    switch (operation.kind) {
      case 'create_table':
      case 'add_column':
        return operation.indexes.flatMap((index) => standingIndex(resolve(catalog, operation), index));
      case 'create_index':
        return standingIndex(resolve(catalog, operation), operation.index);
      default:
        return [];
    }
  });
  const same = (one: StandingIndex, other: StandingIndex): boolean =>
    one.name === other.name && one.table === other.table && other.columns === null;
  return withIndexes(
    catalog,
    known.filter((index) => catalog.indexes.some((other) => same(index, other))),
  );
}

/** With one more foreign key. */
export function withKey(catalog: Catalog, table: TableId, key: ForeignKey): Catalog {
  const added = standingOn(catalog, table, key);
  if (isThere(catalog, added, key)) return catalog;
  const place = catalog.keys.findIndex((one) => one.id > added.id);
  const keys = catalog.keys.toSpliced(place === -1 ? catalog.keys.length : place, 0, added);
  return { ...catalog, keys };
}

/** With more foreign keys, one after the other. */
export function withKeys(catalog: Catalog, table: TableId, keys: readonly ForeignKey[]): Catalog {
  return keys.reduce((made, key) => withKey(made, table, key), catalog);
}

/**
 * A key of the same name was made before. Where the catalog may be that of a later moment, one that PostgreSQL
 * would choose another name for counts as the same, too.
 */
function isThere(catalog: Catalog, added: StandingKey, { name }: ForeignKey): boolean {
  const of = catalog.keys.filter((key) => key.table === added.table);
  if (name !== null) return of.some((key) => key.name === name);
  return (
    !catalog.complete &&
    of.some(
      (key) => key.referenced === added.referenced && key.columns.join('\0') === added.columns.join('\0'),
    )
  );
}

function withParts(catalog: Catalog, table: TableId, parts: CreateTable | AddColumn): Catalog {
  const { primaryKey, uniques, indexes, checks } = parts;
  const named = checks.flatMap(({ name }) => (name === null ? [] : [{ table, name }]));
  let made = named.length === 0 ? catalog : { ...catalog, checks: [...catalog.checks, ...named] };
  if (primaryKey !== null && primaryKey.columns.length > 0) {
    made = withIndexes(made, [indexBehind(made, table, primaryKey, 'primary')]);
  }
  for (const unique of uniques) made = withIndexes(made, [indexBehind(made, table, unique, 'unique')]);
  return withIndexes(
    made,
    indexes.flatMap((index) => standingIndex(table, index)),
  );
}

/** Learns of indexes; of one that was known only by its definition, the columns. */
export function withIndexes(catalog: Catalog, added: readonly StandingIndex[]): Catalog {
  if (added.length === 0) return catalog;
  const fresh = (index: StandingIndex): boolean =>
    added.every((one) => one.name !== index.name || schemaOf(one.table) !== schemaOf(index.table));
  const others = catalog.indexes.filter(fresh);
  return { ...catalog, indexes: [...others, ...added] };
}
