import { tableLabel, type Catalog, type StandingKey } from '../catalog';
import type { TableName } from '../operations';
import type { Refusal } from '../steps';
import { text, type Text } from '../text';

/** That PostgreSQL refuses; why, is put into words only when somebody asks. */
export type Verdict = () => Refusal;

/** A refusal: `reason` follows "PostgreSQL will refuse: ". */
export function refuse(
  sqlstate: Refusal['sqlstate'],
  message: string,
  reason: Text,
  by: Refusal['by'] = [],
): Refusal {
  return { sqlstate, by, message, sentence: text`PostgreSQL will refuse: ${reason}.`, fix: null };
}

/** The keys in the way, as a refusal names them. */
export function blockers(catalog: Catalog, keys: readonly StandingKey[]): Refusal['by'] {
  return keys.map((key) => ({
    table: tableLabel(catalog, key.table),
    key: key.name,
    columns: key.columns,
  }));
}

/** A table's name as PostgreSQL repeats it. */
export function asWritten({ schema, table }: TableName): string {
  return schema === null ? table : `${schema}.${table}`;
}
