import type { TextEdit } from '../edits';
import type { Item } from './arrange';
import type { Statement } from './statements';

/** The file's text of an item: whole lines, the comment above it included. */
export function textOf(lines: readonly string[], { statement, text }: Item): string {
  if (text !== null || statement === null) return text ?? '';
  return lines
    .slice(statement.line - 1, statement.endLine)
    .join('\n')
    .replace(/\r$/, '');
}

/** The edits that bring the items into this order. The places stay those of the statements that were there. */
export function rewrite(
  lines: readonly string[],
  statements: readonly Statement[],
  items: readonly Item[],
): TextEdit[] {
  const newline = lines[0]?.endsWith('\r') ? '\r\n' : '\n';
  const texts: string[][] = [];
  let ahead: string[] = [];
  for (const item of items) {
    const text = textOf(lines, item);
    const last = texts.at(-1);
    if (item.statement !== null) {
      texts.push([...ahead, text]);
      ahead = [];
    } else if (last === undefined || item.operations.some(({ kind }) => kind === 'drop_constraint')) {
      // A key that is dropped stands before the drop that it allows; one that is made stands after its table.
      ahead.push(text);
    } else last.push(text);
  }
  return statements.flatMap((statement, place) => {
    const { line, endLine } = statement;
    const before = textOf(lines, { statement, operations: [], text: null, fixed: false });
    const text = texts[place]?.join(newline) ?? before;
    if (text === before) return [];
    const endColumn = (lines[endLine - 1] ?? '').replace(/\r$/, '').length;
    return [{ line, column: 0, endLine, endColumn, text }];
  });
}
