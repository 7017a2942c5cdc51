import type { Fix, TextEdit } from '../../edits';
import type { Operation } from '../../operations';
import {
  bodyOf,
  functionNamed,
  headOf,
  lineOf,
  offsetOf,
  placeOf,
  rangeOf,
  type LogicalLine,
  type PythonSource,
} from './python-source';

/** A fix, or none where one of its changes cannot be made. */
export function fixOf(title: string, ...changes: (TextEdit[] | null)[]): Fix[] {
  const edits = changes.flatMap((change) => change ?? []);
  return changes.includes(null) || edits.length === 0 ? [] : [{ title, edits }];
}

/** Puts a text in the place of another. */
export function replace({ text }: PythonSource, from: number, to: number, by: string): TextEdit[] {
  const [start, end] = [placeOf(text, from), placeOf(text, to)];
  return [{ line: start.line, column: start.column, endLine: end.line, endColumn: end.column, text: by }];
}

/** Puts a line before the statement of the function's own level that an operation belongs to. */
export function beforeStatement(
  source: PythonSource,
  { statement }: Operation,
  code: string,
): TextEdit[] | null {
  if (statement === null) return null;
  const start = offsetOf(source.text, statement.line, 0);
  const line = source.lines.find((one) => one.from >= start);
  return line === undefined ? null : beforeLine(source, line, code);
}

/** Puts a line at the beginning of `upgrade()` or `downgrade()`. */
export function atBeginning(source: PythonSource, name: string, code: string): TextEdit[] | null {
  const body = bodyIn(source, name);
  const [first, second] = body ?? [];
  if (first === undefined) return null;
  if (isPass(source, first) && second === undefined) return replace(source, first.from, first.to, code);
  // Words about the function come first in it.
  if (isString(source, first)) {
    return second === undefined
      ? afterLine(source, first, first.indent, code)
      : beforeLine(source, second, code);
  }
  return beforeLine(source, first, code);
}

/** Puts a line at the end of `upgrade()` or `downgrade()`. */
export function atEnd(source: PythonSource, name: string, code: string): TextEdit[] | null {
  const body = bodyIn(source, name);
  const [first, last] = [body?.[0], body?.at(-1)];
  if (first === undefined || last === undefined || ends(source, body ?? [], first.indent)) return null;
  if (isPass(source, last) && last === first) return replace(source, last.from, last.to, code);
  return afterLine(source, last, first.indent, code);
}

/** Takes operations' calls out of the file, with what would be left empty around them. */
export function remove(source: PythonSource, operations: readonly Operation[]): TextEdit[] | null {
  const lines = operations.map(({ span }) => (span === null ? null : lineOf(source, rangeOf(source, span))));
  const gone = new Set<LogicalLine>();
  for (const line of lines) {
    if (line === null) return null;
    gone.add(line);
  }
  const edits: TextEdit[] = [];
  for (const line of [...gone]) {
    const head = headOf(source, line);
    if (head === null) return null;
    if (bodyOf(source, head).some((other) => !gone.has(other))) continue;
    if (!isBatch(source, head)) {
      // Something has to stand in the function, or in a loop or condition of the student's.
      gone.delete(line);
      edits.push(...replace(source, line.from, line.to, 'pass'));
    } else if (!gone.has(head)) {
      const around = headOf(source, head);
      const siblings = around === null ? [] : bodyOf(source, around).filter((other) => other !== head);
      const alone = siblings.every((other) => gone.has(other));
      if (alone) return null;
      gone.add(head);
    }
  }
  return [...edits, ...[...gone].flatMap((line) => withoutLine(source, line))];
}

function bodyIn(source: PythonSource, name: string): LogicalLine[] | null {
  const head = functionNamed(source, name);
  return head === null ? null : bodyOf(source, head);
}

function beforeLine(source: PythonSource, line: LogicalLine, code: string): TextEdit[] {
  return replace(source, line.from, line.from, `${code}${source.newline}${line.indent}`);
}

/** Behind whatever comment stands on the same line. */
function afterLine(source: PythonSource, line: LogicalLine, indent: string, code: string): TextEdit[] {
  const rest = source.text.slice(line.to).search(/\r?\n|$/);
  const end = line.to + rest;
  return replace(source, end, end, `${source.newline}${indent}${code}`);
}

function withoutLine(source: PythonSource, line: LogicalLine): TextEdit[] {
  const start = line.from - line.indent.length;
  const end = source.text.indexOf('\n', line.to);
  return replace(source, start, end === -1 ? source.text.length : end + 1, '');
}

/** A function that has returned or raised on its own level does not reach its end. */
function ends(source: PythonSource, body: readonly LogicalLine[], indent: string): boolean {
  return body.some(
    (line) => line.indent === indent && /^(?:return|raise)\b/.test(source.text.slice(line.from, line.to)),
  );
}

function isPass(source: PythonSource, line: LogicalLine): boolean {
  return ['pass', '...'].includes(source.text.slice(line.from, line.to));
}

function isString(source: PythonSource, line: LogicalLine): boolean {
  return /^\w{0,2}["']/.test(source.text.slice(line.from, line.to));
}

function isBatch(source: PythonSource, line: LogicalLine): boolean {
  return /^with [\w.]+\.batch_alter_table\(/.test(source.text.slice(line.from, line.to));
}
