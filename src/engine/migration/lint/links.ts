/** A page of the documentation of the PostgreSQL that the engine runs. */
export function postgres(page: string): string {
  return `https://www.postgresql.org/docs/18/${page}`;
}

export function alembic(page: string): string {
  return `https://alembic.sqlalchemy.org/en/latest/${page}`;
}

export function sqlalchemy(page: string): string {
  return `https://docs.sqlalchemy.org/en/20/${page}`;
}
