/** What Tab does with the candidates that the engine found. */
import { edit, type Line } from './line-editor';

export interface Completion {
  from: number;
  candidates: string[];
}

/** The line with as much as is certain, and whether there is a choice to show. */
export function completeLine(
  line: Line,
  { from, candidates }: Completion,
): { line: Line; choices: string[] } {
  const [only] = candidates;
  if (only === undefined) return { line, choices: [] };
  if (candidates.length === 1) {
    const closed = /[/=]$/.test(only) ? only : `${only} `;
    return { line: edit(line, from, line.cursor, closed), choices: [] };
  }
  const shared = commonStart(candidates);
  const typed = line.text.slice(from, line.cursor);
  if (shared.length > typed.length) return { line: edit(line, from, line.cursor, shared), choices: [] };
  return { line, choices: candidates };
}

/** The choices side by side, in columns, as bash lists them. */
export function listChoices(choices: readonly string[], columns: number): string {
  // Of paths only the last part is worth reading.
  const names = choices.map((choice) => /[^/]*\/?$/.exec(choice)?.[0] ?? choice);
  const width = Math.max(...names.map((name) => name.length)) + 2;
  const perRow = Math.max(1, Math.floor(columns / width));
  const rows = Math.ceil(names.length / perRow);
  const lines = Array.from({ length: rows }, (_, row) =>
    Array.from({ length: perRow }, (_, column) => names[column * rows + row] ?? '')
      .map((name) => name.padEnd(width))
      .join('')
      .trimEnd(),
  );
  return lines.join('\n');
}

function commonStart(texts: readonly string[]): string {
  const [first = '', ...others] = texts;
  let length = first.length;
  for (const other of others) while (!other.startsWith(first.slice(0, length))) length--;
  return first.slice(0, length);
}
