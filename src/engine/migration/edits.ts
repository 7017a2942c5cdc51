/** A change of a text: what stands between the two places gives way to `text`. Lines count from 1, columns from 0 in UTF-16 units. */
export interface TextEdit {
  line: number;
  column: number;
  endLine: number;
  endColumn: number;
  text: string;
}

/** A change of the revision file that the student is offered, in a few words: "Drop `tweet_images` before `tweets`". */
export interface Fix {
  title: string;
  edits: TextEdit[];
}

/** The text after all the edits. They must not overlap; their places are those of the text as it was. */
export function applyEdits(source: string, edits: readonly TextEdit[]): string {
  const starts = lineStarts(source);
  const offset = (line: number, column: number): number => (starts[line - 1] ?? source.length) + column;
  const inOrder = edits
    .map(({ line, column, endLine, endColumn, text }) => ({
      from: offset(line, column),
      to: offset(endLine, endColumn),
      text,
    }))
    .sort((one, other) => other.from - one.from);
  return inOrder.reduce((text, edit) => text.slice(0, edit.from) + edit.text + text.slice(edit.to), source);
}

function lineStarts(source: string): number[] {
  const starts = [0];
  for (let at = source.indexOf('\n'); at !== -1; at = source.indexOf('\n', at + 1)) starts.push(at + 1);
  return starts;
}
