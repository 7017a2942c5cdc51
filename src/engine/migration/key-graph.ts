import type { DatabaseState } from '../report';
import type { TableId } from './catalog';
import type { Revision } from './revision';

/** A table in the graph of keys. */
export interface GraphTable {
  id: TableId;
  /** As sentences name it: with its schema where the search path would not find it. */
  label: string;
  /** The step of the downgrade that drops it, or null where it stays. */
  dropStep: number | null;
  /** The step of the upgrade that creates it, or null where it was there before. */
  createStep: number | null;
  /** How many tables the downgrade has dropped when this one is gone: its number in the drop order; null where it stays. */
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

/** The tables that a downgrade concerns and the foreign keys between them, as they stand when it begins. */
export interface KeyGraph {
  tables: GraphTable[];
  keys: GraphKey[];
}

/** The graph of a revision's downgrade. `state` is the database as it is now. */
export function keyGraph(_revision: Revision, _state: DatabaseState): KeyGraph {
  return { tables: [], keys: [] };
}
