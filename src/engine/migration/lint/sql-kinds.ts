import type { TableName } from '../operations';
import { beginsWith, isWord, sqlStatements, type SqlToken } from './sql-tokens';

/** What one statement of a revision's own SQL does, as far as a safety rule asks. */
export type SqlKind =
  | { does: 'drop schema'; names: string[] }
  | { does: 'rename schema'; from: string; to: string }
  | { does: 'create type' | 'drop type'; type: TableName }
  | { does: 'rename type'; type: TableName; to: string }
  | { does: 'rename value'; type: TableName; from: string; to: string }
  | { does: 'add value'; type: TableName; label: string; placed: boolean }
  | { does: 'concurrently' }
  /** Rows come, go or change in a table. */
  | { does: 'insert' | 'update' | 'delete'; table: TableName; tokens: readonly SqlToken[] }
  | { does: 'create table' | 'drop table' | 'alter table'; table: TableName }
  | { does: 'move table'; table: TableName; schema: string }
  /** A query for rows, a setting, or a definition that no rule asks about. */
  | { does: 'read' | 'define' }
  /** What it does cannot be told by looking at it: a block of code, a procedure, a copy. */
  | { does: 'unknown'; word: string };

/** What each statement of a piece of SQL does. */
export function kindsOf(sql: string): SqlKind[] {
  return sqlStatements(sql).map(kindOf);
}

const DEFINING = new Set(
  'alter analyze begin comment commit create drop grant lock reassign reindex refresh reset revoke rollback savepoint security set show start vacuum cluster notify listen unlisten release import'.split(
    ' ',
  ),
);

function kindOf(statement: readonly SqlToken[]): SqlKind {
  const first = statement[0]?.text ?? '';
  if (['create', 'drop', 'reindex'].includes(first) && isConcurrent(statement))
    return { does: 'concurrently' };
  return (
    schemaKind(statement) ??
    typeKind(statement) ??
    tableKind(statement) ??
    rowKind(statement) ?? {
      ...(['select', 'values', 'table', 'explain'].includes(first)
        ? { does: 'read' as const }
        : DEFINING.has(first)
          ? { does: 'define' as const }
          : { does: 'unknown' as const, word: first.toUpperCase() }),
    }
  );
}

/** The word stands before any bracket: behind one it would be a column of that name. */
function isConcurrent(statement: readonly SqlToken[]): boolean {
  const bracket = statement.findIndex((token) => token.kind === 'symbol' && token.text === '(');
  const head = bracket === -1 ? statement : statement.slice(0, bracket);
  return head.some((token) => isWord(token, 'concurrently'));
}

function schemaKind(statement: readonly SqlToken[]): SqlKind | null {
  if (beginsWith(statement, 'drop schema')) {
    const names = after(statement, 2)
      .filter((token) => isName(token) && !isWord(token, 'cascade') && !isWord(token, 'restrict'))
      .map((token) => token.text);
    return { does: 'drop schema', names };
  }
  if (beginsWith(statement, 'alter schema') && isWord(statement[3], 'rename')) {
    return { does: 'rename schema', from: statement[2]?.text ?? '', to: statement[5]?.text ?? '' };
  }
  return null;
}

function typeKind(statement: readonly SqlToken[]): SqlKind | null {
  const action = statement[0]?.text;
  if (!isWord(statement[1], 'type')) return null;
  const { name: type, rest } = nameIn(after(statement, 2));
  if (action === 'create') return beginsWith(rest, 'as enum') ? { does: 'create type', type } : null;
  if (action === 'drop') return { does: 'drop type', type };
  if (beginsWith(rest, 'rename value')) {
    return { does: 'rename value', type, from: rest[2]?.text ?? '', to: rest[4]?.text ?? '' };
  }
  if (beginsWith(rest, 'rename to')) return { does: 'rename type', type, to: rest[2]?.text ?? '' };
  if (beginsWith(rest, 'add value')) {
    const value = after(rest, 2);
    const placed = value.some((token) => isWord(token, 'before') || isWord(token, 'after'));
    return { does: 'add value', type, label: value[0]?.text ?? '', placed };
  }
  return null;
}

function tableKind(statement: readonly SqlToken[]): SqlKind | null {
  if (!isWord(statement[1], 'table')) return null;
  const { name: table, rest } = nameIn(after(statement, 2));
  switch (statement[0]?.text) {
    case 'create':
      return { does: 'create table', table };
    case 'drop':
      return { does: 'drop table', table };
    case 'alter':
      return beginsWith(rest, 'set schema')
        ? { does: 'move table', table, schema: rest[2]?.text ?? '' }
        : { does: 'alter table', table };
    case 'truncate':
      return { does: 'delete', table, tokens: statement };
    default:
      return null;
  }
}

function rowKind(statement: readonly SqlToken[]): SqlKind | null {
  const heads = [
    ['insert into', 'insert'],
    ['update', 'update'],
    ['delete from', 'delete'],
    ['truncate', 'delete'],
  ] as const;
  for (const [words, does] of heads) {
    if (!beginsWith(statement, words)) continue;
    return { does, table: nameIn(after(statement, words.split(' ').length)).name, tokens: statement };
  }
  return null;
}

/** What follows, without `only`, `if exists` and `if not exists`. */
function after(statement: readonly SqlToken[], from: number): readonly SqlToken[] {
  const rest = statement.slice(from);
  for (const words of ['only', 'if not exists', 'if exists']) {
    if (beginsWith(rest, words)) return rest.slice(words.split(' ').length);
  }
  return rest;
}

/** The name at the beginning, `a` or `a.b`, and what follows it. */
function nameIn(tokens: readonly SqlToken[]): { name: TableName; rest: readonly SqlToken[] } {
  const [first, dot, second] = tokens;
  if (dot?.text === '.' && isName(second)) {
    return { name: { schema: first?.text ?? null, table: second?.text ?? '' }, rest: tokens.slice(3) };
  }
  return { name: { schema: null, table: first?.text ?? '' }, rest: tokens.slice(1) };
}

function isName(token: SqlToken | undefined): boolean {
  return token?.kind === 'word' || token?.kind === 'name';
}
