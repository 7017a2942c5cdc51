import type { Session } from './session';

/** As much log as some hundred migrations write; in bytes. */
const LOG_LIMIT = 8 << 20;

const LOG_SIZE = `select pg_catalog.pg_wal_lsn_diff(pg_catalog.pg_current_wal_lsn(), redo_lsn)
  from pg_catalog.pg_control_checkpoint()`;

/** Those in which every CREATE and DROP leaves dead rows. */
const CATALOGS = [
  ...['pg_attrdef', 'pg_attribute', 'pg_class', 'pg_constraint', 'pg_depend', 'pg_description', 'pg_enum'],
  ...['pg_index', 'pg_namespace', 'pg_proc', 'pg_rewrite', 'pg_sequence', 'pg_shdepend', 'pg_statistic'],
  ...['pg_trigger', 'pg_type'],
];

/**
 * What a server's background processes do. PGlite has none: its log and its catalogs would only ever grow, in memory.
 * To be called outside of any transaction.
 */
export function maintain(session: Session): void {
  const [row] = session.query(LOG_SIZE);
  if (Number(row?.[0]) < LOG_LIMIT) return;
  session.query(`vacuum ${CATALOGS.map((name) => `pg_catalog.${name}`).join(', ')}`);
  session.query('checkpoint');
}
