import { chosenName } from './names';
import type { Operation, TableName } from './operations';

/**
 * For each operation of the downgrade, the index of the operation of the upgrade that it takes back, or null.
 * Each is taken back once, the last one first.
 */
export function pairUp(upgrade: readonly Operation[], downgrade: readonly Operation[]): (number | null)[] {
  const left = new Set(upgrade.keys());
  return downgrade.map((back) => {
    const found = [...left].reverse().find((index) => {
      const operation = upgrade[index];
      return operation !== undefined && takesBack(operation, back);
    });
    if (found === undefined) return null;
    left.delete(found);
    return found;
  });
}

/** Whether `back` undoes what `operation` did, as far as their names tell. */
export function takesBack(operation: Operation, back: Operation): boolean {
  switch (operation.kind) {
    case 'create_table':
      return back.kind === 'drop_table' && same(operation, back);
    case 'drop_table':
      return back.kind === 'create_table' && same(operation, back);
    case 'add_column':
      return back.kind === 'drop_column' && same(operation, back) && operation.column.name === back.column;
    case 'drop_column':
      return back.kind === 'add_column' && same(operation, back) && operation.column === back.column.name;
    case 'alter_column':
      return (
        back.kind === 'alter_column' &&
        same(operation, back) &&
        (operation.changes.name ?? operation.column) === back.column
      );
    case 'create_index':
      return back.kind === 'drop_index' && operation.index.name === back.name;
    case 'drop_index':
      return back.kind === 'create_index' && operation.name === back.index.name;
    case 'create_foreign_key':
      return dropsConstraint(
        back,
        operation,
        operation.key.name,
        chosenName(operation.table, operation.key.columns, 'fkey'),
      );
    case 'create_unique_constraint': {
      const { name, columns } = operation.constraint;
      return dropsConstraint(back, operation, name, chosenName(operation.table, columns, 'key'));
    }
    case 'create_primary_key':
      return dropsConstraint(
        back,
        operation,
        operation.constraint.name,
        chosenName(operation.table, [], 'pkey'),
      );
    case 'create_check_constraint':
      return dropsConstraint(back, operation, operation.constraint.name, null);
    case 'create_exclude_constraint':
      return dropsConstraint(back, operation, operation.name, null);
    case 'drop_constraint':
      return createsConstraint(back, operation, operation.name);
    case 'rename_table':
      return (
        back.kind === 'rename_table' &&
        operation.schema === back.schema &&
        operation.table === back.newName &&
        operation.newName === back.table
      );
    case 'create_table_comment':
      return (
        (back.kind === 'drop_table_comment' || back.kind === 'create_table_comment') && same(operation, back)
      );
    case 'drop_table_comment':
      return back.kind === 'create_table_comment' && same(operation, back);
    case 'execute':
      return (
        back.kind === 'execute' &&
        operation.enumType !== null &&
        operation.enumType.name === back.enumType?.name &&
        operation.enumType.action !== back.enumType.action
      );
    case 'bulk_insert':
    case 'other':
      return false;
  }
}

function same(one: TableName, other: TableName): boolean {
  return one.table === other.table && one.schema === other.schema;
}

function dropsConstraint(
  back: Operation,
  table: TableName,
  name: string | null,
  chosen: string | null,
): boolean {
  return (
    back.kind === 'drop_constraint' &&
    same(table, back) &&
    (back.name === name || (name === null && back.name === chosen))
  );
}

function createsConstraint(back: Operation, table: TableName, name: string | null): boolean {
  switch (back.kind) {
    case 'create_foreign_key':
      return same(table, back) && back.key.name === name;
    case 'create_unique_constraint':
    case 'create_check_constraint':
    case 'create_primary_key':
      return same(table, back) && back.constraint.name === name;
    case 'create_exclude_constraint':
      return same(table, back) && back.name === name;
    default:
      return false;
  }
}
