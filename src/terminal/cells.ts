/** How many cells of the terminal text takes, by the table that xterm.js uses when no other is loaded (Unicode 6). */

const wide: readonly (readonly [number, number])[] = [
  [0x1100, 0x115f],
  [0x2e80, 0x303e],
  [0x3041, 0xa4cf],
  [0xac00, 0xd7a3],
  [0xf900, 0xfaff],
  [0xfe30, 0xfe6f],
  [0xff00, 0xff60],
  [0xffe0, 0xffe6],
  [0x20000, 0x2fffd],
  [0x30000, 0x3fffd],
];

export function cellsOf(text: string): number {
  let cells = 0;
  for (const char of text) cells += cellsOfCharacter(char);
  return cells;
}

function cellsOfCharacter(char: string): number {
  const point = char.codePointAt(0) ?? 0;
  if (point < 0x300) return 1;
  if (/\p{Mn}|\p{Me}|\p{Cf}/u.test(char)) return 0;
  return wide.some(([from, to]) => point >= from && point <= to) ? 2 : 1;
}

/** Where the cursor stands after text that began at `column`: rows below and cells from the left edge. */
export function positionAfter(
  text: string,
  column: number,
  columns: number,
): { row: number; column: number } {
  let row = Math.floor(column / columns);
  let at = column % columns;
  for (const char of text) {
    if (char === '\n') {
      row++;
      at = 0;
      continue;
    }
    const cells = cellsOfCharacter(char);
    if (at + cells > columns) {
      row++;
      at = 0;
    }
    at += cells;
  }
  return at === columns ? { row: row + 1, column: 0 } : { row, column: at };
}
