import { placeOf, resolve, tableLabel, type Catalog, type StandingKey, type TableId } from './catalog';
import { keysMade } from './order/additions';
import type {
  AddColumn,
  CreateForeignKey,
  CreateIndex,
  CreatePrimaryKey,
  CreateTable,
  CreateUniqueConstraint,
  ForeignKey,
} from './operations';
import { standing } from './order/standing';
import { byTarget } from './key-words';
import { stepCreating, type Simulation } from './simulation';
import { clauses, code, codes, list, text, type Text } from './text';

/** Why a table is created where it is: after those that its keys reference, or too early for one of them. */
export function createTableReason(
  simulation: Simulation,
  catalog: Catalog,
  operation: CreateTable,
  index: number,
): Text | null {
  return keysReason(simulation, catalog, operation, keysMade(operation), index);
}

/** Why a key is made where it is, alone or along with its column. */
export function addKeyReason(
  simulation: Simulation,
  catalog: Catalog,
  operation: AddColumn | CreateForeignKey,
  index: number,
): Text | null {
  const keys = operation.kind === 'add_column' ? operation.foreignKeys : [operation.key];
  const reason = keysReason(simulation, catalog, operation, keys, index);
  const columns = operation.kind === 'add_column' ? [] : operation.key.columns;
  return reason ?? ownReason(simulation, catalog, operation, columns, index);
}

/** Why an index or constraint is made where it is: after its column or its table. */
export function addPartReason(
  simulation: Simulation,
  catalog: Catalog,
  operation: CreateIndex | CreateUniqueConstraint | CreatePrimaryKey,
  index: number,
): Text | null {
  const columns =
    operation.kind === 'create_index' ? operation.index.columnNames : operation.constraint.columns;
  return ownReason(simulation, catalog, operation, columns, index);
}

function keysReason(
  simulation: Simulation,
  catalog: Catalog,
  owner: CreateTable | AddColumn | CreateForeignKey,
  keys: readonly ForeignKey[],
  index: number,
): Text | null {
  const table = owner.kind === 'create_table' ? placeOf(catalog, owner) : resolve(catalog, owner);
  const targets = byTarget(
    keys.map((key) => standing(catalog, owner, key)).filter((key) => key.referenced !== table),
  );
  const early = [...targets].filter(([target]) => catalog.complete && !catalog.tables.has(target));
  if (early.length > 0) {
    return text`too early: ${clauses(early.map(([target, own]) => waits(simulation, catalog, target, own, index)))}`;
  }
  const made = [...targets].filter(([target]) => madeAt(simulation, target, index) !== null);
  return made.length === 0
    ? null
    : text`after ${clauses(made.map(([target, own]) => which(catalog, target, own)))}`;
}

/** What is not there yet, and when it comes. */
function waits(
  simulation: Simulation,
  catalog: Catalog,
  target: TableId,
  keys: readonly StandingKey[],
  index: number,
): Text {
  const step = stepCreating(simulation, target, index);
  const when =
    step === null
      ? `does not exist, and this ${simulation.where} does not create it`
      : `is created only in step ${step}`;
  return text`${which(catalog, target, keys)}, ${when}`;
}

/** "`users`, which its `user_id` references". */
function which(catalog: Catalog, target: TableId, keys: readonly StandingKey[]): Text {
  const columns = keys.map((key) => codes(key.columns));
  const verb = keys.length === 1 && keys[0]?.columns.length === 1 ? 'references' : 'reference';
  return text`${code(tableLabel(catalog, target))}, which its ${list(columns)} ${verb}`;
}

/** The column or table of its own that an earlier step has made. */
function ownReason(
  simulation: Simulation,
  catalog: Catalog,
  owner: AddColumn | CreateForeignKey | CreateIndex | CreateUniqueConstraint | CreatePrimaryKey,
  columns: readonly string[],
  index: number,
): Text | null {
  const table = resolve(catalog, owner);
  const added = simulation.steps.findIndex(
    (step, place) =>
      place < index &&
      step.kind === 'add_column' &&
      resolve(catalog, step) === table &&
      columns.includes(step.column.name),
  );
  const column = simulation.steps[added];
  if (column?.kind === 'add_column')
    return text`after its column ${code(column.column.name)} (step ${added + 1})`;
  const made = madeAt(simulation, table, index);
  return made === null ? null : text`after its table ${code(tableLabel(catalog, table))} (step ${made})`;
}

/** The number (from 1) of the step before `index` that made this table. */
function madeAt(simulation: Simulation, table: TableId, index: number): number | null {
  const step = stepCreating(simulation, table, -1);
  return step !== null && step <= index ? step : null;
}
