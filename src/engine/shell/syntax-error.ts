/** What the parser found wrong, and where in the source. */
export interface Problem {
  message: string;
  pos: number;
}

/** What bash waits for when a construct stays open to the end of the input. */
const CLOSERS: [RegExp, string][] = [
  [/unterminated (single quote|ANSI-C quote)/, "'"],
  [/unterminated double quote/, '"'],
  [/unterminated backtick/, '`'],
  [/unterminated parameter expansion/, '}'],
  [/unterminated array subscript/, ']'],
  [/unterminated/, ')'],
];

const TOKEN = /^(&&|\|\||;;&|;;|;&|&>>|&>|<<<|<<-|<<|>>|<&|>&|>\||<>|\|&|[|&;()<>]|[^\s|&;()<>]+)/;

/** The parser's problem in bash's words. */
export function syntaxError(source: string, problem: Problem): { message: string; incomplete: boolean } {
  const closer = CLOSERS.find(([pattern]) => pattern.test(problem.message))?.[1];
  if (closer) return { message: `unexpected EOF while looking for matching \`${closer}'`, incomplete: true };
  if (problem.message.includes('nesting'))
    return { message: 'syntax error: nested too deeply', incomplete: false };
  const token = tokenAt(source, problem);
  if (token === null) return { message: 'syntax error: unexpected end of file', incomplete: true };
  return { message: `syntax error near unexpected token \`${token}'`, incomplete: false };
}

/** The token that bash names; null at the end of the input. */
function tokenAt(source: string, problem: Problem): string | null {
  // The parser points at the opening parenthesis of `( )`.
  if (problem.message === 'expected command in subshell') return ')';
  const rest = source.slice(problem.pos).replace(/^[ \t]+/, '');
  if (rest.startsWith('\n')) return 'newline';
  if (rest !== '') return TOKEN.exec(rest)?.[1] ?? rest.charAt(0);
  return /redirect|function body/.test(problem.message) ? 'newline' : null;
}
