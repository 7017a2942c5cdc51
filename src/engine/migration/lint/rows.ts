import type { TableName } from '../operations';
import { label } from '../sentences';
import { text, type Text } from '../text';
import type { Moment } from './context';
import { tableIn } from './world';

/** Rows that a step may run into. */
export interface Rows {
  /** Null where their number is not known. */
  count: number | null;
}

/** The rows of a table when a step's turn has come; null where there are none, or where the step has passed. */
export function rowsAt({ before, passed }: Moment, name: TableName): Rows | null {
  if (passed) return null;
  const table = tableIn(before, name);
  // A table that the database does not have makes the step fail for another reason.
  if (table === null) return before.complete ? null : { count: null };
  return table.rows === 0 ? null : { count: table.rows };
}

/** The same for what disturbs others: a table that is not there yet for them has nobody to disturb. */
export function busyRowsAt(moment: Moment, name: TableName): Rows | null {
  return tableIn(moment.before, name)?.isNew === true ? null : rowsAt(moment, name);
}

/** "`posts`, which has 10 rows" or "`posts`, if it has rows by then". */
export function withRows(name: TableName, rows: Rows): Text {
  return rows.count === null
    ? text`${label(name)}, if it has rows by then`
    : text`${label(name)}, which has ${rowCount(rows.count)}`;
}

export function rowCount(count: number): string {
  return `${count} row${count === 1 ? '' : 's'}`;
}
