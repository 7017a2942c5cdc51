import type { ColumnState, DatabaseState, ForeignKeyState, SchemaState, TableState } from '../report';

/** A database's schema as readable lines: its objects by identity (`table users`), each with its line and its parts. */
export type CatalogLines = ReadonlyMap<string, CatalogObject>;

export interface CatalogObject {
  /** `schema`, `table`, `view`, `enum`, `sequence`, or what the report calls it (`function`). */
  kind: string;
  name: string;
  line: string;
  /** Columns, constraints, indexes and sequences of a table, by identity; in the report's order. */
  parts: ReadonlyMap<string, string>;
}

/** Where names stand without their schema. */
const PLAIN_SCHEMA = 'public';

/**
 * The schema as lines. What a round trip may change is left out: rows, how far sequences have counted, the order of
 * columns (PostgreSQL adds a column at the end only), and Alembic's own table.
 */
export function catalogLines(state: DatabaseState): CatalogLines {
  const objects = new Map<string, CatalogObject>();
  const add = (
    kind: string,
    name: string,
    rest = '',
    parts: ReadonlyMap<string, string> = new Map(),
  ): void => {
    objects.set(`${kind} ${name}`, { kind, name, line: `${kind} ${name}${rest}`, parts });
  };
  for (const schema of state.schemas) {
    const label = (name: string): string => labelOf(schema.name, name);
    if (schema.name !== PLAIN_SCHEMA) add('schema', schema.name);
    for (const table of schema.tables)
      if (!isVersionTable(table))
        add('table', label(table.name), comment(table.comment), partsOf(schema, table));
    for (const { name, definition } of schema.views)
      add('view', label(name), `: ${definition.replace(/\s+/g, ' ').trim()}`);
    for (const { name, labels } of schema.enums) add('enum', label(name), `: ${labels.join(', ')}`);
    for (const { name, ownedBy } of schema.sequences)
      if (ownerOf(schema, ownedBy) === undefined) add('sequence', label(name));
    for (const { kind, name } of schema.other) add(kind, label(name));
  }
  return objects;
}

/** A name as the lines write it: with its schema unless that is `public`. */
export function labelOf(schema: string, name: string): string {
  return schema === PLAIN_SCHEMA ? name : `${schema}.${name}`;
}

/** Alembic's own table, whatever env.py calls it: nothing but a column `version_num`. */
export function isVersionTable({ columns }: Pick<TableState, 'columns'>): boolean {
  return columns.length === 1 && columns[0]?.name === 'version_num';
}

function partsOf(schema: SchemaState, table: TableState): Map<string, string> {
  const parts = new Map<string, string>();
  for (const column of table.columns) parts.set(`column ${column.name}`, columnLine(column));
  const { primaryKey: key } = table;
  if (key) parts.set('primary key', `primary key ${key.name} (${key.columns.join(', ')})`);
  for (const { name, columns } of table.uniques)
    parts.set(`unique ${name}`, `unique ${name} (${columns.join(', ')})`);
  for (const { name, definition } of table.checks) parts.set(`check ${name}`, `check ${name}: ${definition}`);
  for (const foreignKey of table.foreignKeys)
    parts.set(`foreign key ${foreignKey.name}`, foreignKeyLine(foreignKey));
  for (const { name, definition } of table.indexes)
    parts.set(`index ${name}`, `index ${name}: ${definition}`);
  for (const { name, ownedBy } of schema.sequences)
    if (ownerOf(schema, ownedBy) === table) parts.set(`sequence ${name}`, `sequence ${name}`);
  return parts;
}

function columnLine({
  name,
  type,
  nullable,
  default: fallback,
  identity,
  generated,
  comment: words,
}: ColumnState): string {
  const rest = [
    nullable ? '' : ' not null',
    fallback === null ? '' : ` default ${fallback}`,
    identity === null ? '' : ` generated ${identity} as identity`,
    generated === null ? '' : ` generated as (${generated})`,
    comment(words),
  ];
  return `${name} ${type}${rest.join('')}`;
}

function foreignKeyLine(key: ForeignKeyState): string {
  const referenced = `${labelOf(key.referencedSchema, key.referencedTable)} (${key.referencedColumns.join(', ')})`;
  const rest = [
    key.onUpdate === 'no action' ? '' : ` on update ${key.onUpdate}`,
    key.onDelete === 'no action' ? '' : ` on delete ${key.onDelete}`,
    key.deferrable ? ' deferrable' : '',
  ];
  return `foreign key ${key.name} (${key.columns.join(', ')}) references ${referenced}${rest.join('')}`;
}

/** The table that a sequence belongs to; `ownedBy` names it with its column, and both may hold a dot. */
function ownerOf(schema: SchemaState, ownedBy: string | null): TableState | undefined {
  return schema.tables.find((table) => table.columns.some(({ name }) => `${table.name}.${name}` === ownedBy));
}

function comment(words: string | null): string {
  return words === null ? '' : ` comment '${words}'`;
}
