/** The one shape in which the engine says what happened and how the database stands. */
import * as v from 'valibot';

const name = v.string();
const names = v.array(name);
const text = v.string();
const count = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
const integer = v.pipe(v.number(), v.integer());

export const ColumnState = v.strictObject({
  name,
  /** As `format_type` prints it: `character varying(40)`. */
  type: text,
  nullable: v.boolean(),
  /** As `pg_get_expr` prints it. */
  default: v.nullable(text),
  identity: v.nullable(v.picklist(['always', 'by default'])),
  /** The expression of a generated column. */
  generated: v.nullable(text),
  comment: v.nullable(text),
});

/** A primary key or unique constraint; columns in the constraint's order. */
export const KeyState = v.strictObject({ name, columns: names });

/** A check constraint, as `pg_get_constraintdef` prints it. */
export const CheckState = v.strictObject({ name, definition: text });

const action = v.picklist(['no action', 'restrict', 'cascade', 'set null', 'set default']);

export const ForeignKeyState = v.strictObject({
  name,
  columns: names,
  referencedSchema: name,
  referencedTable: name,
  referencedColumns: names,
  onUpdate: action,
  onDelete: action,
  deferrable: v.boolean(),
});

/** An index of its own (not one behind a primary key or unique constraint), as `pg_get_indexdef` prints it. */
export const IndexState = v.strictObject({ name, unique: v.boolean(), definition: text });

export const TableState = v.strictObject({
  name,
  comment: v.nullable(text),
  /** Exact number of rows. */
  rows: count,
  /** By position. */
  columns: v.array(ColumnState),
  primaryKey: v.nullable(KeyState),
  uniques: v.array(KeyState),
  checks: v.array(CheckState),
  foreignKeys: v.array(ForeignKeyState),
  indexes: v.array(IndexState),
});

export const ViewState = v.strictObject({ name, definition: text });

/** Labels in the type's own order. */
export const EnumState = v.strictObject({ name, labels: names });

export const SequenceState = v.strictObject({
  name,
  /** `table.column`, or null when nothing owns it. */
  ownedBy: v.nullable(text),
  /** Null while unused. */
  lastValue: v.nullable(integer),
});

/** Something the report only names: a domain, function, trigger, exclusion constraint, extension ... */
export const OtherState = v.strictObject({ kind: text, name });

export const SchemaState = v.strictObject({
  name,
  tables: v.array(TableState),
  views: v.array(ViewState),
  enums: v.array(EnumState),
  sequences: v.array(SequenceState),
  other: v.array(OtherState),
});

/** The database as its catalog tells it; every list by name in the C locale unless it says otherwise. */
export const DatabaseState = v.strictObject({
  /** The revisions `alembic_version` holds, sorted. */
  heads: names,
  schemas: v.array(SchemaState),
});

export const CommandReport = v.strictObject({
  line: text,
  exitCode: integer,
  /** Standard output and standard error as they came, without ANSI codes. */
  output: text,
  /** Wall time of the command in the warm engine, in seconds. */
  seconds: v.pipe(v.number(), v.minValue(0)),
});

/** Paths relative to the workspace, `/` between, sorted. */
export const FilesReport = v.strictObject({
  /** New files are changed ones. */
  changed: v.array(text),
  removed: v.array(text),
});

/** What `--json` prints, checks read and links carry. */
export const Report = v.strictObject({
  commands: v.array(CommandReport),
  files: FilesReport,
  database: DatabaseState,
});

export type ColumnState = v.InferOutput<typeof ColumnState>;
export type KeyState = v.InferOutput<typeof KeyState>;
export type CheckState = v.InferOutput<typeof CheckState>;
export type ForeignKeyState = v.InferOutput<typeof ForeignKeyState>;
export type IndexState = v.InferOutput<typeof IndexState>;
export type TableState = v.InferOutput<typeof TableState>;
export type ViewState = v.InferOutput<typeof ViewState>;
export type EnumState = v.InferOutput<typeof EnumState>;
export type SequenceState = v.InferOutput<typeof SequenceState>;
export type OtherState = v.InferOutput<typeof OtherState>;
export type SchemaState = v.InferOutput<typeof SchemaState>;
export type DatabaseState = v.InferOutput<typeof DatabaseState>;
export type CommandReport = v.InferOutput<typeof CommandReport>;
export type FilesReport = v.InferOutput<typeof FilesReport>;
export type Report = v.InferOutput<typeof Report>;
