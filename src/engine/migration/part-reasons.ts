import { resolve, tableLabel, type Catalog, type TableId } from './catalog';
import type { DropColumn, Operation } from './operations';
import { stepDropping, type Simulation } from './simulation';
import { afterwards } from './table-reasons';
import { clauses, code, codes, text, type Text } from './text';

/** An index or constraint that a step takes away, with the columns it covers. */
interface Part {
  noun: 'index' | 'key' | 'constraint';
  name: string;
  table: TableId;
  columns: string[];
  /** The table that a foreign key references. */
  referenced: TableId | null;
}

/** Why an index or constraint goes where it does: before its column, its table, or the table it references. */
export function dropPartReason(simulation: Simulation, catalog: Catalog, index: number): Text | null {
  const part = partOf(simulation, catalog, index);
  if (part === null) return null;
  for (const [later, operation] of simulation.steps.entries()) {
    if (later <= index || operation.kind !== 'drop_column') continue;
    if (resolve(catalog, operation) === part.table && part.columns.includes(operation.column)) {
      return text`the ${part.noun} goes before its column ${code(operation.column)} (step ${later + 1})`;
    }
  }
  if (part.referenced !== null && part.referenced !== part.table) {
    const step = stepDropping(simulation, part.referenced, index);
    if (step !== null) {
      return text`the key goes before ${code(tableLabel(catalog, part.referenced))}, which it references (step ${step})`;
    }
  }
  const step = stepDropping(simulation, part.table, index);
  return step === null
    ? null
    : text`the ${part.noun} goes before its table ${code(tableLabel(catalog, part.table))} (step ${step})`;
}

/** Why a column goes where it does: after what is built on it, before the table that it references. */
export function dropColumnReason(
  simulation: Simulation,
  catalog: Catalog,
  operation: DropColumn,
  index: number,
): Text | null {
  const table = resolve(catalog, operation);
  const gone = simulation.gone.filter(
    ({ key, step }) =>
      step < index &&
      key.referenced === table &&
      key.table !== table &&
      key.referencedColumns.includes(operation.column),
  );
  const after = [...partsBefore(simulation, table, operation.column, index), ...afterwards(simulation, gone)];
  if (after.length > 0) return text`after ${clauses(after)}`;
  for (const key of catalog.keys) {
    if (key.table !== table || key.referenced === table || !key.columns.includes(operation.column)) continue;
    const step = stepDropping(simulation, key.referenced, index);
    if (step !== null) {
      return text`before ${code(tableLabel(catalog, key.referenced))}, which it references (step ${step}): its key goes with it`;
    }
  }
  return null;
}

/** The indexes and constraints on a column that went before it. */
function partsBefore(simulation: Simulation, table: TableId, column: string, index: number): Text[] {
  const parts = simulation.steps.slice(0, index).flatMap((_, step) => {
    const catalog = simulation.catalogs[step];
    const part = catalog === undefined ? null : partOf(simulation, catalog, step);
    return part !== null && part.table === table && part.columns.includes(column) ? [part] : [];
  });
  return parts.map((part) => text`its ${part.noun} ${codes([part.name])}`);
}

/** What a step takes away; its columns come from the operation of the upgrade that made it, or from the catalog. */
function partOf(simulation: Simulation, catalog: Catalog, step: number): Part | null {
  const operation = simulation.steps[step];
  if (operation?.kind !== 'drop_index' && operation?.kind !== 'drop_constraint') return null;
  const made = madeBy(catalog, simulation.upgrade[simulation.reverses[step] ?? -1]);
  const name = operation.name ?? made?.name;
  if (made !== null && name !== undefined) return { ...made, name };
  if (operation.kind === 'drop_index') return null;
  const key = catalog.keys.find(
    (one) => one.table === resolve(catalog, operation) && one.name === operation.name,
  );
  return key === undefined ? null : { noun: 'key', ...key };
}

function madeBy(catalog: Catalog, operation: Operation | undefined): Part | null {
  switch (operation?.kind) {
    case 'create_index': {
      const { name, columnNames } = operation.index;
      return {
        noun: 'index',
        name: name ?? '',
        table: resolve(catalog, operation),
        columns: columnNames,
        referenced: null,
      };
    }
    case 'create_foreign_key': {
      const { name, columns, referenced } = operation.key;
      const table = resolve(catalog, operation);
      return { noun: 'key', name: name ?? '', table, columns, referenced: resolve(catalog, referenced) };
    }
    case 'create_unique_constraint':
    case 'create_primary_key': {
      const { name, columns } = operation.constraint;
      return {
        noun: 'constraint',
        name: name ?? '',
        table: resolve(catalog, operation),
        columns,
        referenced: null,
      };
    }
    default:
      return null;
  }
}
