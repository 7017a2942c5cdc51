import type { Operation } from '../operations';

/** A statement of `upgrade()` or `downgrade()`, with the comment directly above it. Lines count from 1. */
export interface Statement {
  line: number;
  endLine: number;
  /** What it does; nothing for a statement between operations. */
  operations: readonly Operation[];
  /** It keeps its place, and nothing passes it: what it means cannot be told from outside, or others may need it. */
  fixed: boolean;
}

/**
 * The function's statements from its first operation to its last, in order. Null where they cannot be moved about:
 * what runs does not follow the lines of one function.
 */
export function statementsOf(lines: readonly string[], operations: readonly Operation[]): Statement[] | null {
  const groups = grouped(operations);
  const first = groups?.[0];
  if (groups === null || first === undefined) return null;
  const indent = indentOf(lines[first.line - 1] ?? '');
  const statements: Statement[] = [];
  let before = first.line - 1;
  for (const { line, endLine, operations: own } of groups) {
    const start = lines[line - 1] ?? '';
    if (indentOf(start) !== indent) return null;
    const between = lines.slice(before, line - 1);
    if (between.some((one) => isCode(one) && !one.startsWith(indent))) return null;
    const lastCode = before + between.findLastIndex(isCode) + 1;
    if (lastCode > before)
      statements.push({ line: before + 1, endLine: lastCode, operations: [], fixed: true });
    const fixed = !MOVES.test(start.trimStart()) || own.some(isOpaque);
    statements.push({ line: withComment(lines, line, before, indent), endLine, operations: own, fixed });
    before = endLine;
  }
  return statements;
}

/** What an operation does is not known here, so that nothing is certain after it. */
export function isOpaque(operation: Operation): boolean {
  return operation.kind === 'other' || (operation.kind === 'execute' && operation.enumType === null);
}

/** A call or block that gives nothing to the statements after it: not `table = op.create_table(...)`. */
const MOVES = /^(op\.|with op\.batch_alter_table\b|for )/;

/** The operations by statement; null where one runs twice, shares a line with another, or is elsewhere. */
function grouped(
  operations: readonly Operation[],
): { line: number; endLine: number; operations: Operation[] }[] | null {
  const groups: { line: number; endLine: number; operations: Operation[] }[] = [];
  for (const operation of operations) {
    const { statement } = operation;
    const last = groups.at(-1);
    if (statement === null) return null;
    if (last?.line === statement.line && last.endLine === statement.endLine) last.operations.push(operation);
    else if (last !== undefined && statement.line <= last.endLine) return null;
    else groups.push({ ...statement, operations: [operation] });
  }
  return groups;
}

/** The first line of the comment directly above a statement; Alembic's own `# ###` lines stay where they are. */
function withComment(lines: readonly string[], line: number, before: number, indent: string): number {
  let first = line;
  while (first - 1 > before && belongs(lines[first - 2] ?? '', indent)) first -= 1;
  return first;
}

function belongs(line: string, indent: string): boolean {
  return line.startsWith(`${indent}#`) && !line.startsWith(`${indent}# ###`);
}

function isCode(line: string): boolean {
  const words = line.trim();
  return words !== '' && !words.startsWith('#');
}

function indentOf(line: string): string {
  return /^\s*/.exec(line)?.[0] ?? '';
}
