/** What SQLAlchemy has for PostgreSQL alone. */
import type { Entries, Entry } from './explanation';
import { dialect, postgres, type } from './links';

/** A type that SQLAlchemy documents for PostgreSQL. */
const own = (name: string, words: string, sql = name): Entry => ({ words, sql, more: dialect(name) });

/** A range of values, or several. */
function range(name: string, of: string): Entry {
  const several = name.includes('MULTI') ? 'Several ranges of' : 'A range of';
  return { words: `${several} ${of}, as one value: from here to there.`, sql: name, more: dialect(name) };
}

/** A type that `sa` has too. */
const same = (name: string, like: string, sql = name): Entry => ({
  words: `The same as \`sa.${like}\`, by the name that PostgreSQL has for it.`,
  sql,
  more: type(like),
});

/** By the name after `postgresql.`. */
export const postgresql: Entries = {
  ENUM: own(
    'ENUM',
    'PostgreSQL’s enum: one of a few labels. With `create_type=False` it takes the type as it is there, and creates none.',
    "CREATE TYPE roles AS ENUM ('admin', 'guest')",
  ),
  DOMAIN: own('DOMAIN', 'A type with a condition of its own, under a name of its own.', 'CREATE DOMAIN ...'),
  ARRAY: own('ARRAY', 'A list of values of one type.', 'TEXT[]'),
  JSON: own('JSON', 'Lists and dictionaries, stored as the text that came in.'),
  JSONB: own(
    'JSONB',
    'Lists and dictionaries, taken apart: they can be compared, and an index can look into them.',
  ),
  JSONPATH: own('JSONPATH', 'A path into a JSON document.'),
  HSTORE: own('HSTORE', 'Pairs of texts; the extension `hstore` brings the type along.'),
  CITEXT: own(
    'CITEXT',
    'Text that is compared without regard to capitals; the extension `citext` brings it along.',
  ),
  UUID: {
    words: 'An identifier of 128 bits, drawn at random for the most part.',
    sql: 'UUID',
    more: postgres('datatype-uuid'),
  },
  INET: own('INET', 'An address in a network, with or without the size of the network.'),
  CIDR: own('CIDR', 'A network’s address.'),
  MACADDR: own('MACADDR', 'The address of a network card, of 6 bytes.'),
  MACADDR8: own('MACADDR8', 'The address of a network card, of 8 bytes.'),
  BIT: own('BIT', 'A row of ones and zeros.', 'BIT(8)'),
  BYTEA: own('BYTEA', 'Bytes. SQLAlchemy’s own name for it is `sa.LargeBinary`.'),
  MONEY: own(
    'MONEY',
    'An amount of money, in the server’s own currency; `sa.Numeric` is what one mostly wants.',
  ),
  OID: own('OID', 'The number of something in PostgreSQL’s own catalog.'),
  REGCLASS: own('REGCLASS', 'A table or index by its name, as PostgreSQL’s catalog knows it.'),
  REGCONFIG: own('REGCONFIG', 'The language by which text search takes words apart.'),
  TSVECTOR: own('TSVECTOR', 'A text taken apart into words, for text search.'),
  TSQUERY: own('TSQUERY', 'What text search looks for.'),
  INTERVAL: own('INTERVAL', 'A span of time, as PostgreSQL has it.'),
  TIMESTAMP: own(
    'TIMESTAMP',
    'A day with a time. SQLAlchemy’s own name for it is `sa.DateTime`.',
    'TIMESTAMP WITHOUT TIME ZONE',
  ),
  TIME: own('TIME', 'A time of day. SQLAlchemy’s own name for it is `sa.Time`.', 'TIME WITHOUT TIME ZONE'),
  DATE: same('DATE', 'Date'),
  INTEGER: same('INTEGER', 'Integer'),
  BIGINT: same('BIGINT', 'BigInteger'),
  SMALLINT: same('SMALLINT', 'SmallInteger'),
  VARCHAR: same('VARCHAR', 'String', 'VARCHAR(30)'),
  CHAR: same('CHAR', 'CHAR', 'CHAR(8)'),
  TEXT: same('TEXT', 'Text'),
  BOOLEAN: same('BOOLEAN', 'Boolean'),
  NUMERIC: same('NUMERIC', 'Numeric', 'NUMERIC(10, 2)'),
  FLOAT: same('FLOAT', 'Float'),
  REAL: same('REAL', 'REAL'),
  DOUBLE_PRECISION: same('DOUBLE_PRECISION', 'Double', 'DOUBLE PRECISION'),
  INT4RANGE: range('INT4RANGE', 'whole numbers'),
  INT8RANGE: range('INT8RANGE', 'large whole numbers'),
  NUMRANGE: range('NUMRANGE', 'exact numbers'),
  DATERANGE: range('DATERANGE', 'days'),
  TSRANGE: range('TSRANGE', 'times without a time zone'),
  TSTZRANGE: range('TSTZRANGE', 'moments'),
  INT4MULTIRANGE: range('INT4MULTIRANGE', 'whole numbers'),
  INT8MULTIRANGE: range('INT8MULTIRANGE', 'large whole numbers'),
  NUMMULTIRANGE: range('NUMMULTIRANGE', 'exact numbers'),
  DATEMULTIRANGE: range('DATEMULTIRANGE', 'days'),
  TSMULTIRANGE: range('TSMULTIRANGE', 'times without a time zone'),
  TSTZMULTIRANGE: range('TSTZMULTIRANGE', 'moments'),
  ExcludeConstraint: {
    words: 'Allows no two rows that match in all of the pairs of column and operator.',
    sql: 'EXCLUDE USING gist (room WITH =, during WITH &&)',
    more: dialect('ExcludeConstraint'),
  },
  insert: {
    words: 'Writes new rows, and can say what is to happen to those that are there already.',
    sql: 'INSERT INTO ... ON CONFLICT DO NOTHING',
    more: dialect('insert'),
  },
  array: {
    words: 'A list of values as part of an SQL expression.',
    sql: 'ARRAY[1, 2]',
    more: dialect('array'),
  },
  aggregate_order_by: {
    words: 'Says in which order an aggregate takes its rows.',
    sql: 'string_agg(name ORDER BY name)',
    more: dialect('aggregate_order_by'),
  },
};
