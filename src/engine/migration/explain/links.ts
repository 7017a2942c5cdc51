/** Pages of the documentation, with the places on them that a name has. */
import type { Link } from './explanation';

/** An operation: `Operations.create_table`. */
export const alembicOperation = (member: string): Link => alembic(`ops.html#alembic.operations.${member}`);

/** Any page of Alembic's documentation. */
export const alembic = (page: string): Link => ({
  title: 'Alembic’s documentation',
  url: `https://alembic.sqlalchemy.org/en/latest/${page}`,
});

/** Any page of SQLAlchemy's documentation. */
export const sqlalchemy = (page: string): Link => ({
  title: 'SQLAlchemy’s documentation',
  url: `https://docs.sqlalchemy.org/en/20/${page}`,
});

/** A part of a table: `Column`, `Table`. */
export const metadata = (name: string): Link => sqlalchemy(`core/metadata.html#sqlalchemy.schema.${name}`);

/** A constraint or an index. */
export const constraint = (name: string): Link =>
  sqlalchemy(`core/constraints.html#sqlalchemy.schema.${name}`);

/** What fills in a value: `Identity`, `Computed`. */
export const filler = (name: string): Link => sqlalchemy(`core/defaults.html#sqlalchemy.schema.${name}`);

/** A piece of an SQL expression: `text`, `null`. */
export const expression = (name: string): Link =>
  sqlalchemy(`core/sqlelement.html#sqlalchemy.sql.expression.${name}`);

/** A type that every database may have. */
export const type = (name: string): Link => sqlalchemy(`core/type_basics.html#sqlalchemy.types.${name}`);

/** A type or construct of PostgreSQL's own. */
export const dialect = (name: string): Link =>
  sqlalchemy(`dialects/postgresql.html#sqlalchemy.dialects.postgresql.${name}`);

/** A page of PostgreSQL's documentation. */
export const postgres = (page: string): Link => ({
  title: 'PostgreSQL’s documentation',
  url: `https://www.postgresql.org/docs/18/${page}.html`,
});
