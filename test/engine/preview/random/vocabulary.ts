import type { EnumModel } from './models';

/** Names that PostgreSQL does and does not print in quotes. */
export const TABLES = [
  ...['users', 'order', 'tweets', 'Tag', 'images', 'likes', 'posts', 'value'],
  ...['groups', 'notes', 'authors', 'Big Table', 'books', 'rooms'],
];
export const COLUMNS = ['name', 'title', 'Total', 'user', 'size', 'made on', 'note', 'level', 'c9', 'code'];

/** Types, each with a server default that suits it. */
export const TYPES: readonly [type: string, fallback: string | null][] = [
  ['db.Integer', '"7"'],
  ['db.BigInteger', 'db.text("1 + 1")'],
  ['db.SmallInteger', null],
  ['db.String(40)', '"it\'s"'],
  ['db.String', null],
  ['db.Text', '"none"'],
  ['db.Boolean', 'db.text("false")'],
  ['db.Date', 'db.func.current_date()'],
  ['db.DateTime', 'db.func.now()'],
  ['db.DateTime(timezone=True)', 'db.text("now()")'],
  ['db.Time', null],
  ['db.Interval', null],
  ['db.Numeric(10, 2)', '"0.00"'],
  ['db.Float', '"0.5"'],
  ['db.JSON', null],
  ['postgresql.JSONB', 'db.text("\'{}\'")'],
  ['postgresql.ARRAY(db.Integer)', '"{}"'],
  ['postgresql.ARRAY(db.String(10))', null],
  ['postgresql.UUID', null],
  ['db.LargeBinary', null],
  ['db.Enum("x", "y", name="loose", native_enum=False)', '"x"'],
];

/** Primary keys: the types of their columns, by name. */
export const PRIMARY_KEYS: readonly [name: string, type: string][][] = [
  [['id', 'db.Integer']],
  [['id', 'db.Integer']],
  [['id', 'db.BigInteger']],
  [['code', 'db.String(12)']],
  [['id', 'postgresql.UUID']],
  [
    ['region', 'db.Integer'],
    ['number', 'db.Integer'],
  ],
];

/** Primary keys of integers may be counted up like this. */
export const IDENTITY = 'db.Identity(always=True)';
export const COMPUTED = 'db.Computed("1 + 1")';

export const ENUMS: readonly EnumModel[] = [
  { name: 'mood', schema: null, labels: ['glad', 'sad'] },
  { name: 'Status', schema: null, labels: ['new', "it's old"] },
  { name: 'kind', schema: 'shop', labels: ['a', 'b', 'c'] },
];

export const ON_DELETE = [null, null, 'CASCADE', 'SET NULL', 'RESTRICT'];
