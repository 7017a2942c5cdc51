import type {
  AddColumn,
  AlterColumn,
  Column,
  CreateForeignKey,
  CreateIndex,
  CreateTable,
  CreateUniqueConstraint,
  DropColumn,
  DropConstraint,
  DropIndex,
  DropTable,
  Execute,
  ForeignKey,
  Operation,
  RenameTable,
  TableName,
} from '../../../../src/engine/migration/operations';
import type { Revision } from '../../../../src/engine/migration/revision';
import type { ColumnState, DatabaseState, ForeignKeyState, SchemaState } from '../../../../src/engine/report';

const recorded = { span: null, statement: null, statements: [], batch: false, autocommit: false };
const noParts = { primaryKey: null, foreignKeys: [], uniques: [], checks: [], indexes: [] };

/** `shop.orders` or `orders`. */
export function name(path: string): TableName {
  const [first = '', second] = path.split('.');
  return second === undefined ? { schema: null, table: first } : { schema: first, table: second };
}

/** The opposite of `name`. */
export function path({ schema, table }: TableName): string {
  return schema === null ? table : `${schema}.${table}`;
}

export function column(columnName: string, sql = 'INTEGER', more: Partial<Column> = {}): Column {
  return {
    name: columnName,
    type: { sql, python: `sa.${sql}()`, enum: null },
    nullable: true,
    primaryKey: false,
    default: null,
    serial: false,
    identity: null,
    generated: null,
    comment: null,
    ...more,
  };
}

/** A key from a column to the `id` of a table: `key('user_id', 'users')`. */
export function key(from: string, to: string, more: Partial<ForeignKey> = {}): ForeignKey {
  return {
    name: null,
    columns: [from],
    referenced: name(to),
    referencedColumns: ['id'],
    onUpdate: null,
    onDelete: null,
    deferrable: false,
    useAlter: false,
    ...more,
  };
}

/** A table with an `id`, and one column for each of its keys. */
export function createTable(path: string, ...foreignKeys: ForeignKey[]): CreateTable {
  const own = foreignKeys.flatMap((foreignKey) => foreignKey.columns);
  return {
    kind: 'create_table',
    ...recorded,
    ...noParts,
    ...name(path),
    columns: [
      column('id', 'INTEGER', { primaryKey: true, nullable: false }),
      ...own.map((one) => column(one)),
    ],
    primaryKey: { name: null, columns: ['id'] },
    foreignKeys,
    comment: null,
    ifNotExists: false,
  };
}

export function dropTable(path: string): DropTable {
  return { kind: 'drop_table', ...recorded, ...name(path), ifExists: false };
}

export function addColumn(path: string, added: Column, ...foreignKeys: ForeignKey[]): AddColumn {
  return {
    kind: 'add_column',
    ...recorded,
    ...noParts,
    ...name(path),
    column: added,
    foreignKeys,
    ifNotExists: false,
  };
}

export function dropColumn(path: string, dropped: string): DropColumn {
  return { kind: 'drop_column', ...recorded, ...name(path), column: dropped, ifExists: false };
}

export function createIndex(indexName: string, path: string, columns: string[], unique = false): CreateIndex {
  const index = { name: indexName, columns, columnNames: columns, unique, where: null, using: null };
  return { kind: 'create_index', ...recorded, ...name(path), index, concurrently: false, ifNotExists: false };
}

export function dropIndex(indexName: string, table: string | null): DropIndex {
  const options = { schema: null, concurrently: false, ifExists: false };
  return { kind: 'drop_index', ...recorded, name: indexName, table, ...options };
}

export function createForeignKey(path: string, made: ForeignKey): CreateForeignKey {
  return { kind: 'create_foreign_key', ...recorded, ...name(path), key: made, notValid: false };
}

export function dropConstraint(constraint: string | null, path: string): DropConstraint {
  return {
    kind: 'drop_constraint',
    ...recorded,
    ...name(path),
    name: constraint,
    type: 'foreignkey',
    ifExists: false,
  };
}

export function renameTable(path: string, newName: string): RenameTable {
  return { kind: 'rename_table', ...recorded, ...name(path), newName };
}

export function createUnique(constraint: string, path: string, columns: string[]): CreateUniqueConstraint {
  return {
    kind: 'create_unique_constraint',
    ...recorded,
    ...name(path),
    constraint: { name: constraint, columns },
  };
}

export function renameColumn(path: string, from: string, to: string): AlterColumn {
  const rest = { changes: { name: to }, existing: {}, using: null };
  return { kind: 'alter_column', ...recorded, ...name(path), column: from, ...rest };
}

export function execute(sql: string, more: Partial<Execute> = {}): Execute {
  return { kind: 'execute', ...recorded, sql, through: 'op', readsRows: false, enumType: null, ...more };
}

/** The revision `new`, on the empty database unless `downRevision` says otherwise. */
export function revision(
  upgrade: Operation[],
  downgrade: Operation[],
  more: Partial<Revision> = {},
): Revision {
  return {
    revision: 'new',
    downRevision: [],
    message: '',
    createDate: null,
    path: 'migrations/versions/new_.py',
    upgrade,
    downgrade,
    readsRows: false,
    onRows: false,
    errors: [],
    ...more,
  };
}

/** A database with these tables, each as `createTable` makes it, and their keys; `heads` are the revisions it has had. */
export function database(heads: string[], tables: Record<string, ForeignKey[]> = {}): DatabaseState {
  const named = ['public', 'shop', ...Object.keys(tables).flatMap((path) => name(path).schema ?? [])];
  const schemas = new Map([...new Set(named)].map((schema) => [schema, schemaState(schema)]));
  const versions: Record<string, ForeignKey[]> = heads.length > 0 ? { alembic_version: [] } : {};
  for (const [path, foreignKeys] of Object.entries({ ...versions, ...tables })) {
    const { schema, table } = name(path);
    schemas.get(schema ?? 'public')?.tables.push({
      name: table,
      comment: null,
      rows: 0,
      columns: ['id', ...foreignKeys.flatMap((one) => one.columns)].map(columnState),
      primaryKey: { name: `${table}_pkey`, columns: ['id'] },
      uniques: [],
      checks: [],
      foreignKeys: foreignKeys.map((one) => keyState(table, one)),
      indexes: [],
    });
  }
  return { heads, schemas: [...schemas.values()] };
}

function schemaState(schema: string): SchemaState {
  return { name: schema, tables: [], views: [], enums: [], sequences: [], other: [] };
}

function columnState(columnName: string): ColumnState {
  return {
    name: columnName,
    type: 'integer',
    nullable: columnName !== 'id',
    default: null,
    identity: null,
    generated: null,
    comment: null,
  };
}

function keyState(table: string, made: ForeignKey): ForeignKeyState {
  return {
    name: made.name ?? `${table}_${made.columns.join('_')}_fkey`,
    columns: made.columns,
    referencedSchema: made.referenced.schema ?? 'public',
    referencedTable: made.referenced.table,
    referencedColumns: made.referencedColumns,
    onUpdate: 'no action',
    onDelete: 'no action',
    deferrable: false,
  };
}
