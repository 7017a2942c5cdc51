import { fileURLToPath } from 'node:url';
import { beforeAll, beforeEach, expect, it } from 'vitest';
import { nodeHost } from '../../../src/engine/node';
import type { LoadAsset } from '../../../src/engine/assets';
import type { Postgres } from '../../../src/engine/postgres/boot';
import { readDatabaseState } from '../../../src/engine/postgres/catalog';
import { dumpDatabase, restoreDatabase } from '../../../src/engine/postgres/dump';
import { PostgresError, SessionBusy } from '../../../src/engine/postgres/errors';
import { Client, startPostgres } from './harness';
import { WIDE_SCHEMA } from './wide-schema';

let postgres: Postgres;
let loadAsset: LoadAsset;

beforeAll(async () => {
  postgres = await startPostgres();
  ({ loadAsset } = await nodeHost(fileURLToPath(new URL('../../../public/runtime', import.meta.url))));
});

beforeEach(() => {
  postgres.backend.resetSession();
  restoreDatabase(postgres, null);
});

function run(sql: string): void {
  const client = new Client(postgres.backend);
  expect(client.query(sql).error).toBeNull();
  client.close();
}

const rows = (sql: string): unknown => postgres.backend.exclusively((session) => session.query(sql));
const dump = (): Promise<string | null> => dumpDatabase(postgres, loadAsset);

/** Everything in the student's tables, as text. */
const allRows = (): unknown =>
  rows(`select c.oid::regclass::text, query_to_xml(format('select * from %s t order by t::text', c.oid::regclass), true, false, '')
    from pg_class c where c.oid >= 16384 and c.relkind in ('r', 'v', 'm') and relnamespace <> 'pg_toast'::regnamespace
    order by 1`);

it('has nothing to say of an empty database', async () => {
  expect(await dump()).toBeNull();
  run('create temp table t (x int)');
  expect(await dump()).toBeNull();
});

it('brings back the same database, in the place of any other', async () => {
  run(WIDE_SCHEMA);
  const [state, data, sql] = [readDatabaseState(postgres), allRows(), await dump()];
  run('drop table notes; create table other (x int); alter table users add column y int; create schema more');
  restoreDatabase(postgres, sql);
  expect(readDatabaseState(postgres)).toEqual(state);
  expect(allRows()).toEqual(data);
  expect(await dump()).toBe(sql);
});

it('goes on counting where it was', async () => {
  run('create table t (id serial primary key); insert into t default values; insert into t default values');
  const sql = await dump();
  restoreDatabase(postgres, sql);
  expect(rows('insert into t default values returning id')).toEqual([['3']]);
});

it('keeps roles and what they own and may do', async () => {
  run(`create role owner login password 'x'; create role "Other One"; grant owner to "Other One";
    create table t (x int); alter table t owner to owner; grant select on t to "Other One"`);
  const sql = await dump();
  restoreDatabase(postgres, null);
  expect(rows("select count(*) from pg_roles where rolname = 'owner'")).toEqual([['0']]);
  restoreDatabase(postgres, sql);
  expect(rows("select relacl, pg_get_userbyid(relowner) from pg_class where relname = 't'")).toEqual([
    ['{owner=arwdDxtm/owner,"\\"Other One\\"=r/owner"}', 'owner'],
  ]);
});

it('disturbs no connection', async () => {
  const one = new Client(postgres.backend);
  one.query('create table t (x int); insert into t values (1)');
  one.query('set datestyle to german; create temp table mine (x int)');
  one.execute('select x from t', { name: 's' });
  one.query('begin; select * from t');
  expect(await dump()).toContain('INSERT INTO public.t');
  expect(one.query('show datestyle')).toMatchObject({ rows: [['German, DMY']], status: 'open' });
  expect(one.execute('', { name: 's', parse: false }).rows).toEqual([['1']]);
  one.query('insert into t values (2)');
  await expect(dump()).rejects.toThrow(SessionBusy);
  expect(one.query('commit').tags).toEqual(['COMMIT']);
  expect(await dump()).toContain('(2)');
});

it('can be made again and again', async () => {
  run('create table t (x int)');
  const first = await dump();
  expect(await dump()).toBe(first);
  expect(await dump()).toBe(first);
});

it('empties whatever there is', async () => {
  run(WIDE_SCHEMA);
  run(`create role r; create publication p for all tables;
    drop schema public cascade; create schema s; create function s.no() returns event_trigger
    language plpgsql as $$ begin raise 'no'; end $$;
    create event trigger stop on ddl_command_start when tag in ('DROP SCHEMA') execute function s.no()`);
  restoreDatabase(postgres, null);
  expect(await dump()).toBeNull();
  expect(readDatabaseState(postgres)).toEqual({
    heads: [],
    schemas: [{ name: 'public', tables: [], views: [], enums: [], sequences: [], other: [] }],
  });
});

it('changes nothing when it fails', () => {
  run('create table t (x int)');
  const state = readDatabaseState(postgres);
  expect(() => restoreDatabase(postgres, 'create table u (x int); select nonsense')).toThrow(PostgresError);
  expect(readDatabaseState(postgres)).toEqual(state);
});
