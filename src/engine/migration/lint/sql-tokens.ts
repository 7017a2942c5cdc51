/** The pieces of SQL that matter for telling what a statement is: comments and the insides of strings are not among them. */
export interface SqlToken {
  /** `word`: a key word or a name without quotes, in lower case; `name`: a name in double quotes. */
  kind: 'word' | 'name' | 'string' | 'symbol';
  text: string;
}

const PIECES = new RegExp(
  [
    String.raw`(?<space>\s+|--[^\n]*)`,
    String.raw`(?<comment>/\*)`,
    String.raw`(?<dollar>\$(?:[A-Za-z_\u0080-\uffff][\w\u0080-\uffff]*)?\$)`,
    String.raw`(?<escape>[eE]'(?:[^'\\]|\\[\s\S]|'')*(?:'|$))`,
    String.raw`(?<string>(?:[bBxXnN]|[uU]&)?'(?:[^']|'')*(?:'|$))`,
    String.raw`(?<name>(?:[uU]&)?"(?:[^"]|"")*(?:"|$))`,
    String.raw`(?<word>[A-Za-z_\u0080-\uffff][\w$\u0080-\uffff]*)`,
    String.raw`(?<symbol>[\s\S])`,
  ].join('|'),
  'y',
);

/** SQL in pieces. What PostgreSQL would not accept comes out as well as can be; nothing is refused here. */
export function sqlTokens(sql: string): SqlToken[] {
  const tokens: SqlToken[] = [];
  for (let at = 0; at < sql.length;) {
    PIECES.lastIndex = at;
    const groups = PIECES.exec(sql)?.groups ?? {};
    const { comment, dollar, escape, string, name, word, symbol } = groups;
    at = PIECES.lastIndex;
    if (comment !== undefined) at = afterComment(sql, at);
    else if (dollar !== undefined) {
      const end = sql.indexOf(dollar, at);
      tokens.push({ kind: 'string', text: sql.slice(at, end === -1 ? sql.length : end) });
      at = end === -1 ? sql.length : end + dollar.length;
    } else if (escape !== undefined || string !== undefined) {
      const written = escape ?? string ?? '';
      tokens.push({
        kind: 'string',
        text: written.slice(written.indexOf("'") + 1, -1).replaceAll("''", "'"),
      });
    } else if (name !== undefined) {
      tokens.push({ kind: 'name', text: name.slice(name.indexOf('"') + 1, -1).replaceAll('""', '"') });
    } else if (word !== undefined) tokens.push({ kind: 'word', text: word.toLowerCase() });
    else if (symbol !== undefined) tokens.push({ kind: 'symbol', text: symbol });
  }
  return tokens;
}

/** Comments nest in PostgreSQL. */
function afterComment(sql: string, start: number): number {
  let depth = 1;
  let at = start;
  while (at < sql.length && depth > 0) {
    const two = sql.slice(at, at + 2);
    if (two === '/*') depth += 1;
    if (two === '*/') depth -= 1;
    at += two === '/*' || two === '*/' ? 2 : 1;
  }
  return at;
}

/** The statements of a piece of SQL: what stands between its semicolons. */
export function sqlStatements(sql: string): SqlToken[][] {
  const statements: SqlToken[][] = [[]];
  for (const token of sqlTokens(sql)) {
    if (token.kind === 'symbol' && token.text === ';') statements.push([]);
    else statements.at(-1)?.push(token);
  }
  return statements.filter((statement) => statement.length > 0);
}

/** Whether the statement begins with these key words. */
export function beginsWith(statement: readonly SqlToken[], words: string): boolean {
  return words.split(' ').every((word, index) => isWord(statement[index], word));
}

export function isWord(token: SqlToken | undefined, word: string): boolean {
  return token?.kind === 'word' && token.text === word;
}

/** Whether a name is spoken of: as a word (folded to lower case) or in quotes. */
export function mentions(tokens: readonly SqlToken[], name: string): boolean {
  return tokens.some((token) => (token.kind === 'word' || token.kind === 'name') && token.text === name);
}
