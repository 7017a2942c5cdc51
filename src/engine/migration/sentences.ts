import type {
  AddColumn,
  AlterColumn,
  CreateTable,
  Execute,
  ForeignKey,
  Operation,
  TableName,
} from './operations';
import { code, codes, list, text, type Text } from './text';

/** What one operation does, in one plain sentence. */
export function describeOperation(operation: Operation): Text {
  switch (operation.kind) {
    case 'create_table':
      return createTable(operation);
    case 'drop_table':
      return text`Drops the table ${label(operation)} and every row in it.`;
    case 'add_column':
      return addColumn(operation);
    case 'drop_column':
      return text`Drops the column ${code(operation.column)} of ${label(operation)} and what stands in it.`;
    case 'alter_column':
      return alterColumn(operation);
    case 'create_index': {
      const { name, columns, unique, where } = operation.index;
      const kind = unique ? 'unique index' : 'index';
      const partial = where === null ? [] : text`, for the rows where ${code(where)}`;
      const promise = unique ? text`, so that no two rows are alike there` : [];
      return text`Creates the ${kind} ${named(name)}on ${codes(columns)} of ${label(operation)}${partial}${promise}.`;
    }
    case 'drop_index': {
      const of = operation.table === null ? [] : text` of ${label({ ...operation, table: operation.table })}`;
      return text`Drops the index ${operation.name === null ? 'without a name' : code(operation.name)}${of}.`;
    }
    case 'create_foreign_key':
      return text`Makes ${references(operation.key, operation)}, with the foreign key ${nameOrChoice(operation.key.name)}${onDelete(operation.key)}.`;
    case 'create_unique_constraint': {
      const { name, columns } = operation.constraint;
      return text`Allows no two rows of ${label(operation)} with the same ${codes(columns)}: the constraint ${nameOrChoice(name)}.`;
    }
    case 'create_check_constraint': {
      const { name, condition } = operation.constraint;
      return text`Allows only rows of ${label(operation)} where ${code(condition)}: the constraint ${nameOrChoice(name)}.`;
    }
    case 'create_primary_key':
      return text`Makes ${codes(operation.constraint.columns)} the primary key of ${label(operation)}.`;
    case 'create_exclude_constraint':
      return text`Allows no two rows of ${label(operation)} that match in ${codes(operation.elements)}: the exclusion constraint ${nameOrChoice(operation.name)}.`;
    case 'drop_constraint':
      return text`Drops the ${constraintKind(operation.type)} ${operation.name === null ? 'without a name' : code(operation.name)} of ${label(operation)}.`;
    case 'rename_table':
      return text`Renames the table ${label(operation)} to ${code(operation.newName)}; its rows stay.`;
    case 'create_table_comment':
      return text`Sets the comment of ${label(operation)} to ${code(operation.comment ?? '')}.`;
    case 'drop_table_comment':
      return text`Takes away the comment of ${label(operation)}.`;
    case 'bulk_insert':
      return text`Inserts ${count(operation.rows, 'row')} into ${label(operation)}.`;
    case 'execute':
      return execute(operation);
    case 'other':
      return text`Runs ${code(operation.className)}, an operation that Alembic itself does not bring along.`;
  }
}

/** A table by the name that the revision gives it. */
export function label({ schema, table }: TableName): { code: string } {
  return code(schema === null ? table : `${schema}.${table}`);
}

function createTable(operation: CreateTable): Text {
  const names = operation.columns.map((column) => column.name);
  const columns =
    names.length === 0 ? text`no columns` : text`${count(names.length, 'column')}: ${codes(names)}`;
  const rest: Text[] = [];
  const key = operation.primaryKey?.columns ?? [];
  if (key.length > 0) rest.push(text`${codes(key)} ${key.length === 1 ? 'is' : 'are'} its primary key`);
  for (const foreignKey of operation.foreignKeys) {
    rest.push(
      foreignKey.useAlter
        ? text`the key from ${codes(foreignKey.columns)} to ${label(foreignKey.referenced)} is left out (${code('use_alter=True')})`
        : text`${codes(foreignKey.columns)} ${foreignKey.columns.length === 1 ? 'references' : 'reference'} ${target(foreignKey)}`,
    );
  }
  for (const unique of operation.uniques) rest.push(text`no two rows have the same ${codes(unique.columns)}`);
  const more = rest.length === 0 ? [] : text`; ${list(rest)}`;
  return text`Creates the table ${label(operation)} with ${columns}${more}.`;
}

