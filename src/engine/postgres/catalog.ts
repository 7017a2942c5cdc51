import type { DatabaseState } from '../report';
import type { Postgres } from './boot';
import { type VersionTable, databaseStateQuery } from './catalog-query';

/**
 * The database's schema, row counts and Alembic heads, in one round; see report.ts.
 * @param versionTable where the migrations keep their revisions, if not in `alembic_version`
 * @throws SessionBusy while a program holds a transaction that cannot be put aside: what others see is not readable then
 */
export function readDatabaseState(
  { backend }: Pick<Postgres, 'backend'>,
  versionTable: VersionTable = { name: 'alembic_version' },
): DatabaseState {
  const [row] = backend.exclusively((session) => session.query(databaseStateQuery(versionTable)));
  // The statement builds this very shape; the tests hold it against the schema.
  return JSON.parse(row?.[0] ?? '') as DatabaseState;
}
