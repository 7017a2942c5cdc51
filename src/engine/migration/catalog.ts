import type { DatabaseState } from '../report';
import { chosenName } from './names';
import type { ForeignKey, TableName } from './operations';

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

/** What of a database decides which tables can come and go: its tables and the keys between them. */
export interface Catalog {
  /** Where a table without a schema lies. */
  defaultSchema: string;
  tables: ReadonlySet<TableId>;
  /** In a stable order, so that what is said of them does not depend on how they came to be. */
  keys: readonly StandingKey[];
}

/** The catalog as the database has it now. */
export function catalogOf(state: DatabaseState): Catalog {
  const tables = new Set<TableId>();
  const keys: StandingKey[] = [];
  for (const schema of state.schemas) {
    for (const table of schema.tables) {
      const id = idOf(schema.name, table.name);
      tables.add(id);
      for (const key of table.foreignKeys) {
        keys.push({
          id: keyId(id, key.name),
          name: key.name,
          table: id,
          columns: key.columns,
          referenced: idOf(key.referencedSchema, key.referencedTable),
          referencedColumns: key.referencedColumns,
        });
      }
    }
  }
  return { defaultSchema: defaultSchemaOf(state), tables, keys: inOrder(keys) };
}

/** Keys in the order in which a catalog holds them. */
export function inOrder(keys: readonly StandingKey[]): StandingKey[] {
  return keys.toSorted((one, other) => (one.id < other.id ? -1 : 1));
}

/** The table that a revision means by a name. */
export function resolve(catalog: Catalog, { schema, table }: TableName): TableId {
  return idOf(schema ?? catalog.defaultSchema, table);
}

/** A table's name as PostgreSQL prints it: the schema only where the search path would not find it. */
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

/** A revision's foreign key as it stands once PostgreSQL has made it. */
export function standing(catalog: Catalog, owner: TableName, key: ForeignKey): StandingKey {
  const table = resolve(catalog, owner);
  const name = key.name ?? chosenName(owner.table, key.columns, 'fkey');
  return {
    id: keyId(table, name),
    name,
    table,
    columns: key.columns,
    referenced: resolve(catalog, key.referenced),
    referencedColumns: key.referencedColumns,
  };
}

/** No PostgreSQL identifier holds this character. */
const SEPARATOR = '\0';

function idOf(schema: string, table: string): TableId {
  return schema + SEPARATOR + table;
}

function keyId(table: TableId, name: string): string {
  return table + SEPARATOR + name;
}

/** Alembic makes its version table wherever unqualified names lead: so that is where they lead. */
function defaultSchemaOf(state: DatabaseState): string {
  const versioned = state.schemas.filter((schema) =>
    schema.tables.some((table) => table.name === 'alembic_version'),
  );
  const names = versioned.map((schema) => schema.name);
  return names.includes('public') ? 'public' : (names[0] ?? 'public');
}
