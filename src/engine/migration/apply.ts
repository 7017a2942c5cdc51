import { placeOf, resolve, type Catalog, type StandingKey } from './catalog';
import { keysMade, withColumn, withIndexes, withKeys, withTable } from './order/additions';
import type { Operation } from './operations';
import { withoutColumn, withoutConstraint, withoutIndex, withoutTable } from './order/removals';
import { renameColumn, renameTable } from './order/rename';
import { indexBehind, indexNamed, standingIndex } from './order/standing';

/** The catalog after an operation has run. What does not concern tables and keys leaves it as it is. */
export function apply(catalog: Catalog, operation: Operation): Catalog {
  switch (operation.kind) {
    case 'create_table':
      return operation.ifNotExists && catalog.tables.has(placeOf(catalog, operation))
        ? catalog
        : withKeys(withTable(catalog, operation), placeOf(catalog, operation), keysMade(operation));
    case 'drop_table':
      return withoutTable(catalog, resolve(catalog, operation));
    case 'add_column':
      return withKeys(withColumn(catalog, operation), resolve(catalog, operation), operation.foreignKeys);
    case 'create_foreign_key':
      return withKeys(catalog, resolve(catalog, operation), [operation.key]);
    case 'drop_column':
      return withoutColumn(catalog, resolve(catalog, operation), operation.column);
    case 'create_unique_constraint':
    case 'create_primary_key': {
      const kind = operation.kind === 'create_primary_key' ? 'primary' : 'unique';
      const table = resolve(catalog, operation);
      return withIndexes(catalog, [indexBehind(catalog, table, operation.constraint, kind)]);
    }
    case 'create_check_constraint': {
      const { name } = operation.constraint;
      if (name === null) return catalog;
      return { ...catalog, checks: [...catalog.checks, { table: resolve(catalog, operation), name }] };
    }
    case 'create_index':
      return withIndexes(catalog, standingIndex(resolve(catalog, operation), operation.index));
    case 'drop_index': {
      const schema = operation.schema ?? catalog.defaultSchema;
      const index = operation.name === null ? null : indexNamed(catalog, schema, operation.name);
      return index === null ? catalog : withoutIndex(catalog, index);
    }
    case 'drop_constraint':
      return operation.name === null
        ? catalog
        : withoutConstraint(catalog, resolve(catalog, operation), operation.name);
    case 'rename_table':
      return renameTable(catalog, resolve(catalog, operation), operation.newName);
    case 'alter_column':
      return operation.changes.name === undefined
        ? catalog
        : renameColumn(catalog, resolve(catalog, operation), operation.column, operation.changes.name);
    case 'execute':
      return operation.enumType === null ? { ...catalog, complete: false } : catalog;
    case 'other':
      return { ...catalog, complete: false };
    default:
      return catalog;
  }
}

/** The keys that an operation took away. */
export function removedKeys(before: Catalog, after: Catalog): StandingKey[] {
  const left = new Set(after.keys.map((key) => key.id));
  return before.keys.filter((key) => !left.has(key.id));
}
