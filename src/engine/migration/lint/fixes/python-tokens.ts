/** A piece of Python, by its place in the text. Blanks and comments are left out. */
export interface PythonToken {
  kind: 'word' | 'string' | 'symbol' | 'newline';
  text: string;
  from: number;
  to: number;
}

const PIECES = new RegExp(
  [
    String.raw`(?<newline>\r?\n)`,
    String.raw`(?<skipped>[ \t\f\ufeff]+|#[^\n\r]*|\\\r?\n)`,
    String.raw`(?<string>[A-Za-z]{0,2}(?:"""(?:[^\\]|\\[\s\S])*?"""|'''(?:[^\\]|\\[\s\S])*?'''|"(?:[^"\\\n]|\\[\s\S])*"|'(?:[^'\\\n]|\\[\s\S])*'))`,
    String.raw`(?<word>[\w\u0080-\uffff]+)`,
    String.raw`(?<symbol>[\s\S])`,
  ].join('|'),
  'y',
);

/** Python in pieces: only enough is told apart to find a call's arguments and where statements begin and end. */
export function pythonTokens(source: string): PythonToken[] {
  const tokens: PythonToken[] = [];
  PIECES.lastIndex = 0;
  for (let from = 0; from < source.length; from = PIECES.lastIndex) {
    PIECES.lastIndex = from;
    const { newline, string, word, symbol } = PIECES.exec(source)?.groups ?? {};
    const [kind, text] =
      newline !== undefined
        ? (['newline', newline] as const)
        : string !== undefined
          ? (['string', string] as const)
          : word !== undefined
            ? (['word', word] as const)
            : (['symbol', symbol] as const);
    if (text !== undefined) tokens.push({ kind, text, from, to: from + text.length });
  }
  return tokens;
}

const OPENING = new Set(['(', '[', '{']);
const CLOSING = new Set([')', ']', '}']);

/** By how much a token changes how many brackets are open. */
export function depthChange({ kind, text }: PythonToken): number {
  if (kind !== 'symbol') return 0;
  return OPENING.has(text) ? 1 : CLOSING.has(text) ? -1 : 0;
}

/** A string as Python writes it. */
export function pythonString(text: string): string {
  const quote = text.includes("'") && !text.includes('"') ? '"' : "'";
  const escaped = text
    .replaceAll('\\', '\\\\')
    .replaceAll(quote, `\\${quote}`)
    .replaceAll('\n', '\\n')
    .replaceAll('\r', '\\r')
    .replaceAll('\t', '\\t');
  return quote + escaped + quote;
}
