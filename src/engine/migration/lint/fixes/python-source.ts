import type { SourceSpan } from '../../operations';
import { depthChange, pythonTokens, type PythonToken } from './python-tokens';

/** A statement, or the head of a block: a line as Python counts them, which brackets may stretch over several. */
export interface LogicalLine {
  /** Of its first character and behind its last: blanks and comments around it are not part of it. */
  from: number;
  to: number;
  indent: string;
}

/** The text of a revision file, taken apart as far as fixes need it. */
export interface PythonSource {
  text: string;
  newline: string;
  tokens: readonly PythonToken[];
  lines: readonly LogicalLine[];
  /** What the file calls SQLAlchemy and Alembic's `op`; null where it does not import them in the usual way. */
  sa: string | null;
  op: string | null;
}

export function pythonSource(text: string): PythonSource {
  const tokens = pythonTokens(text);
  return {
    text,
    newline: text.includes('\r\n') ? '\r\n' : '\n',
    tokens,
    lines: logicalLines(text, tokens),
    sa: nameAfter(text, /^import sqlalchemy(?: as (\w+))?[ \t]*(?:#.*)?\r?$/m, 'sqlalchemy'),
    op: nameAfter(text, /^from alembic import (?:\w+, )*op(?: as (\w+))?\b/m, 'op'),
  };
}

function nameAfter(text: string, pattern: RegExp, plain: string): string | null {
  const found = pattern.exec(text);
  return found === null ? null : (found[1] ?? plain);
}

function logicalLines(text: string, tokens: readonly PythonToken[]): LogicalLine[] {
  const lines: LogicalLine[] = [];
  let depth = 0;
  let current: LogicalLine | null = null;
  for (const token of tokens) {
    depth += depthChange(token);
    if (token.kind === 'newline') {
      if (depth <= 0) current = null;
    } else if (current === null) {
      current = { from: token.from, to: token.to, indent: indentAt(text, token.from) };
      lines.push(current);
    } else current.to = token.to;
  }
  return lines;
}

function indentAt(text: string, offset: number): string {
  return text.slice(text.lastIndexOf('\n', offset - 1) + 1, offset);
}

/** The place in the text of a line (from 1) and a column (from 0). */
export function offsetOf(text: string, line: number, column: number): number {
  let start = 0;
  for (let passed = 1; passed < line; passed += 1) {
    const end = text.indexOf('\n', start);
    if (end === -1) return text.length;
    start = end + 1;
  }
  return start + column;
}

/** Line and column of a place in the text. */
export function placeOf(text: string, offset: number): { line: number; column: number } {
  const before = text.slice(0, offset);
  const line = before.split('\n').length;
  return { line, column: offset - (before.lastIndexOf('\n') + 1) };
}

/** The text that an operation's call covers. */
export function rangeOf({ text }: PythonSource, span: SourceSpan): { from: number; to: number } {
  return { from: offsetOf(text, span.line, span.column), to: offsetOf(text, span.endLine, span.endColumn) };
}

/** The lines that are indented under another one. */
export function bodyOf({ lines }: PythonSource, head: LogicalLine): LogicalLine[] {
  const start = lines.indexOf(head) + 1;
  const end = lines.findIndex((line, index) => index >= start && line.indent.length <= head.indent.length);
  return lines.slice(start, end === -1 ? lines.length : end);
}

/** The head of the block that a line stands in, or null. */
export function headOf({ lines }: PythonSource, line: LogicalLine): LogicalLine | null {
  const before = lines.slice(0, lines.indexOf(line));
  return before.findLast((other) => other.indent.length < line.indent.length) ?? null;
}

/**
 * The head of `upgrade()` or `downgrade()`. Null where there is none whose body stands below it, or where several
 * databases have a function each, so that it is not known which one is meant.
 */
export function functionNamed(source: PythonSource, name: string): LogicalLine | null {
  const heads = source.lines.filter(
    (line) => line.indent === '' && source.text.slice(line.from, line.to).startsWith(`def ${name}`),
  );
  const [head] = heads;
  if (heads.length !== 1 || head === undefined || bodyOf(source, head).length === 0) return null;
  return /^def \w+\s*\(\s*\)/.test(source.text.slice(head.from, head.to)) ? head : null;
}

/** The line that consists of exactly this range, or null: a call whose result is used is more than a line. */
export function lineOf({ lines }: PythonSource, range: { from: number; to: number }): LogicalLine | null {
  return lines.find((line) => line.from === range.from && line.to === range.to) ?? null;
}
