import { PostgresError } from './errors';
import type { Session } from './session';
import type { Observed } from './transaction';
import { concat, int32, message } from './wire';

/** What SET and its like left in the session, by name; `role` and `session_authorization` are among them. */
export type Settings = Record<string, string>;

/** A prepared statement. One made by PREPARE has that whole statement as its `sql`. */
export interface Prepared {
  name: string;
  sql: string;
  types: number[];
  bySql: boolean;
}

/** What outlives a transaction in the one session, and what each connection is to find as it left it. */
export interface SessionState {
  settings: Settings;
  statements: Prepared[];
  /** Relations in the session's temporary schema, by OID. */
  temporary: number[];
  /** Cursors WITH HOLD. */
  cursors: string[];
}

export interface Observation extends Observed {
  readOnly: boolean;
  /** Channels listened to, by whomever. */
  channels: string[];
  state: SessionState;
}

/**
 * Reads the session: what its transaction has done, and what was left in it.
 * @param customSettings names like `app.user` that may have been set: pg_settings does not list them
 */
export function observe(session: Session, customSettings: Iterable<string> = []): Observation {
  const [row] = session.query(observation([...customSettings]));
  // Postgres built this very shape, in the statement below.
  return JSON.parse(row?.[0] ?? '') as Observation;
}

function observation(customSettings: string[]): string {
  const custom = customSettings.map(literal).join(', ');
  return `
select pg_catalog.json_build_object(
  'wrote', pg_catalog.pg_current_xact_id_if_assigned() is not null,
  'isolation', pg_catalog.current_setting('transaction_isolation'),
  'readOnly', pg_catalog.current_setting('transaction_read_only') = 'on',
  'cursors', (select pg_catalog.count(*) from pg_catalog.pg_cursors where not is_holdable and name <> ''),
  'advisoryLocks', (select pg_catalog.count(*) from pg_catalog.pg_locks where locktype = 'advisory'),
  'lockedTables', (
    select pg_catalog.count(*) from pg_catalog.pg_locks l
    where l.locktype = 'relation' and l.mode <> 'AccessShareLock'
      and exists (select from pg_catalog.pg_class c where c.oid = l.relation and c.relkind <> 'S')),
  'channels', (
    select coalesce(pg_catalog.json_agg(channel), '[]')
    from pg_catalog.pg_listening_channels() as listening(channel)),
  'state', pg_catalog.json_build_object(
    'settings', (
      select coalesce(pg_catalog.json_object_agg(name, pg_catalog.current_setting(name)), '{}') from (
        select name from pg_catalog.pg_settings where source = 'session'
        union all
        select name from pg_catalog.unnest(array[${custom}]::text[]) as custom(name)
        where pg_catalog.current_setting(name, true) <> ''
        union all
        select 'session_authorization' where pg_catalog.current_setting('session_authorization') <> ''
        union all
        select 'role' where pg_catalog.current_setting('role') <> 'none') changed),
    'statements', (
      select coalesce(pg_catalog.json_agg(pg_catalog.json_build_object(
        'name', name, 'sql', statement, 'types', parameter_types::oid[]::int8[], 'bySql', from_sql)), '[]')
      from pg_catalog.pg_prepared_statements where name <> ''),
    'temporary', (
      select coalesce(pg_catalog.json_agg(oid::int8), '[]') from pg_catalog.pg_class
      where relnamespace = pg_catalog.pg_my_temp_schema() and relkind in ('r', 'p', 'v', 'S')),
    'cursors', (
      select coalesce(pg_catalog.json_agg(name), '[]') from pg_catalog.pg_cursors where is_holdable)))`;
}

/** The names in `now` that neither stand in `before` at the same value nor are absent from it; null means default. */
export function changedSettings(before: Settings, now: Settings): Map<string, string | null> {
  const changed = new Map<string, string | null>();
  for (const name of Object.keys(before)) if (!(name in now)) changed.set(name, null);
  for (const [name, value] of Object.entries(now)) if (before[name] !== value) changed.set(name, value);
  return changed;
}

/** Sets what a connection had set. Roles come last: a lesser one may not set all that it was given. */
export function applySettings(session: Session, settings: Iterable<[string, string | null]>): void {
  const rank = (name: string): number => ['session_authorization', 'role'].indexOf(name);
  for (const [name, value] of [...settings].sort(([a], [b]) => rank(a) - rank(b)))
    session.query(
      value === null
        ? `reset ${name.split('.').map(identifier).join('.')}`
        : `select pg_catalog.set_config(${literal(name)}, ${literal(value)}, false)`,
    );
}

/** Prepares again. What cannot be (its table is gone) stays unprepared, and its next use says so. */
export function prepareAgain(session: Session, statements: readonly Prepared[]): void {
  for (const { name, sql, types, bySql } of statements) {
    if (!bySql) session.send(concat([parse(name, sql, types), message('S')]));
    else if (isOnlyPrepare(sql)) ignoreError(() => session.query(sql));
  }
}

function parse(name: string, sql: string, types: number[]): Uint8Array {
  return message('P', name, sql, int32(types.length).subarray(2), int32(...types));
}

/** Postgres keeps the text of the whole message with a PREPARE: what else stands in it must not run again. */
export function isOnlyPrepare(sql: string): boolean {
  return /^\s*prepare\s[^;]*;?\s*$/i.test(sql);
}

/** Puts the session's settings and prepared statements back to how a new connection finds them. */
export function clearSettings(session: Session): void {
  session.query('reset session authorization; reset role; reset all; deallocate all');
}

/** Takes away what a connection that is gone left in the session, beside those that stay. */
export function dropLeftovers(session: Session, { temporary, cursors }: SessionState): void {
  for (const cursor of cursors) ignoreError(() => session.query(`close ${identifier(cursor)}`));
  if (temporary.length === 0) return;
  const kinds: Record<string, string> = { r: 'table', p: 'table', v: 'view', S: 'sequence' };
  const relations = session.query(
    `select relkind, oid::pg_catalog.regclass from pg_catalog.pg_class where oid in (${temporary.join(', ')})`,
  );
  for (const [kind, name] of relations)
    ignoreError(() => session.query(`drop ${kinds[kind ?? '']} if exists ${name} cascade`));
}

/** A string constant, whatever standard_conforming_strings says. */
export function literal(text: string): string {
  return `E'${text.replaceAll('\\', '\\\\').replaceAll("'", "''")}'`;
}

export function identifier(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}

function ignoreError(run: () => unknown): void {
  try {
    run();
  } catch (error) {
    if (!(error instanceof PostgresError)) throw error;
  }
}
