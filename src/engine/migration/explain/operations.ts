/** The calls of `op`: what Alembic's `Operations` can do. */
import type { Entries } from './explanation';
import { alembic, alembicOperation } from './links';

/** By the name after `op.`. */
export const operations: Entries = {
  create_table: {
    words:
      'Creates a table: first its name, then its columns and constraints. It is what a model class with its `__tablename__` becomes; Sequelize had `queryInterface.createTable` for it.',
    sql: 'CREATE TABLE users (id SERIAL NOT NULL, ...)',
    more: alembicOperation('Operations.create_table'),
  },
  drop_table: {
    words:
      'Drops a table and every row in it. PostgreSQL refuses while another table references it, so that one has to go first; Sequelize had `queryInterface.dropTable` for it.',
    sql: 'DROP TABLE users',
    more: alembicOperation('Operations.drop_table'),
  },
  rename_table: {
    words:
      'Gives a table another name; its rows stay. Autogenerate never writes it: to it, a renamed model is one table dropped and another one created.',
    sql: 'ALTER TABLE users RENAME TO people',
    more: alembicOperation('Operations.rename_table'),
  },
  add_column: {
    words:
      'Adds a column to a table that is there already. Rows that are there too get its `server_default`, or else NULL; Sequelize had `queryInterface.addColumn` for it.',
    sql: 'ALTER TABLE users ADD COLUMN bio TEXT',
    more: alembicOperation('Operations.add_column'),
  },
  drop_column: {
    words:
      'Drops a column and what stands in it, for every row. Sequelize had `queryInterface.removeColumn` for it.',
    sql: 'ALTER TABLE users DROP COLUMN bio',
    more: alembicOperation('Operations.drop_column'),
  },
  alter_column: {
    words:
      'Changes a column that is there: its type, its name, its default, its comment, or whether it may be NULL. Only what is named changes; the `existing_` arguments say how the column is now.',
    sql: 'ALTER TABLE users ALTER COLUMN name SET NOT NULL',
    more: alembicOperation('Operations.alter_column'),
  },
  create_index: {
    words:
      'Creates an index, by which PostgreSQL finds rows without reading the whole table. In the models it was written `index=True` or `db.Index`.',
    sql: 'CREATE INDEX ix_users_name ON users (name)',
    more: alembicOperation('Operations.create_index'),
  },
  drop_index: {
    words: 'Drops an index; the rows stay as they are.',
    sql: 'DROP INDEX ix_users_name',
    more: alembicOperation('Operations.drop_index'),
  },
  create_foreign_key: {
    words:
      'Makes columns of a table that is there reference another table: its name, the table, the referenced table, the columns, the referenced columns. In the models it was written `db.ForeignKey`.',
    sql: 'ALTER TABLE tweets ADD CONSTRAINT fk_user FOREIGN KEY(user_id) REFERENCES users (id)',
    more: alembicOperation('Operations.create_foreign_key'),
  },
  create_unique_constraint: {
    words:
      'Allows no two rows with the same values in these columns. It fails while there are such rows; in the models it was written `unique=True` or `db.UniqueConstraint`.',
    sql: 'ALTER TABLE users ADD CONSTRAINT uq_users_email UNIQUE (email)',
    more: alembicOperation('Operations.create_unique_constraint'),
  },
  create_check_constraint: {
    words:
      'Allows only rows that fulfil a condition. Autogenerate does not notice a check constraint that was added to a model, so this call is one to write by hand.',
    sql: 'ALTER TABLE users ADD CONSTRAINT ck_age CHECK (age > 0)',
    more: alembicOperation('Operations.create_check_constraint'),
  },
  create_primary_key: {
    words:
      'Makes columns of a table that is there its primary key: no two rows alike in them, and none empty.',
    sql: 'ALTER TABLE users ADD CONSTRAINT users_pkey PRIMARY KEY (id)',
    more: alembicOperation('Operations.create_primary_key'),
  },
  create_exclude_constraint: {
    words:
      'Allows no two rows that match in all of the pairs of column and operator: no two bookings of one room that overlap, say. Only PostgreSQL has it.',
    sql: 'ALTER TABLE rooms ADD CONSTRAINT ex EXCLUDE USING gist (room WITH =, during WITH &&)',
    more: alembicOperation('Operations.create_exclude_constraint'),
  },
  drop_constraint: {
    words:
      'Drops a constraint by its name. PostgreSQL knows it by nothing else, so a constraint that has no name in the file (`None`) cannot be dropped like this.',
    sql: 'ALTER TABLE tweets DROP CONSTRAINT tweets_user_id_fkey',
    more: alembicOperation('Operations.drop_constraint'),
  },
  create_table_comment: {
    words: 'Sets the comment of a table: words for people, which change nothing else.',
    sql: "COMMENT ON TABLE users IS 'people who write'",
    more: alembicOperation('Operations.create_table_comment'),
  },
  drop_table_comment: {
    words: 'Takes the comment of a table away.',
    sql: 'COMMENT ON TABLE users IS NULL',
    more: alembicOperation('Operations.drop_table_comment'),
  },
  bulk_insert: {
    words:
      'Inserts a list of rows, each a dictionary, into a table that `sa.table` or `op.create_table` has given. Autogenerate never writes it: it is how a revision brings data along.',
    sql: 'INSERT INTO roles (name) VALUES (...)',
    more: alembicOperation('Operations.bulk_insert'),
  },
  execute: {
    words:
      'Runs SQL as it is written, or a statement built with `sa`. For what has no operation of its own; nothing comes back, so rows are read with `op.get_bind()`.',
    more: alembicOperation('Operations.execute'),
  },
  get_bind: {
    words:
      'Gives the connection that the migration runs on, so that a revision can read rows and change them. There is none where a revision is only written out as SQL (`--sql`).',
    more: alembicOperation('Operations.get_bind'),
  },
  get_context: {
    words:
      'Gives what runs this migration: its connection, its transaction, and whether SQL is run or only written out.',
    more: alembicOperation('Operations.get_context'),
  },
  batch_alter_table: {
    words:
      'Gathers changes of one table, so that a database that can hardly change a table can make a new one instead. PostgreSQL needs no such help: here each change is an `ALTER TABLE` of its own.',
    more: alembicOperation('Operations.batch_alter_table'),
  },
  f: {
    words:
      'Marks a name as complete, so that a naming convention does not prefix it once more. It is the same text, for example `ix_users_name`.',
    more: alembicOperation('Operations.f'),
  },
  inline_literal: {
    words:
      'Writes a value into the SQL itself instead of sending it beside, for a revision that is written out as SQL (`--sql`).',
    more: alembicOperation('Operations.inline_literal'),
  },
  invoke: {
    words: 'Runs an operation that was built as an object, rather than called by its name.',
    more: alembicOperation('Operations.invoke'),
  },
  run_async: {
    words: 'Runs a coroutine on the migration’s connection, in a project whose engine is asynchronous.',
    more: alembicOperation('Operations.run_async'),
  },
  register_operation: {
    words: 'Gives `op` another call, of the project’s own.',
    more: alembicOperation('Operations.register_operation'),
  },
  implementation_for: {
    words: 'Says how an operation of the project’s own is run.',
    more: alembicOperation('Operations.implementation_for'),
  },
  context: {
    words: 'Makes an `op` for a given migration, for code that runs operations outside of a revision.',
    more: alembic('api/operations.html'),
  },
};

/** The operations that a batch has too; there the table's name is left out. */
export const inBatch: ReadonlySet<string> = new Set([
  'add_column',
  'drop_column',
  'alter_column',
  'create_index',
  'drop_index',
  'create_foreign_key',
  'create_unique_constraint',
  'create_check_constraint',
  'create_primary_key',
  'create_exclude_constraint',
  'drop_constraint',
  'create_table_comment',
  'drop_table_comment',
  'execute',
]);
