/** Drawing the line that is being typed: text and cursor as the bytes a terminal needs. Pure. */
import { positionAfter } from './cells';

/** What is on screen of the line. */
export interface Drawn {
  /** Cells before the line on its first row: the prompt, or what a program wrote there. */
  start: number;
  /** The cursor's row, counted from the row the line starts in. */
  cursorRow: number;
}

/** Rubs out what was drawn and draws anew. `prefix` (a prompt) is drawn only where it is given. */
export function redraw(
  before: Drawn,
  line: { text: string; cursor: number },
  columns: number,
  prefix?: { text: string; cells: number },
): { output: string; drawn: Drawn } {
  const start = prefix?.cells ?? before.start;
  const end = positionAfter(line.text, start, columns);
  const cursor = positionAfter(line.text.slice(0, line.cursor), start, columns);
  const rubOut = up(before.cursorRow) + toColumn(prefix ? 0 : start) + '\x1b[J';
  // A row that is exactly full leaves the cursor on it; a blank and a return bring it to the next.
  const wrap = end.column === 0 && line.text !== '' && !line.text.endsWith('\n') ? ' \r' : '';
  const output =
    rubOut + (prefix?.text ?? '') + line.text + wrap + up(end.row - cursor.row) + toColumn(cursor.column);
  return { output, drawn: { start, cursorRow: cursor.row } };
}

/** Rubs out the prompt and the line, and leaves the cursor where the prompt began. */
export function rubOut(before: Drawn): string {
  return `${up(before.cursorRow)}\r\x1b[J`;
}

function up(rows: number): string {
  return rows > 0 ? `\x1b[${rows}A` : '';
}

function toColumn(column: number): string {
  return `\x1b[${column + 1}G`;
}
