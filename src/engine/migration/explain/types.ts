/** The types of `sa`: SQLAlchemy's own, and those that it calls by their names in SQL. */
import type { Entries, Entry } from './explanation';
import { type } from './links';

/** A type, with what the database makes of it. */
function inModels(name: string, words: string, sql: string): Entry {
  return { words: `${words} In the models it was written \`db.${name}\`.`, sql, more: type(name) };
}

/** A type by its name in SQL: autogenerate finds it in the database, and writes what it finds. */
function inDatabase(name: string, like: string | null): Entry {
  const known = like === null ? '' : `; SQLAlchemy’s own name for it is \`sa.${like}\``;
  return {
    words: `The type as SQL names it${known}. Autogenerate writes it for what it has found in the database.`,
    sql: name.replaceAll('_', ' '),
    more: type(name),
  };
}

/** A type of other databases. */
function elsewhere(name: string, instead: string): Entry {
  return {
    words: `A type of other databases: PostgreSQL refuses it. There it is \`${instead}\`.`,
    more: type(name),
  };
}

/** By the name after `sa.`. */
export const types: Entries = {
  Integer: inModels('Integer', 'A whole number, up to 2147483647.', 'INTEGER'),
  BigInteger: inModels('BigInteger', 'A whole number with room for 19 digits.', 'BIGINT'),
  SmallInteger: inModels('SmallInteger', 'A whole number, up to 32767.', 'SMALLINT'),
  String: inModels(
    'String',
    'Text, up to the length that is given; without one it has no limit.',
    'VARCHAR(30)',
  ),
  Text: inModels('Text', 'Text of any length.', 'TEXT'),
  Unicode: inModels('Unicode', 'Text, up to a length; in PostgreSQL the same as `sa.String`.', 'VARCHAR(30)'),
  UnicodeText: inModels('UnicodeText', 'Text of any length; in PostgreSQL the same as `sa.Text`.', 'TEXT'),
  Boolean: inModels('Boolean', 'True or false.', 'BOOLEAN'),
  Date: inModels('Date', 'A day.', 'DATE'),
  Time: inModels('Time', 'A time of day.', 'TIME WITHOUT TIME ZONE'),
  DateTime: inModels(
    'DateTime',
    'A day with a time. With `timezone=True` it is a moment that is the same everywhere.',
    'TIMESTAMP WITHOUT TIME ZONE',
  ),
  Interval: inModels('Interval', 'A span of time: Python’s `timedelta`.', 'INTERVAL'),
  Float: inModels('Float', 'A number with a point, which is rounded to what the machine can hold.', 'FLOAT'),
  Double: inModels(
    'Double',
    'A number with a point, to about 15 digits. SQLAlchemy has the type since 2.0.',
    'DOUBLE PRECISION',
  ),
  Numeric: inModels(
    'Numeric',
    'An exact number, with as many digits as are given, and so many of them after the point: for money.',
    'NUMERIC(10, 2)',
  ),
  Enum: {
    words:
      'One of a few labels. In PostgreSQL that is a type of its own with a name, which a downgrade has to drop itself; in the models it was written `db.Enum`.',
    sql: "CREATE TYPE roles AS ENUM ('admin', 'guest')",
    more: type('Enum'),
  },
  LargeBinary: inModels('LargeBinary', 'Bytes, such as a picture.', 'BYTEA'),
  PickleType: inModels('PickleType', 'An object of Python’s, as bytes that only Python can read.', 'BYTEA'),
  JSON: inModels('JSON', 'Lists and dictionaries, stored as the text that came in.', 'JSON'),
  ARRAY: inModels('ARRAY', 'A list of values of one type.', 'TEXT[]'),
  Uuid: inModels(
    'Uuid',
    'An identifier of 128 bits, drawn at random for the most part. SQLAlchemy has the type since 2.0.',
    'UUID',
  ),
  TypeDecorator: {
    words: 'A type of the project’s own, made from another one.',
    more: { ...type('TypeDecorator'), url: type('TypeDecorator').url.replace('type_basics', 'custom_types') },
  },

  INTEGER: inDatabase('INTEGER', 'Integer'),
  INT: inDatabase('INTEGER', 'Integer'),
  BIGINT: inDatabase('BIGINT', 'BigInteger'),
  SMALLINT: inDatabase('SMALLINT', 'SmallInteger'),
  VARCHAR: inDatabase('VARCHAR', 'String'),
  CHAR: {
    words:
      'Text of a fixed length: PostgreSQL fills it up with blanks. `sa.String` is what one mostly wants.',
    sql: 'CHAR(8)',
    more: type('CHAR'),
  },
  NCHAR: { words: 'The same as `sa.CHAR` in PostgreSQL.', sql: 'NCHAR(8)', more: type('NCHAR') },
  TEXT: inDatabase('TEXT', 'Text'),
  BOOLEAN: inDatabase('BOOLEAN', 'Boolean'),
  DATE: inDatabase('DATE', 'Date'),
  TIME: inDatabase('TIME', 'Time'),
  TIMESTAMP: inDatabase('TIMESTAMP', 'DateTime'),
  FLOAT: inDatabase('FLOAT', 'Float'),
  REAL: inDatabase('REAL', null),
  DOUBLE_PRECISION: inDatabase('DOUBLE_PRECISION', 'Double'),
  NUMERIC: inDatabase('NUMERIC', 'Numeric'),
  DECIMAL: inDatabase('DECIMAL', 'Numeric'),
  UUID: inDatabase('UUID', 'Uuid'),

  DATETIME: elsewhere('DATETIME', 'TIMESTAMP'),
  DOUBLE: elsewhere('DOUBLE', 'DOUBLE PRECISION'),
  BINARY: elsewhere('BINARY', 'BYTEA'),
  VARBINARY: elsewhere('VARBINARY', 'BYTEA'),
  BLOB: elsewhere('BLOB', 'BYTEA'),
  CLOB: elsewhere('CLOB', 'TEXT'),
  NVARCHAR: elsewhere('NVARCHAR', 'VARCHAR'),
};
