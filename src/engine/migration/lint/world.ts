import type { DatabaseState, TableState } from '../../report';
import { catalogOf, idOf, placeOf, resolve, type Catalog, type TableId } from '../catalog';
import type { ColumnType, EnumType, TableName } from '../operations';

/** A schema-qualified name of an enum type, made as those of tables are. */
export type EnumId = TableId;

/** A column as a rule needs to know it. */
export interface SeenColumn {
  /** As SQL. */
  type: string;
  enum: EnumId | null;
  nullable: boolean;
  default: string | null;
  /** What the rows that were there hold in a column that this function has added, before any SQL of its own ran. */
  filled: 'with NULL' | 'with one value' | 'somehow';
}

/** A table as it stands before a step. */
export interface SeenTable {
  /** How many rows it has; null where that is not known. */
  rows: number | null;
  /** Made by the same function: nobody else can see it yet. */
  isNew: boolean;
  columns: ReadonlyMap<string, SeenColumn>;
  /** The conditions of its check constraints, as SQL. */
  checks: readonly string[];
  /** Names of its constraints. */
  constraints: readonly string[];
  foreignKeys: readonly { name: string; columns: readonly string[] }[];
  indexes: readonly string[];
}

/** What rules know of the database at the moment when a step's turn has come. */
export interface World {
  /** Where names without a schema lead: what `resolve` asks for. */
  names: Catalog;
  /** Whether tables and types that are not listed do not exist. */
  complete: boolean;
  tables: ReadonlyMap<TableId, SeenTable>;
  enums: ReadonlySet<EnumId>;
  /**
   * Those that `create_table` has made in this function. Each command remembers them, and does not make one twice;
   * it does not notice when something else takes the type away again.
   */
  remembered: ReadonlySet<EnumId>;
  /** Names of the functions that somebody has defined. */
  functions: ReadonlySet<string>;
}

/** The world as the database has it now. */
export function worldOf(state: DatabaseState): World {
  const names = catalogOf(state);
  const enums = new Set(
    state.schemas.flatMap((schema) => schema.enums.map(({ name }) => idOf(schema.name, name))),
  );
  const functions = new Set(
    state.schemas.flatMap((schema) =>
      schema.other.flatMap(({ kind, name }) => (kind === 'function' ? [name.split('(')[0] ?? name] : [])),
    ),
  );
  const tables = new Map(
    state.schemas.flatMap((schema) =>
      schema.tables.map((table) => [idOf(schema.name, table.name), seenTable(table, names, enums)]),
    ),
  );
  return { names, complete: true, tables, enums, remembered: new Set(), functions };
}

function seenTable(table: TableState, names: Catalog, enums: ReadonlySet<EnumId>): SeenTable {
  const columns = table.columns.map((column): [string, SeenColumn] => [
    column.name,
    {
      type: column.type,
      enum: enumNamed(column.type, names, enums),
      nullable: column.nullable,
      default: column.default,
      filled: 'somehow',
    },
  ]);
  const keys = [table.primaryKey, ...table.uniques, ...table.checks, ...table.foreignKeys];
  return {
    rows: table.rows,
    isNew: false,
    columns: new Map(columns),
    checks: table.checks.map((check) => check.definition),
    constraints: keys.flatMap((key) => key?.name ?? []),
    foreignKeys: table.foreignKeys,
    indexes: table.indexes.map((index) => index.name),
  };
}

/** The enum type that a column's type, as `format_type` prints it, names; in an array, that of its members. */
function enumNamed(type: string, names: Catalog, enums: ReadonlySet<EnumId>): EnumId | null {
  const parts = [...type.replace(/(\[\])+$/, '').matchAll(/"((?:[^"]|"")*)"|([^".]+)/g)].map(
    ([, quoted, plain]) => quoted?.replaceAll('""', '"') ?? plain ?? '',
  );
  const [first = '', second] = parts;
  const id = second === undefined ? idOf(names.defaultSchema, first) : idOf(first, second);
  return enums.has(id) ? id : null;
}

/** The id of the enum type that a revision's column has. */
export function enumIdOf(world: World, type: EnumType): EnumId | null {
  return type.name === null ? null : placeOf(world.names, { schema: type.schema, table: type.name });
}

/** The same for a type as operations have it. */
export function enumOf(world: World, type: ColumnType): EnumId | null {
  return type.enum === null ? null : enumIdOf(world, type.enum);
}

/** A table as it is known, or null. */
export function tableIn(world: World, name: TableName): SeenTable | null {
  return world.tables.get(resolve(world.names, name)) ?? null;
}

/** The columns, table by table, that have this enum type. */
export function usersOf(world: World, type: EnumId): TableId[] {
  return [...world.tables].flatMap(([id, table]) =>
    [...table.columns.values()].some((column) => column.enum === type) ? [id] : [],
  );
}
