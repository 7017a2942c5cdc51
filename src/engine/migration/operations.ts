/**
 * What a revision does, as data: one kind for each of Alembic's operations.
 * The recorder (src/engine/python/stillroom/migration/) writes exactly these shapes, from Alembic's own op
 * objects; nothing here was ever parsed out of text.
 */

/** Lines of the revision file, counted from 1, both included. */
export interface LineRange {
  line: number;
  endLine: number;
}

/** Where in the revision file an operation is called. Columns count from 0 in units of UTF-16; the end is not part of it. */
export interface SourceSpan extends LineRange {
  column: number;
  endColumn: number;
}

/** A table as the revision names it; `schema` is null where the search path decides. */
export interface TableName {
  schema: string | null;
  table: string;
}

/** The enum type behind a column. `createsType` is false where the revision says `create_type=False`. */
export interface EnumType {
  name: string | null;
  schema: string | null;
  labels: string[];
  createsType: boolean;
}

/** A type, as PostgreSQL is told it (`VARCHAR(30)`) and as the revision writes it (`sa.String(length=30)`). */
export interface ColumnType {
  sql: string;
  python: string;
  enum: EnumType | null;
}

/** A column as `CREATE TABLE` or `ADD COLUMN` makes it. */
export interface Column {
  name: string;
  type: ColumnType;
  nullable: boolean;
  primaryKey: boolean;
  /** The server default as SQL, or null. */
  default: string | null;
  /** SQLAlchemy makes this integer key a SERIAL, so that the database counts it up. */
  serial: boolean;
  identity: 'always' | 'by default' | null;
  /** The expression of a generated column. */
  generated: { sql: string; stored: boolean } | null;
  comment: string | null;
}

/** A foreign key as the revision writes it. `name` is null where PostgreSQL will choose one. */
export interface ForeignKey {
  name: string | null;
  columns: string[];
  referenced: TableName;
  referencedColumns: string[];
  onUpdate: string | null;
  onDelete: string | null;
  deferrable: boolean;
  /** True for `use_alter=True`: `create_table` then leaves the key out, silently. */
  useAlter: boolean;
}

/** A primary key or unique constraint. */
export interface KeyConstraint {
  name: string | null;
  columns: string[];
}

/** A check constraint; `condition` is SQL. */
export interface CheckConstraint {
  name: string | null;
  condition: string;
}

/** An index; an expression stands as SQL among `columns`, and is not in `columnNames`. */
export interface Index {
  name: string | null;
  columns: string[];
  columnNames: string[];
  unique: boolean;
  /** The condition of a partial index, as SQL. */
  where: string | null;
  /** The access method, where one is asked for (`gin`). */
  using: string | null;
}

/** What `create_table` and `add_column` bring along besides columns. */
export interface TableParts {
  primaryKey: KeyConstraint | null;
  foreignKeys: ForeignKey[];
  uniques: KeyConstraint[];
  checks: CheckConstraint[];
  indexes: Index[];
}

interface Recorded {
  /** Null where the call is not in the revision file itself (a helper of the student's in another module). */
  span: SourceSpan | null;
  /** The statement of `upgrade()` or `downgrade()` that the call belongs to: a loop or a batch is one as a whole. */
  statement: LineRange | null;
  /** As SQL, by Alembic's offline mode, without semicolons; empty where it cannot be written without a database. */
  statements: string[];
  /** Called inside `with op.batch_alter_table(...)`. */
  batch: boolean;
  /** Called inside `with op.get_context().autocommit_block()`: outside the migration's transaction. */
  autocommit: boolean;
}

interface OnTable extends Recorded, TableName {}

