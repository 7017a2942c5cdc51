import { plainType, type PlainType } from './types';

/**
 * What PostgreSQL does with a column whose type changes: nothing to its rows; write all of them anew (which always
 * succeeds); write or check all of them, and refuse if a value does not fit; refuse outright, since it knows no cast
 * that it may use by itself. Unknown where one of the types is not PostgreSQL's own.
 */
export type TypeChange = 'nothing' | 'rewrite' | 'may refuse' | 'refused' | 'unknown';

/** A type as SQL, and whether it is an enum's (or an array of an enum's). */
export interface ChangedType {
  sql: string;
  isEnum: boolean;
}

/** Judges a change from one type to another without USING. */
export function typeChange(from: ChangedType, to: ChangedType): TypeChange {
  const [old, made] = [plainType(from.sql), plainType(to.sql)];
  if (old.name === made.name && old.array === made.array) return sizeChange(old, made);
  if (old.array !== made.array)
    return STRINGS.has(made.name) && !made.array ? intoString(old, made) : 'refused';
  if (old.array) return 'unknown';
  const fromKnown = from.isEnum || isKnown(old);
  if (to.isEnum) return fromKnown ? 'refused' : 'unknown';
  if (!fromKnown || !isKnown(made)) return 'unknown';
  if (STRINGS.has(made.name)) return intoString(old, made);
  if (from.isEnum || STRINGS.has(old.name)) return 'refused';
  return CASTS[old.name]?.[made.name] ?? 'refused';
}

const STRINGS = new Set(['text', 'character varying', 'character']);

/** Casts that PostgreSQL applies by itself when a value is assigned (pg_cast, castcontext i and a). */
const CASTS: Record<string, Record<string, TypeChange>> = {
  smallint: numbers('rewrite', 'integer', 'bigint', 'real', 'double precision', 'numeric'),
  integer: {
    ...numbers('rewrite', 'bigint', 'real', 'double precision', 'numeric'),
    ...numbers('may refuse', 'smallint'),
  },
  bigint: {
    ...numbers('rewrite', 'real', 'double precision', 'numeric'),
    ...numbers('may refuse', 'smallint', 'integer'),
  },
  numeric: numbers('may refuse', 'smallint', 'integer', 'bigint', 'real', 'double precision'),
  real: numbers('may refuse', 'smallint', 'integer', 'bigint', 'double precision', 'numeric'),
  'double precision': numbers('may refuse', 'smallint', 'integer', 'bigint', 'real', 'numeric'),
  date: numbers('may refuse', 'timestamp without time zone', 'timestamp with time zone'),
  'timestamp without time zone': numbers(
    'rewrite',
    'timestamp with time zone',
    'date',
    'time without time zone',
  ),
  'timestamp with time zone': numbers(
    'rewrite',
    'timestamp without time zone',
    'date',
    'time without time zone',
    'time with time zone',
  ),
  'time without time zone': numbers('rewrite', 'time with time zone', 'interval'),
  'time with time zone': numbers('rewrite', 'time without time zone'),
  interval: numbers('rewrite', 'time without time zone'),
  json: numbers('may refuse', 'jsonb'),
  jsonb: numbers('rewrite', 'json'),
  boolean: {},
  uuid: {},
  bytea: {},
};

function numbers(change: TypeChange, ...targets: string[]): Record<string, TypeChange> {
  return Object.fromEntries(targets.map((target) => [target, change]));
}

function isKnown(type: PlainType): boolean {
  return STRINGS.has(type.name) || type.name in CASTS;
}

/** Every type has a text form, which PostgreSQL writes by itself. */
function intoString(old: PlainType, made: PlainType): TypeChange {
  const stored = !old.array && (old.name === 'text' || old.name === 'character varying');
  const roomy = made.sizes.length === 0;
  // The two share their form, so that nothing needs to be written; CHAR has trailing blanks to be cut.
  if (stored && made.name !== 'character' && roomy) return 'nothing';
  if (roomy) return 'rewrite';
  return stored && old.sizes[0] !== undefined && made.name === 'character varying' && fits(old, made)
    ? 'nothing'
    : 'may refuse';
}

function fits(old: PlainType, made: PlainType): boolean {
  return (old.sizes[0] ?? Infinity) <= (made.sizes[0] ?? Infinity);
}

function sizeChange(old: PlainType, made: PlainType): TypeChange {
  if (old.sizes.join() === made.sizes.join()) return 'nothing';
  // A size of an array's members is not compared: PostgreSQL writes them all.
  if (old.array) return 'may refuse';
  switch (old.name) {
    case 'character varying':
    case 'bit varying':
      return fits(old, made) ? 'nothing' : 'may refuse';
    case 'numeric':
      if (made.sizes.length === 0) return 'nothing';
      return old.sizes[1] === made.sizes[1] && fits(old, made) ? 'nothing' : 'may refuse';
    case 'character':
      return fits(old, made) ? 'rewrite' : 'may refuse';
    default:
      // The precision of times: six digits where nothing is said. Fewer are rounded.
      return (old.sizes[0] ?? 6) <= (made.sizes[0] ?? 6) ? 'nothing' : 'rewrite';
  }
}
