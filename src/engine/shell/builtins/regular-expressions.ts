/** The two syntaxes of POSIX, as `grep` and `sed` read them, in JavaScript's words. */

/** Basic syntax has `\(`, `\|`, `\+` where extended syntax has `(`, `|`, `+`. */
export function basic(pattern: string): string {
  return pattern.replace(/\\?[(){}|+?]|\\[^]|\[\^?\]?[^\]]*\]|^\*/g, (token) => {
    if (token === '*') return '\\*';
    if (/^\\[(){}|+?]$/.test(token)) return token.charAt(1);
    return token.length === 1 ? `\\${token}` : token;
  });
}

/** POSIX classes and word edges in JavaScript's words. */
export function extended(pattern: string): string {
  return pattern
    .replace(/\[\^?\]/g, (start) => (start === '[]' ? '[\\]' : '[^\\]'))
    .replaceAll('[:alpha:]', 'a-zA-Z')
    .replaceAll('[:digit:]', '0-9')
    .replaceAll('[:alnum:]', 'a-zA-Z0-9')
    .replaceAll('[:space:]', '\\s')
    .replaceAll('[:upper:]', 'A-Z')
    .replaceAll('[:lower:]', 'a-z')
    .replace(/\\[<>]/g, '\\b');
}
