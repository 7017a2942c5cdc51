import { placeOf, renamed, resolve } from '../catalog';
import { chosenName } from '../names';
import type { AddColumn, AlterColumn, Column, CreateTable, Operation, TableName } from '../operations';
import { kindsOf, type SqlKind } from './sql-kinds';
import { enumIdOf, enumOf, type EnumId, type SeenColumn, type SeenTable, type World } from './world';

/** The world after an operation, as far as it is known. */
export function evolve(world: World, operation: Operation): World {
  switch (operation.kind) {
    case 'create_table':
      return withTable(createdTypes(world, operation.columns), operation);
    case 'drop_table':
      return withoutTable(world, operation);
    case 'add_column':
      return onTable(world, operation, (table) => addColumn(world, table, operation));
    case 'drop_column':
      return onTable(world, operation, (table) => dropColumn(table, operation.column));
    case 'alter_column':
      return onTable(world, operation, (table) => alterColumn(world, table, operation));
    case 'create_index': {
      const { name } = operation.index;
      return onTable(world, operation, (table) => ({ ...table, indexes: [...table.indexes, ...some(name)] }));
    }
    case 'create_foreign_key': {
      const { columns } = operation.key;
      const name = operation.key.name ?? chosenName(operation.table, columns, 'fkey');
      return onTable(world, operation, (table) => ({
        ...table,
        constraints: [...table.constraints, name],
        foreignKeys: [...table.foreignKeys, { name, columns }],
      }));
    }
    case 'create_unique_constraint':
    case 'create_primary_key': {
      const { name, columns } = operation.constraint;
      const suffix = operation.kind === 'create_primary_key' ? 'pkey' : 'key';
      const given = name ?? chosenName(operation.table, columns, suffix);
      return onTable(world, operation, (table) => ({ ...table, constraints: [...table.constraints, given] }));
    }
    case 'create_check_constraint': {
      const { name, condition } = operation.constraint;
      return onTable(world, operation, (table) => ({
        ...table,
        constraints: [...table.constraints, ...some(name)],
        checks: [...table.checks, condition],
      }));
    }
    case 'drop_constraint':
      return onTable(world, operation, (table) => ({
        ...table,
        constraints: table.constraints.filter((name) => name !== operation.name),
        foreignKeys: table.foreignKeys.filter(({ name }) => name !== operation.name),
      }));
    case 'rename_table':
      return moved(world, operation, { schema: operation.schema, table: operation.newName });
    case 'bulk_insert':
      return onTable(world, operation, (table) => ({
        ...unsettled(table),
        rows: table.rows === null ? null : table.rows + operation.rows,
      }));
    case 'execute': {
      const { enumType, sql } = operation;
      if (enumType === null) return kindsOf(sql).reduce(afterSql, world);
      return withType(world, { schema: enumType.schema, table: enumType.name }, enumType.action === 'create');
    }
    case 'other':
      return anythingGoes(world);
    default:
      return world;
  }
}

function afterSql(world: World, kind: SqlKind): World {
  switch (kind.does) {
    case 'create type':
    case 'drop type':
      return withType(world, kind.type, kind.does === 'create type');
    case 'rename type':
      return withType(withType(world, kind.type, false), { ...kind.type, table: kind.to }, true);
    case 'insert':
    case 'delete':
      return onTable(world, kind.table, (table) => ({ ...unsettled(table), rows: null }));
    case 'update':
      return onTable(world, kind.table, unsettled);
    case 'create table':
      return withTable(world, { ...kind.table, columns: [] });
    case 'drop table':
      return withoutTable(world, kind.table);
    case 'move table':
      return moved(world, kind.table, { ...kind.table, schema: kind.schema });
    case 'alter table':
      return onTable(world, kind.table, (table) => ({ ...table, columns: new Map(), checks: [] }));
    case 'unknown':
      return anythingGoes(world);
    default:
      return world;
  }
}

/** What was run may have put rows anywhere, and made or changed anything. */
function anythingGoes(world: World): World {
  const tables = [...world.tables].map(
    ([id, table]) => [id, { ...table, rows: null, columns: new Map(), checks: [] }] as const,
  );
  return { ...world, complete: false, tables: new Map(tables) };
}

function unsettled(table: SeenTable): SeenTable {
  const columns = [...table.columns].map(
    ([name, column]) => [name, { ...column, filled: 'somehow' as const }] as const,
  );
  return { ...table, columns: new Map(columns) };
}

