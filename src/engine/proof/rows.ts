import { identifier } from '../postgres/session-state';
import type { TableState } from '../report';

/** A table's rows, so far as to tell later which of them are still there as they were. */
export interface TableRows {
  columns: string[];
  /** Of each row: its primary key as text (null without one), and of each column the hash of its value, `-` for NULL. */
  rows: { key: string | null; cells: string[] }[];
}

/** The rows of every table, by its name as sentences write it. */
export type RowsByTable = ReadonlyMap<string, TableRows>;

/** What became of one table's rows. */
export interface TableChange {
  before: number;
  after: number;
  /** Rows of before that are gone, and those that hold something else. */
  gone: number;
  changed: number;
  added: number;
  /** Where the changed ones differ. */
  columns: string[];
}

/** A statement whose rows `readRows` takes; hashed in SQL, so that what stands in a row never leaves Postgres. */
export function rowsQuery(schema: string, { name, columns, primaryKey }: TableState): string {
  const cells = columns.map((column) => `hashtext(${identifier(column.name)}::text)::text`);
  const keys = primaryKey?.columns.map((column) => `${identifier(column)}::text`);
  const key = keys ? `array[${keys.join(', ')}]::text` : 'null';
  return `select ${key}, array_to_string(array[${cells.join(', ')}]::text[], ',', '-')
    from only ${identifier(schema)}.${identifier(name)}`;
}

/** What `rowsQuery` answered. */
export function readRows({ columns }: TableState, answer: readonly (string | null)[][]): TableRows {
  return {
    columns: columns.map((column) => column.name),
    rows: answer.map(([key = null, cells]) => ({ key, cells: cells ? cells.split(',') : [] })),
  };
}

/** Which rows of a table are lost, changed and new; `after` is undefined where there is no such table any more. */
export function compareRows(before: TableRows, after: TableRows | undefined): TableChange {
  const [old, now] = [before.rows.length, after?.rows.length ?? 0];
  if (after === undefined) return { before: old, after: 0, gone: old, changed: 0, added: 0, columns: [] };
  const compared = isKeyed(before) && isKeyed(after) ? byKey(before, after) : byContent(before, after);
  return { before: old, after: now, ...compared };
}

type Compared = Omit<TableChange, 'before' | 'after'>;

function byKey(before: TableRows, after: TableRows): Compared {
  const standing = new Map(after.rows.map((row) => [row.key, row.cells]));
  const places = before.columns.map((name) => after.columns.indexOf(name));
  const columns = new Set<string>();
  let [gone, changed] = [0, 0];
  for (const { key, cells } of before.rows) {
    const now = standing.get(key);
    const differing = before.columns.filter(
      (_, index) => now && differs(cells[index], now[places[index] ?? -1]),
    );
    if (now === undefined) gone += 1;
    else if (differing.length > 0) changed += 1;
    for (const name of differing) columns.add(name);
  }
  const added = after.rows.length - (before.rows.length - gone);
  return { gone, changed, added, columns: before.columns.filter((name) => columns.has(name)) };
}

/** Without a key, rows are told apart by what stands in the columns that both have. */
function byContent(before: TableRows, after: TableRows): Compared {
  const common = before.columns.filter((name) => after.columns.includes(name));
  const lacking = before.columns.filter((name) => !common.includes(name));
  const lost = missing(contents(before, common), contents(after, common));
  const emptied = lacking.filter((name) => contents(before, [name]).some((cell) => cell !== '-'));
  const columns = [
    ...common.filter((name) => missing(contents(before, [name]), contents(after, [name])) > 0),
    ...emptied,
  ];
  const gone = Math.min(lost, Math.max(0, before.rows.length - after.rows.length));
  const changed = emptied.length > 0 ? before.rows.length - gone : lost - gone;
  return { gone, changed, added: Math.max(0, after.rows.length - before.rows.length + gone), columns };
}

/** A NULL in a column that is no longer there is no loss. */
function differs(before: string | undefined, after: string | undefined): boolean {
  return before !== (after ?? '-');
}

function isKeyed({ rows }: TableRows): boolean {
  return rows.every((row) => row.key !== null);
}

function contents({ columns, rows }: TableRows, of: readonly string[]): string[] {
  const places = of.map((name) => columns.indexOf(name));
  return rows.map(({ cells }) => places.map((place) => cells[place]).join());
}

/** How many of `before` have no counterpart in `after`. */
function missing(before: readonly string[], after: readonly string[]): number {
  const counts = new Map<string, number>();
  for (const text of after) counts.set(text, (counts.get(text) ?? 0) + 1);
  let lost = 0;
  for (const text of before) {
    const left = counts.get(text) ?? 0;
    if (left === 0) lost += 1;
    counts.set(text, Math.max(0, left - 1));
  }
  return lost;
}
