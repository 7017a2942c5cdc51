import { bareName, resolve, schemaOf, standing, tableLabel, type Catalog, type StandingKey } from './catalog';
import { keysOnto, reaches } from './graph';
import { byTable, tablesWhose } from './key-words';
import type { CreateTable, DropColumn, DropTable, ForeignKey, Operation, TableName } from './operations';
import type { Refusal } from './steps';
import { clauses, code, codes, text, type Text } from './text';

/**
 * Whether PostgreSQL refuses an operation on this catalog. `complete` says that the catalog holds every table
 * there is at that moment, so that a table it lacks is missing.
 */
export function refusalOf(catalog: Catalog, operation: Operation, complete: boolean): Refusal | null {
  switch (operation.kind) {
    case 'drop_table':
      return dropTable(catalog, operation, complete);
    case 'drop_column':
      return dropColumn(catalog, operation);
    case 'create_table':
      return createTable(catalog, operation, complete);
    case 'add_column':
      return missingTarget(catalog, operation, operation.foreignKeys, complete);
    case 'create_foreign_key':
      return missingTarget(catalog, operation, [operation.key], complete);
    default:
      return null;
  }
}

function createTable(catalog: Catalog, operation: CreateTable, complete: boolean): Refusal | null {
  const table = resolve(catalog, operation);
  if (complete && catalog.tables.has(table)) {
    if (operation.ifNotExists) return null;
    const sentence = text`PostgreSQL will refuse: there is a table ${code(tableLabel(catalog, table))} already.`;
    return {
      sqlstate: '42P07',
      by: [],
      message: `relation "${operation.table}" already exists`,
      sentence,
      fix: null,
    };
  }
  const keys = operation.foreignKeys.filter((key) => !key.useAlter);
  return missingTarget(catalog, operation, keys, complete);
}

function dropTable(catalog: Catalog, operation: DropTable, complete: boolean): Refusal | null {
  const table = resolve(catalog, operation);
  const name = tableLabel(catalog, table);
  if (!catalog.tables.has(table)) {
    if (!complete || operation.ifExists) return null;
    const sentence = text`PostgreSQL will refuse: there is no table ${code(name)} at this point.`;
    return {
      sqlstate: '42P01',
      by: [],
      message: `table "${operation.table}" does not exist`,
      sentence,
      fix: null,
    };
  }
  const keys = keysOnto(catalog, table);
  if (keys.length === 0) return null;
  const still = byTable(keys).size === 1 ? 'still stands' : 'still stand';
  return {
    sqlstate: '2BP01',
    by: blockers(catalog, keys),
    message: `cannot drop table ${name} because other objects depend on it`,
    sentence: text`PostgreSQL will refuse: ${clauses(tablesWhose(catalog, keys))}, ${still}${circle(catalog, keys)}.`,
    fix: null,
  };
}

function dropColumn(catalog: Catalog, operation: DropColumn): Refusal | null {
  const table = resolve(catalog, operation);
  // A key that the column itself is part of goes with it; one that points at the column from elsewhere stays.
  const keys = catalog.keys.filter(
    (key) =>
      key.referenced === table &&
      key.referencedColumns.includes(operation.column) &&
      !(key.table === table && key.columns.includes(operation.column)),
  );
  if (keys.length === 0) return null;
  const name = tableLabel(catalog, table);
  return {
    sqlstate: '2BP01',
    by: blockers(catalog, keys),
    message: `cannot drop column ${operation.column} of table ${name} because other objects depend on it`,
    sentence: text`PostgreSQL will refuse: the column is needed by ${clauses(tablesWhose(catalog, keys))}.`,
    fix: null,
  };
}

function missingTarget(
  catalog: Catalog,
  owner: TableName,
  foreignKeys: ForeignKey[],
  complete: boolean,
): Refusal | null {
  if (!complete) return null;
  const keys = foreignKeys
    .map((key) => standing(catalog, owner, key))
    .filter((key) => key.referenced !== key.table && !catalog.tables.has(key.referenced));
  const first = keys[0];
  if (first === undefined) return null;
  const missing = tableLabel(catalog, first.referenced);
  return {
    sqlstate: '42P01',
    by: blockers(catalog, keys),
    message: `relation "${missing}" does not exist`,
    sentence: text`PostgreSQL will refuse: there is no table ${code(missing)} yet for ${codes(first.columns)} to reference.`,
    fix: null,
  };
}

/** No order helps where the table refers back to those that refer to it. */
function circle(catalog: Catalog, keys: readonly StandingKey[]): Text {
  const back = keys.find((key) => reaches(catalog, key.referenced, key.table));
  if (back === undefined) return [];
  return text`; they refer to each other in a circle, so no order of drops works: first drop a key, as in ${code(dropKeyCall(catalog, back))}`;
}

/** The line of Python that takes a key away. */
function dropKeyCall(catalog: Catalog, key: StandingKey): string {
  const schema = schemaOf(key.table);
  const within = schema === catalog.defaultSchema ? '' : `, schema='${schema}'`;
  return `op.drop_constraint('${key.name}', '${bareName(key.table)}', type_='foreignkey'${within})`;
}

function blockers(catalog: Catalog, keys: readonly StandingKey[]): Refusal['by'] {
  return keys.map((key) => ({
    table: tableLabel(catalog, key.table),
    key: key.name,
    columns: key.columns,
  }));
}
