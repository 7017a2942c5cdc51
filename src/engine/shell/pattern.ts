/** A piece of a pattern: quoted text stands for itself, in other text `*`, `?` and `[...]` count. */
export interface PatternPiece {
  text: string;
  quoted: boolean;
}

/** Whether these pieces hold anything but plain text. */
export function isPattern(pieces: readonly PatternPiece[]): boolean {
  return pieces.some((piece) => !piece.quoted && /[*?]|\[[^\]]/.test(piece.text));
}

/** The pattern as the source of a regular expression. In file names (`acrossSlashes` false) nothing but `/` matches a slash. */
export function patternSource(pieces: readonly PatternPiece[], acrossSlashes = true, greedy = true): string {
  const any = acrossSlashes ? '[^]' : '[^/]';
  return pieces
    .map(({ text, quoted }) => (quoted ? escapeRegExp(text) : unquotedSource(text, any, greedy)))
    .join('');
}

/** Whether the whole of `text` matches. */
export function matchesPattern(pieces: readonly PatternPiece[], text: string): boolean {
  return new RegExp(`^(?:${patternSource(pieces)})$`, 'u').test(text);
}

/** Text as the source of a regular expression that matches just it. */
export function escapeRegExp(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
}

function unquotedSource(text: string, any: string, greedy: boolean): string {
  return text.replace(
    /\*+|\?|\[([!^]?)(\]?(?:\[:\w+:\]|[^\]])*)\]|[^]/gu,
    (match, negation: string, set?: string) => {
      if (match.startsWith('*')) return `${any}*${greedy ? '' : '?'}`;
      if (match === '?') return any;
      if (set) return `[${negation ? '^' : ''}${setSource(set)}]`;
      return escapeRegExp(match);
    },
  );
}

const CLASSES: Record<string, string> = {
  alpha: 'a-zA-Z',
  digit: '0-9',
  alnum: 'a-zA-Z0-9',
  upper: 'A-Z',
  lower: 'a-z',
  space: '\\s',
  punct: '!-\\/:-@\\[-`\\{-~',
};

function setSource(set: string): string {
  return set
    .split(/(\[:\w+:\])/)
    .map((part) => CLASSES[/^\[:(\w+):\]$/.exec(part)?.[1] ?? ''] ?? part.replace(/[\\\]^[|(){}/]/g, '\\$&'))
    .join('');
}
