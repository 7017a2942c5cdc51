import {
  resolve,
  schemaOf,
  bareName,
  tableLabel,
  type Catalog,
  type StandingIndex,
  type StandingKey,
  type TableId,
} from '../catalog';
import { keysOnto, reaches } from '../graph';
import { byTable, tablesWhose } from '../key-words';
import type { DropColumn, DropConstraint, DropIndex, DropTable } from '../operations';
import { dropKeyCall } from './drop-key';
import { quoted } from './quoting';
import { missingColumn, missingSchema } from './presence';
import { blockers, refuse, type Verdict } from './refuse';
import { hasConstraint, indexNamed, keysUpon } from './standing';
import type { Refusal } from '../steps';
import { clauses, code, text, type Text } from '../text';

/** There is none, or others refer to it. */
export function refuseDropTable(catalog: Catalog, operation: DropTable): Verdict | null {
  const table = resolve(catalog, operation);
  if (!catalog.tables.has(table)) {
    if (!catalog.complete || operation.ifExists) return null;
    return (
      missingSchema(catalog, operation.schema) ??
      (() =>
        refuse(
          '42P01',
          `table "${operation.table}" does not exist`,
          text`there is no table ${code(tableLabel(catalog, table))} at this point`,
        ))
    );
  }
  const keys = keysOnto(catalog, table);
  if (keys.length === 0) return null;
  const still = byTable(keys).size === 1 ? 'still stands' : 'still stand';
  return () =>
    needed(
      catalog,
      `table ${printed(catalog, table)}`,
      text`${clauses(tablesWhose(catalog, keys))}, ${still}${circle(catalog, keys)}`,
      keys,
    );
}

/** There is none, or a key of another column refers to it. */
export function refuseDropColumn(catalog: Catalog, operation: DropColumn): Verdict | null {
  const table = resolve(catalog, operation);
  const { column } = operation;
  const missing = missingColumn(
    catalog,
    table,
    [column],
    () => `column "${column}" of relation "${operation.table}" does not exist`,
  );
  if (missing !== null) return operation.ifExists ? null : missing;
  // A key that the column itself is part of goes with it; one that points at the column from elsewhere stays.
  const keys = catalog.keys.filter(
    (key) =>
      key.referenced === table &&
      key.referencedColumns.includes(column) &&
      !(key.table === table && key.columns.includes(column)),
  );
  if (keys.length === 0) return null;
  return () =>
    needed(
      catalog,
      `column ${column} of table ${printed(catalog, table)}`,
      text`the column is needed by ${clauses(tablesWhose(catalog, keys))}`,
      keys,
    );
}

/** There is none, or foreign keys rest on it. */
export function refuseDropConstraint(catalog: Catalog, operation: DropConstraint): Verdict | null {
  const table = resolve(catalog, operation);
  const { name, type } = operation;
  if (name === null) return null;
  const index = catalog.indexes.find(
    (one) => one.table === table && one.name === name && one.constraint !== null,
  );
  if (index !== undefined) {
    return neededByKeys(catalog, index, `constraint ${name} on table ${printed(catalog, table)}`);
  }
  // Not every constraint is known: PostgreSQL names those behind NOT NULL, too.
  const known = catalog.complete && (type === 'foreignkey' || type === 'unique' || type === 'primary');
  if (!known || operation.ifExists || hasConstraint(catalog, table, name)) return null;
  return () =>
    refuse(
      '42704',
      `constraint "${name}" of relation "${operation.table}" does not exist`,
      text`${code(tableLabel(catalog, table))} has no constraint ${code(name)} at this point`,
    );
}

/** There is none, foreign keys rest on it, or it stands behind a constraint. */
export function refuseDropIndex(catalog: Catalog, operation: DropIndex): Verdict | null {
  const { name, schema } = operation;
  if (name === null) return null;
  const index = indexNamed(catalog, schema ?? catalog.defaultSchema, name);
  if (index === null) {
    if (!catalog.complete || operation.ifExists) return null;
    return (
      missingSchema(catalog, schema) ??
      (() =>
        refuse(
          '42704',
          `index "${name}" does not exist`,
          text`there is no index ${code(name)} at this point`,
        ))
    );
  }
  const shown = quoted(name);
  if (index.constraint === null) return neededByKeys(catalog, index, `index ${shown}`);
  const owner = `constraint ${name} on table ${printed(catalog, index.table)}`;
  return () =>
    refuse(
      '2BP01',
      `cannot drop index ${shown} because ${owner} requires it`,
      text`the index stands behind the constraint ${code(name)} of ${code(tableLabel(catalog, index.table))}`,
    );
}

function neededByKeys(catalog: Catalog, index: StandingIndex, what: string): Verdict | null {
  const keys = keysUpon(catalog, index);
  if (keys.length === 0) return null;
  return () => needed(catalog, what, text`it is needed by ${clauses(tablesWhose(catalog, keys))}`, keys);
}

function needed(catalog: Catalog, what: string, reason: Text, keys: readonly StandingKey[]): Refusal {
  const message = `cannot drop ${what} because other objects depend on it`;
  return refuse('2BP01', message, reason, blockers(catalog, keys));
}

/** A table as PostgreSQL describes it: with its schema where the search path would not find it. */
function printed(catalog: Catalog, table: TableId): string {
  const schema = schemaOf(table);
  const name = quoted(bareName(table));
  return schema === catalog.defaultSchema ? name : `${quoted(schema)}.${name}`;
}

/** No order helps where the table refers back to those that refer to it. */
function circle(catalog: Catalog, keys: readonly StandingKey[]): Text {
  const back = keys.find((key) => reaches(catalog, key.referenced, key.table));
  if (back === undefined) return [];
  return text`; they refer to each other in a circle, so no order of drops works: first drop a key, as in ${code(dropKeyCall(catalog, back))}`;
}
