/** A piece of a pattern: quoted text stands for itself, in other text `*`, `?` and `[...]` count. */
export interface PatternPiece {
  text: string;
  quoted: boolean;
}

/** `*`, `?`, `[...]`, an escaped character or a plain one. */
const TOKEN = /\\([^])|\*+|\?|\[([!^]?)(\]?(?:\[:\w+:\]|\\[^]|[^\]\\])*)\]|[^]/gu;

/** Whether these pieces hold anything but plain text. */
export function isPattern(pieces: readonly PatternPiece[]): boolean {
  return /^(?:\\[^]|[^*?[\\])*(?:[*?]|\[[^]+\])/.test(escaped(pieces));
}

/** The pattern as the source of a regular expression. In file names (`acrossSlashes` false) only `/` matches a slash. */
export function patternSource(pieces: readonly PatternPiece[], acrossSlashes = true): string {
  const any = acrossSlashes ? '[^]' : '[^/]';
  return escaped(pieces).replace(TOKEN, (token, literal?: string, negation?: string, set?: string) => {
    if (literal) return escapeRegExp(literal);
    if (token.startsWith('*')) return `${any}*`;
    if (token === '?') return any;
    return set ? `[${negation ? '^' : ''}${setSource(set)}]` : escapeRegExp(token);
  });
}

/** Whether the whole of `text` matches. */
export function matchesPattern(pieces: readonly PatternPiece[], text: string): boolean {
  return new RegExp(`^(?:${patternSource(pieces)})$`, 'u').test(text);
}

/** Text as the source of a regular expression that matches just it. */
export function escapeRegExp(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
}

/** The pieces as one text in which a backslash takes the meaning from what was quoted. */
function escaped(pieces: readonly PatternPiece[]): string {
  return pieces.map(({ text, quoted }) => (quoted ? text.replace(/[\\*?[\]!^-]/g, '\\$&') : text)).join('');
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

/** What stands between the brackets, in JavaScript's words. */
function setSource(set: string): string {
  return set.replace(/\[:(\w+):\]|\\([^])|[^]/gu, (token, name?: string, literal?: string) => {
    if (name) return CLASSES[name] ?? '';
    return (literal ?? token).replace(literal === '-' ? /-/ : /[\\\]^[|(){}/]/, '\\$&');
  });
}
