import {
  bareName,
  idOf,
  keyId,
  resolve,
  schemaOf,
  type Catalog,
  type StandingIndex,
  type StandingKey,
  type TableId,
} from '../catalog';
import { chosenName } from '../names';
import type { ForeignKey, Index, KeyConstraint, TableName } from '../operations';

/** A revision's foreign key as it stands once PostgreSQL has made it. */
export function standing(catalog: Catalog, owner: TableName, key: ForeignKey): StandingKey {
  return standingOn(catalog, resolve(catalog, owner), key);
}

/** The same, of a table that is known already. */
export function standingOn(catalog: Catalog, table: TableId, key: ForeignKey): StandingKey {
  const referenced = resolve(catalog, key.referenced);
  const name = key.name ?? free(catalog, table, key.columns, 'fkey');
  return {
    id: freshId(catalog, keyId(table, name)),
    name,
    table,
    columns: key.columns,
    referenced,
    referencedColumns:
      key.referencedColumns.length > 0
        ? key.referencedColumns
        : (primaryKeyOf(catalog, referenced)?.columns ?? []),
  };
}

/** A primary key or unique constraint as the index behind it. */
export function indexBehind(
  catalog: Catalog,
  table: TableId,
  { name, columns }: KeyConstraint,
  constraint: 'primary' | 'unique',
): StandingIndex {
  const suffix = constraint === 'primary' ? 'pkey' : 'key';
  return {
    name: name ?? free(catalog, table, columns, suffix),
    table,
    columns,
    unique: true,
    constraint,
  };
}

/** A revision's index as it stands; no foreign key can rest on one with a condition or an expression. */
export function standingIndex(table: TableId, index: Index): StandingIndex[] {
  const { name, columnNames, columns, unique, where } = index;
  if (name === null) return [];
  const whole = where === null && columns.length === columnNames.length;
  return [{ name, table, columns: columnNames, unique: unique && whole, constraint: null }];
}

/** The primary key of a table, where it is known. */
export function primaryKeyOf(catalog: Catalog, table: TableId): StandingIndex | null {
  return catalog.indexes.find((index) => index.table === table && index.constraint === 'primary') ?? null;
}

/** The unique indexes that a foreign key onto these columns could rest on; those of unknown columns among them. */
export function supports(catalog: Catalog, table: TableId, columns: readonly string[]): StandingIndex[] {
  return catalog.indexes.filter(
    (index) =>
      index.table === table &&
      index.unique &&
      (index.columns === null ||
        (index.columns.length === columns.length && index.columns.every((one) => columns.includes(one)))),
  );
}

/** The foreign keys that certainly rest on this index: there is no other that could bear them. */
export function keysUpon(catalog: Catalog, index: StandingIndex): StandingKey[] {
  if (index.columns === null) return [];
  return catalog.keys.filter((key) => {
    if (key.referenced !== index.table) return false;
    const found = supports(catalog, key.referenced, key.referencedColumns);
    return found.length === 1 && found[0]?.name === index.name;
  });
}

/** The index of this name, in the schema of a table. */
export function indexNamed(catalog: Catalog, schema: string, name: string): StandingIndex | null {
  return catalog.indexes.find((one) => one.name === name && schemaOf(one.table) === schema) ?? null;
}

/** Whether the table has a constraint of this name. */
export function hasConstraint(catalog: Catalog, table: TableId, name: string): boolean {
  return (
    catalog.keys.some((key) => key.table === table && key.name === name) ||
    catalog.indexes.some((one) => one.table === table && one.name === name && one.constraint !== null) ||
    catalog.checks.some((check) => check.table === table && check.name === name)
  );
}

/** PostgreSQL counts on where the name that it would choose is taken in the schema: `tweets_user_id_fkey1`. */
function free(
  catalog: Catalog,
  table: TableId,
  columns: readonly string[],
  suffix: 'fkey' | 'key' | 'pkey',
): string {
  const schema = schemaOf(table);
  const taken = (name: string): boolean =>
    catalog.tables.has(idOf(schema, name)) ||
    indexNamed(catalog, schema, name) !== null ||
    catalog.keys.some((key) => key.name === name && schemaOf(key.table) === schema);
  for (let count = 0; ; count += 1) {
    const name = chosenName(bareName(table), columns, suffix, count);
    if (!taken(name)) return name;
  }
}

/** A key that was renamed along with its table keeps its id: the next of that name needs another. */
function freshId(catalog: Catalog, id: string): string {
  let fresh = id;
  for (let count = 1; catalog.keys.some((key) => key.id === fresh); count += 1)
    fresh = keyId(id, String(count));
  return fresh;
}
