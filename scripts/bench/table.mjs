// @ts-check

/** @typedef {{ what: string, here: string, there: string, ratio: string, target: string }} Row */
/** @typedef {{ what: string, p50: string, p95: string, there: string, ratio: string, target: string }} LookRow */
/** @typedef {{ count: number, python: string, objects: string, javascript: string, process: string }} MemoryRow */

/** @param {readonly (readonly string[])[]} rows the first is the head
 * @returns {string} a Markdown table whose columns line up */
export function table(rows) {
  const widths = (rows[0] ?? []).map((_, column) =>
    Math.max(3, ...rows.map((row) => (row[column] ?? '').length)),
  );
  const lines = rows.map(
    (row) => `| ${widths.map((width, column) => (row[column] ?? '').padEnd(width)).join(' | ')} |`,
  );
  const rule = `| ${widths.map((width) => '-'.repeat(width)).join(' | ')} |`;
  return [lines[0], rule, ...lines.slice(1)].join('\n');
}

/** @param {readonly Row[]} rows */
export function speedTable(rows) {
  const head = ['', 'Stillroom', 'compared with', 'ratio', 'target'];
  return table([
    head,
    ...rows.map(({ what, here, there, ratio, target }) => [what, here, there, ratio, target]),
  ]);
}

/** @param {readonly LookRow[]} rows */
export function lookTable(rows) {
  const head = ['look ahead, keystroke to paint', 'p50', 'p95', 'compared with', 'ratio', 'target'];
  return table([
    head,
    ...rows.map(({ what, p50, p95, there, ratio, target }) => [what, p50, p95, there, ratio, target]),
  ]);
}

/** @param {'commands' | 'looks ahead'} what is counted
 * @param {readonly MemoryRow[]} rows */
export function memoryTable(what, rows) {
  const head = [what, "Python's memory", 'objects in Python', "JavaScript's heap", 'process'];
  return table([
    head,
    ...rows.map((row) => [String(row.count), row.python, row.objects, row.javascript, row.process]),
  ]);
}