export interface CreateTable extends OnTable, TableParts {
  kind: 'create_table';
  columns: Column[];
  comment: string | null;
  ifNotExists: boolean;
}
export interface DropTable extends OnTable {
  kind: 'drop_table';
  ifExists: boolean;
}
export interface AddColumn extends OnTable, TableParts {
  kind: 'add_column';
  column: Column;
  ifNotExists: boolean;
}
export interface DropColumn extends OnTable {
  kind: 'drop_column';
  column: string;
  ifExists: boolean;
}
/** Only what is to change is there; `default: null` and `comment: null` take one away. */
export interface AlterColumn extends OnTable {
  kind: 'alter_column';
  column: string;
  changes: {
    name?: string;
    type?: ColumnType;
    nullable?: boolean;
    default?: string | null;
    comment?: string | null;
  };
  /** What the revision says about the column as it is. */
  existing: { type?: ColumnType; nullable?: boolean; default?: string | null };
  /** `postgresql_using`, as SQL. */
  using: string | null;
}
export interface CreateIndex extends OnTable {
  kind: 'create_index';
  index: Index;
  concurrently: boolean;
  ifNotExists: boolean;
}
export interface DropIndex extends Recorded {
  kind: 'drop_index';
  name: string | null;
  schema: string | null;
  /** PostgreSQL does not need it, so a revision may leave it out. */
  table: string | null;
  concurrently: boolean;
  ifExists: boolean;
}
export interface CreateForeignKey extends OnTable {
  kind: 'create_foreign_key';
  key: ForeignKey;
  notValid: boolean;
}
export interface CreateUniqueConstraint extends OnTable {
  kind: 'create_unique_constraint';
  constraint: KeyConstraint;
}
export interface CreateCheckConstraint extends OnTable {
  kind: 'create_check_constraint';
  constraint: CheckConstraint;
  notValid: boolean;
}
export interface CreatePrimaryKey extends OnTable {
  kind: 'create_primary_key';
  constraint: KeyConstraint;
}
export interface CreateExcludeConstraint extends OnTable {
  kind: 'create_exclude_constraint';
  name: string | null;
  /** As SQL: `room WITH =, during WITH &&`. */
  elements: string[];
  using: string;
  where: string | null;
}
export interface DropConstraint extends OnTable {
  kind: 'drop_constraint';
  /** Null in a revision that PostgreSQL cannot run: `op.drop_constraint(None, ...)`. */
  name: string | null;
  type: 'foreignkey' | 'unique' | 'check' | 'primary' | null;
  ifExists: boolean;
}
export interface RenameTable extends OnTable {
  kind: 'rename_table';
  newName: string;
}
export interface CreateTableComment extends OnTable {
  kind: 'create_table_comment';
  comment: string | null;
}
export interface DropTableComment extends OnTable {
  kind: 'drop_table_comment';
}
export interface BulkInsert extends OnTable {
  kind: 'bulk_insert';
  columns: string[];
  rows: number;
}
/** SQL that the revision runs by itself, through `op.execute` or through the connection of `op.get_bind()`. */
export interface Execute extends Recorded {
  kind: 'execute';
  sql: string;
  through: 'op' | 'connection';
  /** The statement gives rows back, which the recorder answers with none. */
  readsRows: boolean;
  /** Set where SQLAlchemy itself made the statement: `sa.Enum(...).create(op.get_bind())`. */
  enumType: { action: 'create' | 'drop'; name: string; schema: string | null } | null;
}
/** An operation that Alembic does not bring along: a plug-in's, or the student's own. */
export interface Other extends Recorded {
  kind: 'other';
  className: string;
}

export type Operation =
  | CreateTable
  | DropTable
  | AddColumn
  | DropColumn
  | AlterColumn
  | CreateIndex
  | DropIndex
  | CreateForeignKey
  | CreateUniqueConstraint
  | CreateCheckConstraint
  | CreatePrimaryKey
  | CreateExcludeConstraint
  | DropConstraint
  | RenameTable
  | CreateTableComment
  | DropTableComment
  | BulkInsert
  | Execute
  | Other;

export type OperationKind = Operation['kind'];
