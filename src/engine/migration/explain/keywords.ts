/** The arguments that operations, columns and constraints are given by name. */
import type { Entries } from './explanation';
import { alembicOperation, constraint, dialect, expression, filler, metadata, postgres, type } from './links';

const alter = alembicOperation('Operations.alter_column');

/** By the name, without the `=` that follows. */
export const keywords: Entries = {
  nullable: {
    words: 'Whether the column may be empty. `False` makes PostgreSQL refuse a row that has no value here.',
    sql: 'NOT NULL',
    more: metadata('Column.params.nullable'),
  },
  primary_key: {
    words: 'Makes the column the primary key, or a part of it: what tells the table’s rows apart.',
    sql: 'PRIMARY KEY (id)',
    more: metadata('Column.params.primary_key'),
  },
  autoincrement: {
    words: 'Whether the database counts the column up. A primary key of one whole number does so by itself.',
    sql: 'SERIAL',
    more: metadata('Column.params.autoincrement'),
  },
  unique: {
    words:
      'Allows no two rows with the same value here; on an index, with the same values in all its columns.',
    sql: 'UNIQUE',
    more: metadata('Column.params.unique'),
  },
  index: {
    words: 'Creates an index on the column, by which PostgreSQL finds rows faster.',
    sql: 'CREATE INDEX ix_users_name ON users (name)',
    more: metadata('Column.params.index'),
  },
  server_default: {
    words:
      'What the database fills in where a row brings no value; rows that are there already get it too when the column is added. `None` in `alter_column` takes it away.',
    sql: "DEFAULT 'guest'",
    more: metadata('Column.params.server_default'),
  },
  default: {
    words:
      'What SQLAlchemy fills in, in Python: the database knows nothing of it, and rows that are there already do not get it. For those there is `server_default`.',
    more: metadata('Column.params.default'),
  },
  server_onupdate: {
    words: 'Says that the database changes the value by itself when the row is changed; it writes no SQL.',
    more: metadata('Column.params.server_onupdate'),
  },
  comment: {
    words:
      'Words for people, kept in the database beside the table or column. `None` in `alter_column` takes them away.',
    sql: "COMMENT ON COLUMN users.name IS '...'",
    more: metadata('Column.params.comment'),
  },
  name: {
    words:
      'The name of the constraint, index or type. Without one PostgreSQL chooses, and a later revision has nothing to call it by.',
    sql: 'CONSTRAINT uq_users_email UNIQUE (email)',
    more: constraint('Constraint.params.name'),
  },
  schema: {
    words:
      'The schema that the table is in: a folder for tables. `None` leaves it to the search path, which mostly says `public`.',
    sql: 'shop.orders',
    more: postgres('ddl-schemas'),
  },
  source_schema: {
    words: 'The schema of the table that has the foreign key.',
    more: alembicOperation('Operations.create_foreign_key'),
  },
  referent_schema: {
    words: 'The schema of the table that is referenced.',
    more: alembicOperation('Operations.create_foreign_key'),
  },
  ondelete: {
    words:
      'What happens to a row when the row it references is deleted: `CASCADE` deletes it too, `SET NULL` empties the column. Without it PostgreSQL refuses to delete a row that is referenced.',
    sql: 'ON DELETE CASCADE',
    more: constraint('ForeignKey.params.ondelete'),
  },
  onupdate: {
    words:
      'On a foreign key: what happens when the referenced value changes. On a column: what SQLAlchemy fills in when the row is changed.',
    sql: 'ON UPDATE CASCADE',
    more: constraint('ForeignKey.params.onupdate'),
  },
  deferrable: {
    words: 'Whether the constraint may be checked only at the end of the transaction.',
    sql: 'DEFERRABLE',
    more: constraint('ForeignKey.params.deferrable'),
  },
  initially: {
    words:
      'When a deferrable constraint is checked: `DEFERRED` is at the end of the transaction, `IMMEDIATE` at once.',
    sql: 'INITIALLY DEFERRED',
    more: constraint('ForeignKey.params.initially'),
  },
  match: {
    words: 'How a key of several columns is matched where some of them are NULL.',
    sql: 'MATCH FULL',
    more: constraint('ForeignKey.params.match'),
  },
  use_alter: {
    words:
      'Keeps the foreign key out of `CREATE TABLE`, for two tables that reference each other. Alembic leaves it out altogether then: the key needs an `op.create_foreign_key` of its own.',
    more: constraint('ForeignKeyConstraint.params.use_alter'),
  },
  type_: {
    words:
      'In `alter_column` the new type; in `drop_constraint` the kind of the constraint, such as `foreignkey`. The underscore keeps it apart from Python’s own `type`.',
    sql: 'ALTER COLUMN age TYPE BIGINT',
    more: alter,
  },
  existing_type: {
    words:
      'The type that the column has now. PostgreSQL does not need it; the downgrade and other databases do.',
    more: alter,
  },
  existing_nullable: {
    words: 'Whether the column may be empty now. It changes nothing.',
    more: alter,
  },
  existing_server_default: {
    words: 'The default that the column has now. It changes nothing.',
    more: alter,
  },
  existing_comment: {
    words: 'The comment that is there now. It changes nothing.',
    more: alter,
  },
  new_column_name: {
    words:
      'Gives the column another name; its values stay. Autogenerate never writes it: to it, a renamed column is one dropped and another one added.',
    sql: 'ALTER TABLE users RENAME name TO full_name',
    more: alter,
  },
  table_name: {
    words: 'The table that the index is on. PostgreSQL finds an index by its name alone.',
    more: alembicOperation('Operations.drop_index'),
  },
  if_exists: {
    words: 'Passes over what is not there instead of failing. Older releases of Alembic do not know it.',
    sql: 'IF EXISTS',
    more: alembicOperation('Operations.drop_table'),
  },
  if_not_exists: {
    words:
      'Passes over what is there already instead of failing, whether it is the same or not. Older releases of Alembic do not know it.',
    sql: 'IF NOT EXISTS',
    more: alembicOperation('Operations.create_table'),
  },
  length: {
    words: 'The most characters that fit in.',
    sql: 'VARCHAR(30)',
    more: type('String.params.length'),
  },
  timezone: {
    words: 'Whether the time zone counts: with `True` the column holds a moment that is the same everywhere.',
    sql: 'TIMESTAMP WITH TIME ZONE',
    more: type('DateTime.params.timezone'),
  },
  precision: {
    words: 'How many digits the number has, before and after the point.',
    sql: 'NUMERIC(10, 2)',
    more: type('Numeric.params.precision'),
  },
  scale: {
    words: 'How many of the digits stand after the point.',
    sql: 'NUMERIC(10, 2)',
    more: type('Numeric.params.scale'),
  },
  asdecimal: {
    words:
      'Whether Python gets the number as an exact `Decimal` or as a `float`. It changes nothing in the database.',
    more: type('Numeric.params.asdecimal'),
  },
  as_uuid: {
    words: 'Whether Python gets a `UUID` or text. It changes nothing in the database.',
    more: type('Uuid.params.as_uuid'),
  },
  native_enum: {
    words: 'Whether a type of PostgreSQL’s own is made; with `False` the column holds plain text.',
    more: type('Enum.params.native_enum'),
  },
  create_type: {
    words:
      'Whether the table that uses the enum also creates its type. `False` is for a type that is there already.',
    more: dialect('ENUM.params.create_type'),
  },
  create_constraint: {
    words: 'Whether a check constraint keeps other values out, where the database has no such type.',
    more: type('Enum.params.create_constraint'),
  },
  checkfirst: {
    words: 'Looks first whether it is there, and passes over it then.',
    more: dialect('ENUM.create'),
  },
  astext_type: {
    words:
      'The type that a piece of the document has when it is read as text. It changes nothing in the database.',
    more: dialect('JSONB'),
  },
  persisted: {
    words: 'Whether the computed value is stored with the row, rather than computed when it is read.',
    sql: 'STORED',
    more: filler('Computed.params.persisted'),
  },
  always: {
    words: 'Whether the database counts even where a row brings a value of its own, which it then refuses.',
    sql: 'GENERATED ALWAYS AS IDENTITY',
    more: filler('Identity.params.always'),
  },
  start: {
    words: 'The first number of the count.',
    sql: 'START WITH 1',
    more: filler('Identity.params.start'),
  },
  increment: {
    words: 'By how much the count goes on.',
    sql: 'INCREMENT BY 1',
    more: filler('Identity.params.increment'),
  },
  multiinsert: {
    words: 'Whether the rows go out together, in one call.',
    more: alembicOperation('Operations.bulk_insert'),
  },
  recreate: {
    words: 'Whether the batch makes a new table and copies the rows; PostgreSQL never needs it.',
    more: alembicOperation('Operations.batch_alter_table'),
  },
  bindparams: { words: 'The values for the names in the SQL.', more: expression('text') },
  postgresql_using: {
    words:
      'In `alter_column` how the new value comes from the old one, as SQL; in `create_index` the kind of index, such as `gin`.',
    sql: 'USING age::integer',
    more: postgres('sql-altertable'),
  },
  postgresql_concurrently: {
    words:
      'Makes or drops the index without keeping writers waiting. PostgreSQL refuses that inside a transaction: it needs `op.get_context().autocommit_block()`.',
    sql: 'CREATE INDEX CONCURRENTLY ...',
    more: postgres('sql-createindex'),
  },
  postgresql_where: {
    words: 'Takes only the rows that fulfil a condition into the index.',
    sql: 'CREATE INDEX ... WHERE active',
    more: postgres('indexes-partial'),
  },
  postgresql_include: {
    words: 'Further columns that the index holds, to answer a query from it alone.',
    sql: 'INCLUDE (name)',
    more: postgres('sql-createindex'),
  },
  postgresql_ops: {
    words: 'By which rules the index compares a column.',
    more: postgres('indexes-opclass'),
  },
  postgresql_with: {
    words: 'Settings for how the index is stored.',
    sql: 'WITH (fillfactor = 70)',
    more: postgres('sql-createindex'),
  },
  postgresql_nulls_not_distinct: {
    words: 'Counts two NULLs as the same, so that only one row may be empty here.',
    sql: 'NULLS NOT DISTINCT',
    more: postgres('sql-createtable'),
  },
  postgresql_not_valid: {
    words: 'Holds for new rows at once, but does not look at those that are there.',
    sql: 'NOT VALID',
    more: postgres('sql-altertable'),
  },
};
