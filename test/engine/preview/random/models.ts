/** Models as a project may have them: what source.ts writes as Python. */
export interface ModelSet {
  enums: EnumModel[];
  tables: TableModel[];
}

export interface EnumModel {
  name: string;
  schema: string | null;
  labels: string[];
}

export interface TableModel {
  /** What keys refer to, whatever the table is called. */
  id: number;
  schema: string | null;
  name: string;
  /** `db.Table(...)` rather than a class: it needs no primary key. */
  plain: boolean;
  columns: ColumnModel[];
  keys: KeyModel[];
  uniques: ConstraintModel[];
  indexes: (ConstraintModel & { unique: boolean })[];
  checks: { name: string | null; condition: string; columns: string[] }[];
  comment: string | null;
}

export interface ColumnModel {
  name: string;
  /** As Python; a number stands for one of the enums. */
  type: string | number;
  primaryKey: boolean;
  nullable: boolean;
  /** What else stands among its arguments: `db.Identity()`. */
  extra: string | null;
  /** The server default as Python. */
  default: string | null;
  unique: boolean;
  index: boolean;
  comment: string | null;
}

export interface ConstraintModel {
  name: string | null;
  columns: string[];
}

export interface KeyModel extends ConstraintModel {
  /** The id of the table that it references; one that no model has makes a model that Alembic cannot sort. */
  target: number;
  targetColumns: string[];
  onDelete: string | null;
  deferred: boolean;
  useAlter: boolean;
}

/** The schemas beside `public`. */
export const SCHEMAS = ['shop', 'Stock room'] as const;

/** A column of which nothing else is said. */
export function newColumn(name: string, type: string | number): ColumnModel {
  const rest = { primaryKey: false, nullable: true, extra: null, default: null };
  return { name, type, ...rest, unique: false, index: false, comment: null };
}
