import { apply } from './apply';
import { placeOf, renamed, resolve, type Catalog, type TableId } from './catalog';
import type { Operation } from './operations';

/** The step (from 1) that drops each table, by what it is called when the function begins; in the order of the steps. */
export function dropSteps(start: Catalog, operations: readonly Operation[]): Map<TableId, number> {
  const steps = new Map<TableId, number>();
  along(start, operations, (operation, table, step) => {
    if (operation.kind === 'drop_table' && start.tables.has(table) && !steps.has(table))
      steps.set(table, step);
  });
  return steps;
}

/** The step (from 1) that creates each table, by what it is called when the function has ended. */
export function createSteps(start: Catalog, operations: readonly Operation[]): Map<TableId, number> {
  const steps = new Map<TableId, number>();
  let catalog = start;
  operations.forEach((operation, index) => {
    if (operation.kind === 'create_table') steps.set(placeOf(catalog, operation), index + 1);
    if (operation.kind === 'rename_table') {
      const from = resolve(catalog, operation);
      const step = steps.get(from);
      steps.delete(from);
      if (step !== undefined) steps.set(renamed(from, operation.newName), step);
    }
    catalog = apply(catalog, operation);
  });
  return steps;
}

/** The tables that stand when the function begins and that it changes or drops, and those that keys it drops reference. */
export function concerned(start: Catalog, operations: readonly Operation[]): Set<TableId> {
  const tables = new Set<TableId>();
  along(start, operations, (operation, table) => {
    if (!start.tables.has(table)) return;
    tables.add(table);
    const key =
      operation.kind === 'drop_constraint'
        ? start.keys.find((one) => one.table === table && one.name === operation.name)
        : operation.kind === 'drop_column'
          ? start.keys.find((one) => one.table === table && one.columns.includes(operation.column))
          : undefined;
    if (key !== undefined) tables.add(key.referenced);
  });
  return tables;
}

/** Visits each operation on a table, with the name that the table had in the beginning. */
function along(
  start: Catalog,
  operations: readonly Operation[],
  visit: (operation: Operation, table: TableId, step: number) => void,
): void {
  const first = new Map<TableId, TableId>();
  let catalog = start;
  operations.forEach((operation, index) => {
    if ('table' in operation && operation.table !== null) {
      const { schema, table } = operation;
      const now = resolve(catalog, { schema, table });
      const before = first.get(now) ?? now;
      visit(operation, before, index + 1);
      if (operation.kind === 'rename_table') first.set(renamed(now, operation.newName), before);
    }
    catalog = apply(catalog, operation);
  });
}
