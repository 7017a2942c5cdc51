/** Which parts of what the panel and the editor show belong together. */
import type { KeyGraph, GraphKey, GraphTable } from '../engine/migration/key-graph';
import type { DowngradeStep, UpgradeStep } from '../engine/migration/steps';
import type { PartKey } from './look-types';

/** What of a revision decides what belongs together. */
export interface Linked {
  upgrade: readonly UpgradeStep[];
  downgrade: readonly DowngradeStep[];
  graph: KeyGraph;
}

/** The key of a step of the upgrade or the downgrade. */
export function stepKey(where: 'upgrade' | 'downgrade', number: number): PartKey {
  return `${where === 'upgrade' ? 'up' : 'down'}:${number}`;
}

/** The key of a step's SQL. */
export function sqlKey(where: 'upgrade' | 'downgrade', number: number): PartKey {
  return `${where === 'upgrade' ? 'up' : 'down'}-sql:${number}`;
}

/** The key of a table, by the label that the steps give it. */
export function tableKey(label: string): PartKey {
  return `table:${label}`;
}

/** The key of a table's column. */
export function columnKey(label: string, column: string): PartKey {
  return `column:${label}.${column}`;
}

/** The key of a foreign key in the graph. */
export function graphKeyKey(key: GraphKey): PartKey {
  return `key:${key.id}`;
}

/**
 * Everything that belongs together with one part, that part included: an operation with the step that takes it back,
 * the SQL of both, their table and columns. A column means the steps that name it, a table all that concern it,
 * a foreign key both its ends and the steps that drop them.
 */
export function counterparts(view: Linked, key: PartKey): Set<PartKey> {
  const parts = new Set([key]);
  const add = (more: Iterable<PartKey>): void => {
    for (const part of more) parts.add(part);
  };
  for (const step of view.upgrade) {
    if (isStep(key, 'upgrade', step)) add(aroundUpgrade(view, step));
    else if (names(step, key)) add([...pair(view, step), ...tableOf(step)]);
  }
  for (const step of view.downgrade) {
    if (isStep(key, 'downgrade', step)) add(aroundDowngrade(view, step));
    else if (names(step, key)) add([...keysOf('downgrade', step), ...tableOf(step)]);
  }
  for (const one of view.graph.keys) if (graphKeyKey(one) === key) add(ends(view, one));
  for (const table of view.graph.tables) if (tableKey(table.label) === key) add(keysAt(view.graph, table));
  return parts;
}

function isStep(key: PartKey, where: 'upgrade' | 'downgrade', { number }: UpgradeStep): boolean {
  return key === stepKey(where, number) || key === sqlKey(where, number);
}

/** Whether a table or column is one that the step is about. */
function names(step: UpgradeStep, key: PartKey): boolean {
  if (step.table === null) return false;
  const { table } = step;
  return key === tableKey(table) || step.columns.some((column) => key === columnKey(table, column));
}

function keysOf(where: 'upgrade' | 'downgrade', { number }: UpgradeStep): PartKey[] {
  return [stepKey(where, number), sqlKey(where, number)];
}

function tableOf({ table }: UpgradeStep): PartKey[] {
  return table === null ? [] : [tableKey(table)];
}

function subject(step: UpgradeStep): PartKey[] {
  const { table, columns } = step;
  return table === null ? [] : [tableKey(table), ...columns.map((column) => columnKey(table, column))];
}

/** A step of the upgrade with those that take it back. */
function pair(view: Linked, step: UpgradeStep): PartKey[] {
  const back = view.downgrade.filter((one) => one.reverses === step.number);
  return [...keysOf('upgrade', step), ...back.flatMap((one) => keysOf('downgrade', one))];
}

function aroundUpgrade(view: Linked, step: UpgradeStep): PartKey[] {
  return [...pair(view, step), ...subject(step)];
}

function aroundDowngrade(view: Linked, step: DowngradeStep): PartKey[] {
  const reversed = view.upgrade.find((one) => one.number === step.reverses);
  return [
    ...keysOf('downgrade', step),
    ...subject(step),
    ...(reversed === undefined ? [] : [...keysOf('upgrade', reversed), ...subject(reversed)]),
  ];
}

/** Both tables of a key, its columns on both sides, and the steps that drop the tables. */
function ends(view: Linked, key: GraphKey): PartKey[] {
  const { graph } = view;
  const sides = [
    { id: key.from, columns: key.columns },
    { id: key.to, columns: key.referencedColumns },
  ];
  return sides.flatMap(({ id, columns }) => {
    const table = graph.tables.find((one) => one.id === id);
    if (table === undefined) return [];
    const drop = view[graph.of].find((step) => step.number === table.dropStep);
    return [
      tableKey(table.label),
      ...columns.map((column) => columnKey(table.label, column)),
      ...(drop === undefined ? [] : keysOf(graph.of, drop)),
    ];
  });
}

function keysAt(graph: KeyGraph, table: GraphTable): PartKey[] {
  return graph.keys.filter(({ from, to }) => from === table.id || to === table.id).map(graphKeyKey);
}
