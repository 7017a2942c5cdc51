import type { Catalog } from './catalog';
import type { Operation } from './operations';
import { addKeyReason, addPartReason, createTableReason } from './addition-reasons';
import { dropColumnReason, dropPartReason } from './part-reasons';
import type { Simulation } from './simulation';
import { dropTableReason } from './table-reasons';
import type { Text } from './text';

/** Why a step stands where it does; null where nothing that is known here depends on its place. */
export function placeReason(
  simulation: Simulation,
  catalog: Catalog,
  operation: Operation,
  index: number,
): Text | null {
  switch (operation.kind) {
    case 'drop_table':
      return dropTableReason(simulation, catalog, operation, index);
    case 'create_table':
      return createTableReason(simulation, catalog, operation, index);
    case 'drop_column':
      return dropColumnReason(simulation, catalog, operation, index);
    case 'drop_index':
    case 'drop_constraint':
      return dropPartReason(simulation, catalog, index);
    case 'add_column':
    case 'create_foreign_key':
      return addKeyReason(simulation, catalog, operation, index);
    case 'create_index':
    case 'create_unique_constraint':
    case 'create_primary_key':
      return addPartReason(simulation, catalog, operation, index);
    default:
      return null;
  }
}
