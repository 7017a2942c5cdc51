import type { DatabaseState, TableState } from '../report';
import type { TableName } from './operations';

/** A table's place in a catalog: its schema spelt out. Equal tables have equal ids. */
export type TableId = string;

/** A foreign key that stands in the database. */
export interface StandingKey {
  /** Stays the same while the key stands, whatever is renamed. */
  id: string;
  name: string;
  table: TableId;
  columns: string[];
  referenced: TableId;
  referencedColumns: string[];
}

/** An index that stands in the database; behind each primary key and unique constraint there is one. */
export interface StandingIndex {
  name: string;
  table: TableId;
  /** Null where the catalog only knows its definition. */
  columns: string[] | null;
  /** A foreign key can rest on it: no two rows have the same columns. */
  unique: boolean;
  /** The constraint that it stands behind, under the same name. */
  constraint: 'primary' | 'unique' | null;
}

/** What of a database decides which tables can come and go: its tables, the keys between them, what these rest on. */
export interface Catalog {
  /** Nothing else stands at this moment: a table that is not here does not exist. SQL of a revision's own ends that. */
  complete: boolean;
  /** Where a table without a schema lies. */
  defaultSchema: string;
  schemas: ReadonlySet<string>;
  tables: ReadonlySet<TableId>;
  columns: ReadonlyMap<TableId, ReadonlySet<string>>;
  indexes: readonly StandingIndex[];
  /** Check constraints whose names are known. */
  checks: readonly { table: TableId; name: string }[];
  /** In a stable order, so that what is said of them does not depend on how they came to be. */
  keys: readonly StandingKey[];
}

/** The catalog as the database has it now. */
export function catalogOf(state: DatabaseState): Catalog {
  const tables = state.schemas.flatMap((schema) =>
    schema.tables.map((table) => ({ id: idOf(schema.name, table.name), table })),
  );
  return {
    complete: true,
    defaultSchema: defaultSchemaOf(state),
    schemas: new Set(state.schemas.map((schema) => schema.name)),
    tables: new Set(tables.map(({ id }) => id)),
    columns: new Map(tables.map(({ id, table }) => [id, new Set(table.columns.map((one) => one.name))])),
    indexes: tables.flatMap(({ id, table }) => indexesOf(id, table)),
    checks: tables.flatMap(({ id, table }) => table.checks.map(({ name }) => ({ table: id, name }))),
    keys: inOrder(
      tables.flatMap(({ id, table }) =>
        table.foreignKeys.map((key) => ({
          id: keyId(id, key.name),
          name: key.name,
          table: id,
          columns: key.columns,
          referenced: idOf(key.referencedSchema, key.referencedTable),
          referencedColumns: key.referencedColumns,
        })),
      ),
    ),
  };
}

/** Keys in the order in which a catalog holds them. */
export function inOrder(keys: readonly StandingKey[]): StandingKey[] {
  return keys.toSorted((one, other) => (one.id < other.id ? -1 : 1));
}

/** The table that a revision means by a name. What is not in the first schema of the search path may be in `public`. */
export function resolve(catalog: Catalog, name: TableName): TableId {
  const first = placeOf(catalog, name);
  if (name.schema !== null || catalog.tables.has(first)) return first;
  const fallback = idOf('public', name.table);
  return catalog.tables.has(fallback) ? fallback : first;
}

/** Where a table of this name is made. */
export function placeOf(catalog: Catalog, { schema, table }: TableName): TableId {
  return idOf(schema ?? catalog.defaultSchema, table);
}

/** A table's name as sentences give it: the schema only where the search path would not find it. */
export function tableLabel(catalog: Catalog, id: TableId): string {
  const [schema, table] = [schemaOf(id), bareName(id)];
  return schema === catalog.defaultSchema ? table : `${schema}.${table}`;
}

/** The schema of a table. */
export function schemaOf(id: TableId): string {
  return id.split(SEPARATOR)[0] ?? '';
}

/** A table's name without its schema. */
export function bareName(id: TableId): string {
  return id.split(SEPARATOR)[1] ?? '';
}

/** The same table under another name. */
export function renamed(id: TableId, name: string): TableId {
  return idOf(schemaOf(id), name);
}

/** The id of a table in a schema. */
export function idOf(schema: string, table: string): TableId {
  return schema + SEPARATOR + table;
}

/** The id of a constraint of a table. */
export function keyId(table: TableId, name: string): string {
  return table + SEPARATOR + name;
}

/** No PostgreSQL identifier holds this character. */
const SEPARATOR = '\0';

function indexesOf(table: TableId, { primaryKey, uniques, indexes }: TableState): StandingIndex[] {
  const primary = primaryKey === null ? [] : [{ ...primaryKey, constraint: 'primary' as const }];
  return [
    ...[...primary, ...uniques.map((one) => ({ ...one, constraint: 'unique' as const }))].map(
      ({ name, columns, constraint }) => ({ name, table, columns, unique: true, constraint }),
    ),
    ...indexes.map(({ name, unique }) => ({ name, table, columns: null, unique, constraint: null })),
  ];
}

/** Alembic makes its version table wherever unqualified names lead: so that is where they lead. */
function defaultSchemaOf(state: DatabaseState): string {
  const versioned = state.schemas.filter((schema) =>
    schema.tables.some((table) => table.name === 'alembic_version'),
  );
  const names = versioned.map((schema) => schema.name);
  return names.includes('public') ? 'public' : (names[0] ?? 'public');
}
