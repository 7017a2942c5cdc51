/** Cells below each other in as few rows as fit into `width`, two blanks between columns, as `ls` does. */
export function inColumns(cells: { text: string; width: number }[], width: number): string {
  if (cells.length === 0) return '';
  for (let rows = 1; ; rows += 1) {
    const columns = Array.from({ length: Math.ceil(cells.length / rows) }, (_, i) =>
      cells.slice(i * rows, (i + 1) * rows),
    );
    const widths = columns.map((column) => Math.max(...column.map((cell) => cell.width)));
    const total = widths.reduce((sum, column) => sum + column + 2, -2);
    if (total >= width && rows < cells.length) continue;
    const lines = Array.from({ length: rows }, (_, row) =>
      columns
        .flatMap((column, i) => {
          const cell = column[row];
          if (!cell) return [];
          const last = !columns[i + 1]?.[row];
          return [cell.text + (last ? '' : ' '.repeat((widths[i] ?? 0) - cell.width + 2))];
        })
        .join(''),
    );
    return lines.map((line) => `${line}\n`).join('');
  }
}
