/** A type by PostgreSQL's own name for it: `character varying` with `[30]` for `VARCHAR(30)`. */
export interface PlainType {
  name: string;
  /** Length; precision and scale; precision of a time. */
  sizes: number[];
  array: boolean;
}

/** The names that SQL has for the same types, as SQLAlchemy and people write them. */
const OTHER_NAMES: Record<string, string> = {
  int: 'integer',
  int4: 'integer',
  int2: 'smallint',
  int8: 'bigint',
  float4: 'real',
  float8: 'double precision',
  double: 'double precision',
  decimal: 'numeric',
  bool: 'boolean',
  varchar: 'character varying',
  char: 'character',
  bpchar: 'character',
  nvarchar: 'character varying',
  timestamp: 'timestamp without time zone',
  timestamptz: 'timestamp with time zone',
  time: 'time without time zone',
  timetz: 'time with time zone',
  varbit: 'bit varying',
};

/** Reads a type as SQLAlchemy writes it in DDL or as `format_type` prints it. */
export function plainType(sql: string): PlainType {
  const array = /\[\]\s*$/.test(sql);
  const bare = sql.replace(/(\[\])+\s*$/, '').trim();
  const sizes = /\(([\d\s,]+)\)/.exec(bare)?.[1]?.split(',').map(Number) ?? [];
  const words = bare
    .replace(/\([\d\s,]+\)/, '')
    .replace(/\s+/g, ' ')
    .trim();
  const folded = words.includes('"') ? words : words.toLowerCase();
  const name = OTHER_NAMES[folded] ?? folded;
  // FLOAT(24) is the shorter kind; a FLOAT without a number the longer one.
  if (name === 'float')
    return { name: (sizes[0] ?? 53) <= 24 ? 'real' : 'double precision', sizes: [], array };
  // CHAR is CHAR(1).
  if (name === 'character' && sizes.length === 0) return { name, sizes: [1], array };
  // NUMERIC(10) is NUMERIC(10, 0).
  if (name === 'numeric' && sizes.length === 1) return { name, sizes: [sizes[0] ?? 0, 0], array };
  return { name, sizes, array };
}

/** Whether two ways of writing a type mean the same one. */
export function sameType(one: string, other: string): boolean {
  const [first, second] = [plainType(one), plainType(other)];
  return (
    first.name === second.name && first.array === second.array && first.sizes.join() === second.sizes.join()
  );
}
