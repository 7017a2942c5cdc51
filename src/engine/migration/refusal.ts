import type { Catalog } from './catalog';
import type { Operation } from './operations';
import {
  refuseAddColumn,
  refuseCreateIndex,
  refuseCreateTable,
  refuseForeignKey,
  refuseKey,
} from './order/refuse-create';
import {
  refuseDropColumn,
  refuseDropConstraint,
  refuseDropIndex,
  refuseDropTable,
} from './order/refuse-drop';
import { missingTable } from './order/presence';
import { refuseAlterColumn, refuseRename } from './order/refuse-alter';
import type { Verdict } from './order/refuse';
import type { Refusal } from './steps';

/** Whether PostgreSQL refuses an operation on this catalog: as far as tables, their columns and their keys decide it. */
export function refusalOf(catalog: Catalog, operation: Operation): Refusal | null {
  return verdictOn(catalog, operation)?.() ?? null;
}

/** The same, not yet in words. */
export function verdictOn(catalog: Catalog, operation: Operation): Verdict | null {
  switch (operation.kind) {
    case 'create_table':
      return refuseCreateTable(catalog, operation);
    case 'drop_table':
      return refuseDropTable(catalog, operation);
    case 'drop_index':
      return refuseDropIndex(catalog, operation);
    case 'execute':
    case 'other':
      return null;
    case 'bulk_insert':
      return operation.rows === 0 ? null : missingTable(catalog, operation);
    default:
      return missingTable(catalog, operation) ?? onTable(catalog, operation);
  }
}

function onTable(catalog: Catalog, operation: Operation): Verdict | null {
  switch (operation.kind) {
    case 'add_column':
      return refuseAddColumn(catalog, operation);
    case 'create_foreign_key':
      return refuseForeignKey(catalog, operation);
    case 'create_unique_constraint':
    case 'create_primary_key':
      return refuseKey(catalog, operation);
    case 'create_index':
      return refuseCreateIndex(catalog, operation);
    case 'drop_column':
      return refuseDropColumn(catalog, operation);
    case 'drop_constraint':
      return refuseDropConstraint(catalog, operation);
    case 'alter_column':
      return refuseAlterColumn(catalog, operation);
    case 'rename_table':
      return refuseRename(catalog, operation);
    default:
      return null;
  }
}