function withTable(world: World, table: TableName & Partial<CreateTable>): World {
  const made: SeenTable = {
    rows: 0,
    isNew: true,
    columns: new Map((table.columns ?? []).map((column) => [column.name, seen(world, column, 'somehow')])),
    checks: (table.checks ?? []).map((check) => check.condition),
    constraints: [...(table.uniques ?? []), ...(table.checks ?? [])].flatMap(({ name }) => some(name)),
    foreignKeys: (table.foreignKeys ?? [])
      .filter((key) => !key.useAlter)
      .map(({ name, columns }) => ({ name: name ?? chosenName(table.table, columns, 'fkey'), columns })),
    indexes: (table.indexes ?? []).flatMap(({ name }) => some(name)),
  };
  return { ...world, tables: new Map(world.tables).set(placeOf(world.names, table), made) };
}

function withoutTable(world: World, name: TableName): World {
  const tables = new Map(world.tables);
  tables.delete(resolve(world.names, name));
  return { ...world, tables };
}

function moved(world: World, from: TableName, to: TableName): World {
  const id = resolve(world.names, from);
  const table = world.tables.get(id);
  if (table === undefined) return world;
  const tables = new Map(world.tables);
  tables.delete(id);
  const target = to.schema === from.schema ? renamed(id, to.table) : resolve(world.names, to);
  return { ...world, tables: tables.set(target, table) };
}

function onTable(world: World, name: TableName, change: (table: SeenTable) => SeenTable): World {
  const id = resolve(world.names, name);
  const table = world.tables.get(id);
  return table === undefined ? world : { ...world, tables: new Map(world.tables).set(id, change(table)) };
}

/** `create_table` makes the enum types of its columns first. */
function createdTypes(world: World, columns: readonly Column[]): World {
  const made = enumsMade(world, columns);
  return {
    ...world,
    enums: new Set([...world.enums, ...made]),
    remembered: new Set([...world.remembered, ...made]),
  };
}

/** The enum types that a `create_table` with these columns makes: those that none before it has made. */
export function enumsMade(world: World, columns: readonly Column[]): EnumId[] {
  const wanted = columns.flatMap(({ type }) =>
    type.enum?.createsType === true ? (enumIdOf(world, type.enum) ?? []) : [],
  );
  return [...new Set(wanted)].filter((type) => !world.remembered.has(type));
}

function withType(world: World, name: TableName, exists: boolean): World {
  const enums = new Set(world.enums);
  if (exists) enums.add(placeOf(world.names, name));
  else enums.delete(placeOf(world.names, name));
  return { ...world, enums };
}

function seen(world: World, column: Column, filled: SeenColumn['filled']): SeenColumn {
  const { type, nullable, default: fallback } = column;
  return { type: type.sql, enum: enumOf(world, type), nullable, default: fallback, filled };
}

/** A default made of a literal: the same in every row. */
const LITERAL = /^(?:'(?:[^']|'')*'|-?[\d.]+|true|false)$/i;

function addColumn(world: World, table: SeenTable, operation: AddColumn): SeenTable {
  const { column, checks, foreignKeys, uniques, indexes } = operation;
  const computed = column.serial || column.identity !== null || column.generated !== null;
  const constant = column.default !== null && LITERAL.test(column.default);
  const filled = computed
    ? 'somehow'
    : column.default === null
      ? 'with NULL'
      : constant
        ? 'with one value'
        : 'somehow';
  return {
    ...table,
    columns: new Map(table.columns).set(column.name, seen(world, column, filled)),
    checks: [...table.checks, ...checks.map((check) => check.condition)],
    constraints: [...table.constraints, ...[...uniques, ...checks].flatMap(({ name }) => some(name))],
    foreignKeys: [
      ...table.foreignKeys,
      ...foreignKeys.map(({ name, columns }) => ({
        name: name ?? chosenName(operation.table, columns, 'fkey'),
        columns,
      })),
    ],
    indexes: [...table.indexes, ...indexes.flatMap(({ name }) => some(name))],
  };
}

function dropColumn(table: SeenTable, name: string): SeenTable {
  const columns = new Map(table.columns);
  columns.delete(name);
  return { ...table, columns, foreignKeys: table.foreignKeys.filter((key) => !key.columns.includes(name)) };
}

function alterColumn(world: World, table: SeenTable, operation: AlterColumn): SeenTable {
  const { name, type, nullable, default: fallback } = operation.changes;
  const known = table.columns.get(operation.column);
  if (known === undefined) return table;
  const columns = new Map(table.columns);
  if (name !== undefined) columns.delete(operation.column);
  columns.set(name ?? operation.column, {
    ...known,
    ...(type === undefined ? {} : { type: type.sql, enum: enumOf(world, type) }),
    ...(nullable === undefined ? {} : { nullable }),
    ...(fallback === undefined ? {} : { default: fallback }),
  });
  return { ...table, columns };
}

function some<T>(value: T | null): T[] {
  return value === null ? [] : [value];
}
