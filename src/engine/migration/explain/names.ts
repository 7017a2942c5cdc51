/** What stands at the top of a revision file and around its operations. */
import type { Entries } from './explanation';
import { alembic, sqlalchemy } from './links';

/** By the whole name; a name that starts with a point is that of a method, whatever it is called on. */
export const names: Entries = {
  op: {
    words:
      '`op` stands for operation: it runs SQL commands from Python. What Alembic can change of a database is a call of it.',
    more: alembic('ops.html'),
  },
  sa: {
    words:
      '`sa` is SQLAlchemy, under the name that the file imports it by. The models write `db` for the same things, because Flask-SQLAlchemy hands them on.',
    more: sqlalchemy('core/index.html'),
  },
  batch_op: {
    words:
      'The operations of one batch. They are those of `op`, without the table’s name: that stands in `op.batch_alter_table`.',
    more: alembic('batch.html'),
  },
  postgresql: {
    words: 'What SQLAlchemy has for PostgreSQL alone: the types that other databases do not know.',
    more: sqlalchemy('dialects/postgresql.html'),
  },
  alembic: {
    words: 'The library that writes revisions and runs them. Flask-Migrate makes `flask db` of its commands.',
    more: alembic('front.html'),
  },
  sqlalchemy: {
    words: 'The library that the models are written with, and that speaks to PostgreSQL.',
    more: sqlalchemy('core/index.html'),
  },
  revision: {
    words:
      'The id of this revision, by which others follow it. It is drawn at random; once the revision is applied, the table `alembic_version` holds it.',
    more: alembic('tutorial.html#create-a-migration-script'),
  },
  down_revision: {
    words:
      'The id of the revision before this one, to which a downgrade goes back. `None` says that this is the first; several ids make it a merge.',
    more: alembic('tutorial.html#create-a-migration-script'),
  },
  branch_labels: {
    words: 'A name for the branch that starts here, to call it by; `None` for most.',
    more: alembic('branches.html#working-with-branch-labels'),
  },
  depends_on: {
    words: 'Revisions of other branches that have to be applied first; `None` for most.',
    more: alembic('branches.html#branch-dependencies'),
  },
  upgrade: {
    words: 'What `flask db upgrade` runs. In a Sequelize migration it was called `up`.',
    more: alembic('tutorial.html#create-a-migration-script'),
  },
  downgrade: {
    words:
      'What `flask db downgrade` runs: it takes back what `upgrade` did, the last thing first. In a Sequelize migration it was called `down`.',
    more: alembic('tutorial.html#downgrading'),
  },
  '.autocommit_block': {
    words:
      'Runs what is in the block outside of the migration’s transaction. `CREATE INDEX CONCURRENTLY` needs it; what it does is not taken back when the revision fails later on.',
    more: alembic('api/runtime.html#alembic.runtime.migration.MigrationContext.autocommit_block'),
  },
  '.create': {
    words:
      'On a type: creates it in the database, where no column does. An enum that `op.add_column` brings along needs it.',
    sql: "CREATE TYPE roles AS ENUM ('admin', 'guest')",
    more: sqlalchemy('dialects/postgresql.html#sqlalchemy.dialects.postgresql.ENUM.create'),
  },
  '.drop': {
    words:
      'On a type: drops it from the database. A downgrade that drops the column or the table leaves the type of an enum behind otherwise.',
    sql: 'DROP TYPE roles',
    more: sqlalchemy('dialects/postgresql.html#sqlalchemy.dialects.postgresql.ENUM.drop'),
  },
  '.with_variant': {
    words: 'Names another type for one kind of database.',
    more: sqlalchemy('core/type_api.html#sqlalchemy.types.TypeEngine.with_variant'),
  },
};
