import type { DatabaseState } from '../report';
import { schemaOf, tableLabel, type Catalog, type StandingKey, type TableId } from './catalog';
import { cycles } from './graph';
import { concerned, createSteps, dropSteps } from './graph-tables';
import type { Revision } from './revision';
import { beforeDowngrade, beforeUpgrade } from './situation';

/** A table in the graph of keys. */
export interface GraphTable {
  id: TableId;
  /** As sentences name it: with its schema where the search path would not find it. */
  label: string;
  /** The step that drops it, of the function that the graph is of; null where it stays. */
  dropStep: number | null;
  /** The step of the upgrade that creates it, or null where it was there before. */
  createStep: number | null;
  /** How many of the graph's tables have been dropped when this one is gone: its number in the drop order; null where it stays. */
  dropNumber: number | null;
}

/** A foreign key in the graph, from the table that has it to the table that it references. */
export interface GraphKey {
  id: string;
  name: string;
  from: TableId;
  to: TableId;
  columns: string[];
  referencedColumns: string[];
  /** From one schema to another. */
  crossesSchemas: boolean;
  /** One of those that lead in a circle, so that no order of drops works while it stands. */
  inCircle: boolean;
}

/** The tables that a function concerns and the foreign keys between them, as they stand when it begins. */
export interface KeyGraph {
  /** Whose drops are numbered: the downgrade's, or the upgrade's where only that drops tables (of removed models). */
  of: 'downgrade' | 'upgrade';
  tables: GraphTable[];
  keys: GraphKey[];
}

/** The graph of a revision's drops. `state` is the database as it is now. */
export function keyGraph(revision: Revision, state: DatabaseState): KeyGraph {
  const of = drops(revision, 'downgrade') || !drops(revision, 'upgrade') ? 'downgrade' : 'upgrade';
  const start = of === 'downgrade' ? beforeDowngrade(revision, state) : beforeUpgrade(revision, state);
  const dropped = dropSteps(start, revision[of]);
  const created =
    of === 'downgrade'
      ? createSteps(beforeUpgrade(revision, state), revision.upgrade)
      : new Map<TableId, number>();
  const shown = withNeighbours(start, dropped, concerned(start, revision[of]));
  const order = [...dropped].filter(([table]) => shown.has(table)).map(([table]) => table);
  return {
    of,
    tables: [...shown].sort().map((id) => ({
      id,
      label: tableLabel(start, id),
      dropStep: dropped.get(id) ?? null,
      createStep: created.get(id) ?? null,
      dropNumber: order.includes(id) ? order.indexOf(id) + 1 : null,
    })),
    keys: keysAmong(start, shown),
  };
}

function drops(revision: Revision, where: 'upgrade' | 'downgrade'): boolean {
  return revision[where].some((operation) => operation.kind === 'drop_table');
}

/** The tables concerned, and those that a key connects with a table that goes. */
function withNeighbours(
  start: Catalog,
  dropped: ReadonlyMap<TableId, number>,
  tables: ReadonlySet<TableId>,
): Set<TableId> {
  const shown = new Set(tables);
  for (const key of start.keys) {
    if (dropped.has(key.table)) shown.add(key.referenced);
    if (dropped.has(key.referenced)) shown.add(key.table);
  }
  return shown;
}

function keysAmong(start: Catalog, shown: ReadonlySet<TableId>): GraphKey[] {
  const among = start.keys.filter((key) => shown.has(key.table) && shown.has(key.referenced));
  // Of the whole database: a circle may lead through a table that is not shown.
  const circles = (among.length === 0 ? [] : cycles(start)).map((group) => new Set(group));
  const inCircle = ({ table, referenced }: StandingKey): boolean =>
    table !== referenced && circles.some((group) => group.has(table) && group.has(referenced));
  return among.map((key) => ({
    id: key.id,
    name: key.name,
    from: key.table,
    to: key.referenced,
    columns: key.columns,
    referencedColumns: key.referencedColumns,
    crossesSchemas: schemaOf(key.table) !== schemaOf(key.referenced),
    inCircle: inCircle(key),
  }));
}
