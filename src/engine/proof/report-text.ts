import type { Proof, ProofStop, RowChange } from '../migration/proof';
import { plain } from '../migration/text';

/** A proof as plain text, for the terminal. */
export function proofText(proof: Proof): string {
  const { revision, message, pending, preparations, stops, rows, conclusions, passed, seconds } = proof;
  const title = pending ? 'the revision that flask db migrate would write now' : `${revision}, ${message}`;
  return paragraphs([
    [`Proof of ${title}, on a copy of the database`],
    preparations.map(plain),
    stops.flatMap(stopLines),
    rowLines(rows),
    conclusions.map(plain),
    [
      `${passed ? 'Passed' : 'Not passed'}, in ${seconds.toFixed(1)} s. Your database and your files are as they were.`,
    ],
  ]);
}

function stopLines({ typed, failure, difference, seconds }: ProofStop): string[] {
  const first = `  ${typed}  ${outcome(failure, difference)}, ${seconds.toFixed(2)} s`;
  const changed = (difference ?? []).map(({ sign, text }) => `      ${sign} ${text}`);
  const printed = failure === null ? [] : tail(failure.output).map((line) => `      | ${line}`);
  return [first, ...changed, ...printed];
}

function outcome(failure: ProofStop['failure'], difference: ProofStop['difference']): string {
  if (failure !== null) return 'failed';
  if (difference === null) return 'done';
  return difference.length === 0 ? 'done, the schema is as it should be' : 'done, but the schema differs';
}

function rowLines(rows: readonly RowChange[]): string[] {
  if (rows.length === 0) return [];
  const cells = rows.map(({ table, before, after, lost, added }) => [
    table,
    `${before} before`,
    `${after} after`,
    `${lost} lost or changed`,
    added === 0 ? '' : `${added} new`,
  ]);
  const width = (column: number): number => Math.max(...cells.map((row) => row[column]?.length ?? 0));
  const lines = cells.map((row) =>
    `  ${row.map((cell, column) => cell.padEnd(width(column))).join('  ')}`.trimEnd(),
  );
  return ['Rows', ...lines];
}

/** The end of what a command printed: there the reason stands. */
function tail(output: string): string[] {
  const lines = output.trimEnd().split('\n');
  return lines.length > TAIL ? ['...', ...lines.slice(-TAIL)] : lines;
}

const TAIL = 12;

function paragraphs(parts: string[][]): string {
  return parts
    .filter((lines) => lines.length > 0)
    .map((lines) => `${lines.join('\n')}\n`)
    .join('\n');
}