function addColumn(operation: AddColumn): Text {
  const { column, foreignKeys } = operation;
  const rule = column.nullable ? 'it may be empty (NULL)' : 'it may not be empty (NOT NULL)';
  const filled =
    column.default === null ? [] : text`; rows that are there already get ${code(column.default)}`;
  const computed =
    column.generated === null ? [] : text`; PostgreSQL computes it as ${code(column.generated.sql)}`;
  const keys = foreignKeys.map((key) => text`; it references ${target(key)}`).flat();
  return text`Adds the column ${code(column.name)} (${code(column.type.sql)}) to ${label(operation)}; ${rule}${filled}${computed}${keys}.`;
}

function alterColumn(operation: AlterColumn): Text {
  const { name, type, nullable, default: fallback, comment } = operation.changes;
  const changes: Text[] = [];
  if (name !== undefined) changes.push(text`its name becomes ${code(name)}`);
  if (type !== undefined) {
    const from =
      operation.existing.type === undefined ? [] : text` instead of ${code(operation.existing.type.sql)}`;
    const using = operation.using === null ? [] : text`, computed as ${code(operation.using)}`;
    changes.push(text`its type becomes ${code(type.sql)}${from}${using}`);
  }
  if (nullable === true) changes.push(['it may be empty (NULL) from now on']);
  if (nullable === false) changes.push(['it may not be empty (NOT NULL) from now on']);
  if (fallback === null) changes.push(['it loses its default']);
  else if (fallback !== undefined) changes.push(text`its default becomes ${code(fallback)}`);
  if (comment === null) changes.push(['it loses its comment']);
  else if (comment !== undefined) changes.push(text`its comment becomes ${code(comment)}`);
  const what = changes.length === 0 ? ['nothing that PostgreSQL would notice'] : list(changes);
  return text`Changes the column ${code(operation.column)} of ${label(operation)}: ${what}.`;
}

function execute(operation: Execute): Text {
  if (operation.enumType !== null) {
    const { action, schema, name } = operation.enumType;
    return text`${action === 'create' ? 'Creates' : 'Drops'} the enum type ${label({ schema, table: name })}.`;
  }
  const lines = operation.sql.trim().split('\n');
  const first = (lines[0] ?? '').trim();
  const cut = lines.length > 1 || first.length > 100 ? `${first.slice(0, 100).trimEnd()} ...` : first;
  return text`${operation.readsRows ? 'Reads rows' : 'Runs SQL of its own'}: ${code(cut)}.`;
}

function references(key: ForeignKey, owner: TableName): Text {
  return text`${codes(key.columns)} of ${label(owner)} reference ${target(key)}`;
}

function target(key: ForeignKey): Text {
  const { schema, table } = key.referenced;
  return codes(key.referencedColumns.map((column) => label({ schema, table: `${table}.${column}` }).code));
}

const ON_DELETE: Record<string, string> = {
  CASCADE: 'when the row it references is deleted, this row goes too',
  'SET NULL': 'when the row it references is deleted, it becomes empty (NULL)',
  'SET DEFAULT': 'when the row it references is deleted, it takes its default',
  RESTRICT: 'the row it references cannot be deleted',
};

function onDelete(key: ForeignKey): Text {
  const meaning = ON_DELETE[key.onDelete?.toUpperCase() ?? ''];
  return meaning === undefined ? [] : text`; ${meaning}`;
}

function constraintKind(type: 'foreignkey' | 'unique' | 'check' | 'primary' | null): string {
  const kinds = {
    foreignkey: 'foreign key',
    unique: 'unique constraint',
    check: 'check constraint',
    primary: 'primary key',
  };
  return type === null ? 'constraint' : kinds[type];
}

function named(name: string | null): Text {
  return name === null ? [] : text`${code(name)} `;
}

function nameOrChoice(name: string | null): Text {
  return name === null ? ['for which PostgreSQL chooses a name'] : [code(name)];
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}
