/*
 * Where SQL statements end and which of them control the transaction. No grammar: only what it takes to skip comments,
 * strings and quoted names (https://www.postgresql.org/docs/18/sql-syntax-lexical.html).
 */

/** What a statement does to the transaction; `other` for two phases and AND CHAIN. */
export type Control = 'begin' | 'commit' | 'rollback' | 'other';

const OPAQUE =
  /--[^\n]*|\/\*|\bE'(?:[^'\\]|\\.|'')*'?|'(?:[^']|'')*'?|"(?:[^"]|"")*"?|\$(?:[A-Za-z_\u0080-\uffff][\w\u0080-\uffff]*)?\$|;|\bBEGIN\s+ATOMIC\b|\bCASE\b|\bEND\b/giy;

/**
 * The statements of a query string, without the semicolons between them; empty ones are left out.
 * The body of a function in SQL (`BEGIN ATOMIC ... END`) is part of its statement.
 */
export function splitStatements(sql: string): string[] {
  const statements: string[] = [];
  let start = 0;
  let at = 0;
  let depth = 0;
  while (at < sql.length) {
    OPAQUE.lastIndex = at;
    const token = OPAQUE.exec(sql)?.[0];
    if (token === undefined) {
      at = nextCandidate(sql, at);
      continue;
    }
    if (token === ';' && depth === 0) {
      statements.push(sql.slice(start, at));
      start = at + 1;
    }
    depth = nested(token, depth);
    at = endOf(sql, at, token);
  }
  statements.push(sql.slice(start));
  return statements.filter((statement) => bare(statement) !== '');
}

/** What a single statement does to the transaction, or null. `ROLLBACK TO` stays within it. */
export function controlOf(statement: string): Control | null {
  const words = bare(statement).toLowerCase().split(/\s+/);
  const [first, second] = words;
  const chains = words.at(-1) === 'chain' && words.at(-2) === 'and';
  switch (first) {
    case 'begin':
      return 'begin';
    case 'start':
      return second === 'transaction' ? 'begin' : null;
    case 'commit':
    case 'end':
      if (second === 'prepared') return 'other';
      return chains ? 'other' : 'commit';
    case 'rollback':
    case 'abort':
      if (second === 'prepared') return 'other';
      if (words.includes('to')) return null;
      return chains ? 'other' : 'rollback';
    case 'prepare':
      return second === 'transaction' ? 'other' : null;
    default:
      return null;
  }
}

/** What PostgreSQL calls a statement that it refuses outside of a transaction; null for others. */
export function needsTransaction(statement: string): string | null {
  const [first, second, ...rest] = bare(statement).toLowerCase().split(/\s+/);
  if (first === 'savepoint') return 'SAVEPOINT';
  if (first === 'release') return 'RELEASE SAVEPOINT';
  if (first === 'rollback' && [second, ...rest].includes('to')) return 'ROLLBACK TO SAVEPOINT';
  if (first === 'lock') return 'LOCK TABLE';
  if (first === 'declare' && !(rest.includes('with') && rest.includes('hold'))) return 'DECLARE CURSOR';
  return null;
}

/** A statement without the comments around its first words. */
function bare(statement: string): string {
  let text = statement.trim();
  for (;;) {
    const comment = /^(?:--[^\n]*|\/\*)/.exec(text)?.[0];
    if (comment === undefined) return text.replace(/;$/, '');
    text = text.slice(comment === '/*' ? endOfComment(text, 0) : comment.length).trim();
  }
}

function nested(token: string, depth: number): number {
  const word = token.toUpperCase();
  if (word.startsWith('BEGIN')) return depth + 1;
  if (depth > 0 && word === 'CASE') return depth + 1;
  return depth > 0 && word === 'END' ? depth - 1 : depth;
}

function endOf(sql: string, at: number, token: string): number {
  if (token === '/*') return endOfComment(sql, at);
  if (token.startsWith('$')) {
    const end = sql.indexOf(token, at + token.length);
    return end === -1 ? sql.length : end + token.length;
  }
  return at + token.length;
}

/** Comments nest. */
function endOfComment(sql: string, at: number): number {
  const marks = /\/\*|\*\//g;
  marks.lastIndex = at;
  let depth = 0;
  for (let mark = marks.exec(sql); mark !== null; mark = marks.exec(sql)) {
    depth += mark[0] === '/*' ? 1 : -1;
    if (depth === 0) return marks.lastIndex;
  }
  return sql.length;
}

/** The next place at which a token may begin: past a word or a number as a whole. */
function nextCandidate(sql: string, at: number): number {
  const word = /[\w\u0080-\uffff$]+|[^\w\u0080-\uffff$]/y;
  word.lastIndex = at;
  return word.exec(sql) === null ? at + 1 : word.lastIndex;
}
