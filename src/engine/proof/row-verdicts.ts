import type { RowChange } from '../migration/proof';
import type { Reached } from './copy';
import type { Course } from './course';
import { compareRows, type RowsByTable, type TableChange } from './rows';

/** What became of a table's rows, and what the other end of the revision has to do with it. */
export interface RowVerdict {
  change: RowChange;
  /** Rows that are gone, and rows that hold something else. */
  gone: number;
  changed: number;
  /** The way that the rows went: there and back. */
  there: 'upgrade' | 'downgrade';
  back: 'upgrade' | 'downgrade';
  /** The table is not there at the far end: dropped on the way there, made anew on the way back. */
  dropped: boolean;
  /** Of the columns in which rows differ, those that the far end lacks. */
  droppedColumns: string[];
  /** The columns that only the far end has. */
  columnsThere: string[];
}

/**
 * What became of the rows. The student's own make the trip from where the database is; a revision that was applied
 * already is looked at from below as well, with the rows that its first downgrade has left.
 */
export function judgeRows({ start, begun, stops }: Course): RowVerdict[] {
  const [first, second, third] = stops.map(({ end }) => ('reached' in end ? end.reached : null));
  const own = first && second ? tripOf(begun, first, second, start) : [];
  if (start === 'below' || !first || !second || !third) return own;
  const known = new Set(own.map(({ change }) => change.table));
  return [...own, ...tripOf(first, second, third, 'below').filter(({ change }) => !known.has(change.table))];
}

function tripOf(begin: Reached, far: Reached, end: Reached, start: Course['start']): RowVerdict[] {
  const verdicts: RowVerdict[] = [];
  for (const [table, rows] of begin.rows) {
    const change = compareRows(rows, end.rows.get(table));
    if (change.gone + change.changed + change.added === 0) continue;
    const there = far.rows.get(table);
    const droppedColumns = change.columns.filter((name) => there && !there.columns.includes(name));
    const columnsThere = (there?.columns ?? []).filter((name) => !rows.columns.includes(name));
    const verdict = { dropped: there === undefined, droppedColumns, columnsThere };
    verdicts.push({
      ...verdict,
      gone: change.gone,
      changed: change.changed,
      there: start === 'below' ? 'upgrade' : 'downgrade',
      back: start === 'below' ? 'downgrade' : 'upgrade',
      change: {
        table,
        before: change.before,
        after: change.after,
        lost: change.gone + change.changed,
        added: change.added,
        columns: change.columns,
        inherent: start === 'above' && isInherent(change, verdict, begin.rows, far.rows),
      },
    });
  }
  return verdicts;
}

/**
 * Whether no downgrade could keep these rows: it takes away what the revision itself makes. Where it also brings
 * something back in its place (a table for a table, a column for a column), it may well be the same under another
 * name, and then it could.
 */
function isInherent(
  { gone, added, columns }: TableChange,
  { dropped, droppedColumns, columnsThere }: Pick<RowVerdict, 'dropped' | 'droppedColumns' | 'columnsThere'>,
  above: RowsByTable,
  below: RowsByTable,
): boolean {
  if (dropped) return [...below.keys()].every((table) => above.has(table));
  return gone === 0 && added === 0 && droppedColumns.length === columns.length && columnsThere.length === 0;
}
