import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Postgres } from '../../../src/engine/postgres/boot';
import { BackendLost, SessionBusy } from '../../../src/engine/postgres/errors';
import { ProgramConnections } from '../../../src/engine/postgres/program-connections';
import { concat, message, query } from '../../../src/engine/postgres/wire';
import { Client, startPostgres } from './harness';

let postgres: Postgres;
const connect = (parameters?: Record<string, string>): Client => new Client(postgres.backend, parameters);

beforeAll(async () => {
  postgres = await startPostgres();
  connect().query('create table t (id serial primary key, x int); insert into t (x) values (1), (2)');
});

afterEach(() => {
  postgres.backend.resetSession();
});

describe('one connection', () => {
  it('is greeted as by a server', () => {
    const { greeting, pid } = connect({ application_name: 'flask', client_encoding: 'latin1' });
    expect(greeting.types).toMatch(/^RS+KZ$/);
    expect(greeting.status).toBe('idle');
    expect(greeting.parameters).toMatchObject({
      application_name: 'flask',
      client_encoding: 'UTF8',
      server_encoding: 'UTF8',
      standard_conforming_strings: 'on',
      search_path: '"$user", public',
      integer_datetimes: 'on',
    });
    expect(pid).toBeGreaterThan(0);
  });

  it('has the process id that the server gives', () => {
    const one = connect();
    expect(one.query('select pg_backend_pid()').rows).toEqual([[String(one.pid)]]);
  });

  it('makes the settings of its startup message', () => {
    const one = connect({ application_name: 'x', options: '-c statement_timeout=5s --lock-timeout=1s' });
    expect(
      one.query("select current_setting('statement_timeout'), current_setting('lock_timeout')").rows,
    ).toEqual([['5s', '1s']]);
    expect(one.query('show application_name').rows).toEqual([['x']]);
  });

  it('is refused with a setting that does not exist', () => {
    const { greeting } = connect({ options: '-c nonsense=1' });
    expect(greeting.error).toMatchObject({ S: 'FATAL', C: '42704' });
    expect(greeting.status).toBeNull();
  });

  it('is told of settings that change', () => {
    const one = connect();
    expect(one.query("set timezone to 'Europe/Paris'").parameters).toEqual({ TimeZone: 'Europe/Paris' });
    one.query('begin');
    one.query("set timezone to 'Asia/Tokyo'");
    expect(one.query('rollback').parameters).toEqual({ TimeZone: 'Europe/Paris' });
  });

  it('ends a COPY that nobody feeds, and goes on', () => {
    const one = connect();
    expect(one.query('copy t (x) from stdin').error).toMatchObject({ C: '57014' });
    expect(one.execute('copy t (x) from stdin').error).toMatchObject({ C: '57014' });
    expect(one.query('select count(*) from t').rows).toEqual([['2']]);
  });

  it('copies what comes with the statement', () => {
    const one = connect();
    const text = (data: string): Uint8Array => new TextEncoder().encode(data);
    one.query('begin');
    const answer = one.send(
      concat([query('copy t (x) from stdin'), message('d', text('7\n8\n')), message('c')]),
    );
    expect(answer.tags).toEqual(['COPY 2']);
    one.query('rollback');
  });

  it('keeps the wire in UTF8', () => {
    const one = connect();
    expect(one.query("set client_encoding to 'latin1'").error).toMatchObject({ C: '0A000' });
    expect(one.query("set client_encoding to 'utf8'").error).toBeNull();
    one.query('begin');
    expect(one.query('set names latin1').status).toBe('failed');
    expect(one.query('select 1').error).toMatchObject({ C: '25P02' });
    expect(one.query('rollback').status).toBe('idle');
  });

  it('survives endless recursion in PL/pgSQL', () => {
    const one = connect();
    one.query('create function f(n int) returns int language plpgsql as $$ begin return f(n + 1); end $$');
    expect(one.query('select f(1)').error).toMatchObject({ C: '54001' });
    expect(one.query('drop function f').tags).toEqual(['DROP FUNCTION']);
  });

  it('knows its own channels after an UNLISTEN in a transaction that was rolled back', () => {
    const [one, two] = [connect(), connect()];
    one.query('listen news');
    two.query('begin; unlisten *; rollback');
    two.query('notify news');
    expect(one.poll().notifications).toHaveLength(1);
  });

  it('builds an index concurrently', () => {
    const one = connect();
    expect(one.query('create index concurrently t_x on t (x)').tags).toEqual(['CREATE INDEX']);
    const valid = "select indisvalid from pg_index where indexrelid = 't_x'::regclass";
    expect(one.query(valid).rows).toEqual([['t']]);
    expect(one.query('drop index concurrently t_x').error).toBeNull();
  });

  it('leaves nothing to the next', () => {
    const one = connect();
    one.query('create temp table scratch (a int); set datestyle to german; prepare p as select 1');
    one.query('select pg_advisory_lock(1); listen news');
    one.query('begin; insert into t (x) values (9)');
    one.close();
    const two = connect();
    expect(two.query('select count(*) from t').rows).toEqual([['2']]);
    expect(two.query('show datestyle').rows).toEqual([['ISO, MDY']]);
    expect(two.query('select * from scratch').error).toMatchObject({ C: '42P01' });
    expect(two.query('execute p').error).toMatchObject({ C: '26000' });
    expect(two.query("select count(*) from pg_locks where locktype = 'advisory'").rows).toEqual([['0']]);
    expect(two.query('select pg_listening_channels()').rows).toEqual([]);
  });
});

describe('two connections', () => {
  it('take turns while idle', () => {
    const [one, two] = [connect(), connect()];
    expect(one.pid).not.toBe(two.pid);
    expect(one.query('select 1').rows).toEqual([['1']]);
    expect(two.query('select 2').rows).toEqual([['2']]);
    expect(one.query('select 3').rows).toEqual([['3']]);
  });

  it('have settings of their own', () => {
    const [one, two] = [connect(), connect({ application_name: 'second' })];
    one.query("set search_path to pg_catalog; set app.tenant to 'it''s \\ me'; set role pg_read_all_data");
    expect(two.query('select current_user, current_schema()').rows).toEqual([['postgres', 'public']]);
    expect(two.query("select current_setting('app.tenant', true)").rows).not.toEqual([["it's \\ me"]]);
    expect(two.query('show application_name').rows).toEqual([['second']]);
    expect(
      one.query("select current_user, current_setting('search_path'), current_setting('app.tenant')").rows,
    ).toEqual([['pg_read_all_data', 'pg_catalog', "it's \\ me"]]);
    expect(one.query('show application_name').rows).toEqual([['']]);
  });

  it('have prepared statements of their own', () => {
    const [one, two] = [connect(), connect()];
    one.execute("select 'one'", { name: 's' });
    one.query('prepare p (int) as select $1 + 1');
    expect(two.execute("select 'two'", { name: 's' }).rows).toEqual([['two']]);
    expect(two.query('execute p(1)').error).toMatchObject({ C: '26000' });
    two.query('deallocate all');
    expect(one.execute('', { name: 's', parse: false }).rows).toEqual([['one']]);
    expect(one.query('execute p(1)').rows).toEqual([['2']]);
  });

  it('get their notifications, with the sender', () => {
    const [one, two] = [connect(), connect()];
    one.query('listen news');
    expect(two.query("notify news, 'hello'").notifications).toEqual([]);
    expect(one.poll().notifications).toEqual([{ pid: two.pid, channel: 'news', payload: 'hello' }]);
    expect(one.poll().notifications).toEqual([]);
    two.query('listen news');
    two.query('unlisten *');
    expect(two.query("notify news, 'again'").notifications).toEqual([]);
    expect(one.query("notify news, 'self'").notifications.map(({ payload }) => payload)).toEqual([
      'self',
      'again',
    ]);
  });

  it('let a transaction that has only read wait, and go on with it', () => {
    const [one, two] = [connect(), connect()];
    one.query('begin read only');
    one.query('set search_path to pg_catalog');
    expect(one.query('select count(*) from public.t').rows).toEqual([['2']]);
    expect(two.query('create table u (a int); drop table u').error).toBeNull();
    expect(two.query('select current_schema()').rows).toEqual([['public']]);
    expect(one.query('show transaction_read_only').status).toBe('open');
    expect(one.query('show transaction_read_only').rows).toEqual([['on']]);
    expect(one.query('show search_path').rows).toEqual([['pg_catalog']]);
    one.query('rollback');
    expect(one.query('show search_path').rows).toEqual([['"$user", public']]);
  });

  it('let a failed transaction wait, and it has failed when they come back', () => {
    const [one, two] = [connect(), connect()];
    one.query('begin; insert into t (x) values (3)');
    one.query('select nonsense');
    expect(two.query('select count(*) from t').rows).toEqual([['2']]);
    expect(one.query('select 1').error).toMatchObject({ C: '25P02' });
    expect(one.query('commit').tags).toEqual(['ROLLBACK']);
  });

  it.each([
    ['has changed data', 'begin; insert into t (x) values (3)'],
    ['locks a table', 'begin; lock table t in share mode'],
    ['a savepoint', 'begin; savepoint s'],
    ['a cursor', 'begin; declare c cursor for select * from t'],
    ['REPEATABLE READ', 'begin isolation level repeatable read; select * from t'],
    ['SERIALIZABLE', 'begin isolation level serializable; select 1'],
    ['advisory lock', 'select pg_advisory_lock(1)'],
    ['SET LOCAL', 'begin; set local search_path to pg_catalog'],
    ['SET CONSTRAINTS', 'begin; set constraints all deferred'],
    ['NOTIFY', 'begin; notify news'],
    ['NOTIFY', "begin; select pg_notify('news', '')"],
    ['a savepoint', 'begin; savepoint s; select nonsense'],
  ])('are refused while the other %s: %s', (reason, sql) => {
    const [one, two] = [connect(), connect()];
    one.query(sql);
    const answer = two.query('select 1');
    expect(answer.error).toMatchObject({ C: '55P03', M: expect.stringContaining(reason) as string });
    expect(answer.status).toBe('idle');
    const extended = two.execute('select 1');
    expect(extended.types).toBe('EZ');
    one.query('rollback; select pg_advisory_unlock_all()');
    expect(two.query('select count(*) from t').rows).toEqual([['2']]);
  });

  it('are served again when the one that holds the session is closed', () => {
    const [one, two] = [connect(), connect()];
    one.query('begin; insert into t (x) values (3)');
    one.close();
    expect(two.query('select count(*) from t').rows).toEqual([['2']]);
  });

  it('fail in a transaction that waited and cannot go on', () => {
    const [one, two] = [connect(), connect()];
    one.query('begin; select * from t');
    two.query('begin; insert into t (x) values (3)');
    expect(one.query('select 1')).toMatchObject({ error: { C: '55P03' }, status: 'failed' });
    two.query('rollback');
    expect(one.query('select 1').error).toMatchObject({ C: '25P02' });
    expect(one.query('rollback').status).toBe('idle');
  });

  it('lose their temporary tables one by one', () => {
    const [one, two, three] = [connect(), connect(), connect()];
    one.query('create temp table a (x int)');
    two.query('create temp table b (x serial)');
    three.query('select 1');
    two.close();
    expect(three.query('select * from a').error).toBeNull();
    one.close();
    const four = connect();
    expect(four.query('select * from a').error).toMatchObject({ C: '42P01' });
    expect(four.query('select * from b').error).toMatchObject({ C: '42P01' });
    expect(four.query("select 'b_x_seq'::regclass").error).toMatchObject({ C: '42P01' });
  });

  it('answers each part of a refused pipeline', () => {
    const [one, two] = [connect(), connect()];
    one.query('begin; insert into t (x) values (3)');
    expect(two.send(concat([query('select 1'), query('select 2')])).types).toBe('EZEZ');
  });
});

describe('the connections of a program', () => {
  it('are closed together, and no others', () => {
    const program = new ProgramConnections(postgres.backend);
    const [other, one, two] = [connect(), new Client(program), new Client(program)];
    one.query('begin; insert into t (x) values (3)');
    program.closeAll();
    expect(() => two.query('select 1')).toThrow();
    expect(other.query('select count(*) from t').rows).toEqual([['2']]);
  });
});

describe('the engine itself', () => {
  it('gets the session between programs, as new', () => {
    const one = connect();
    one.query('begin; set datestyle to german; select 1');
    expect(postgres.backend.exclusively((session) => session.query('show datestyle'))).toEqual([
      ['ISO, MDY'],
    ]);
    expect(one.query('show datestyle')).toMatchObject({ rows: [['German, DMY']], status: 'open' });
  });

  it('is told who holds it', () => {
    connect().query('begin; insert into t (x) values (3)');
    expect(() => postgres.backend.exclusively(() => null)).toThrow(SessionBusy);
  });
});

it("protects the system's own tables, as a server does", () => {
  const one = connect();
  expect(one.query('create table pg_catalog.mine (x int)').error?.C).toBe('42501');
  expect(one.query('truncate pg_class').error?.C).toBe('42501');
});

it('grows neither log nor catalogs', () => {
  const sizes =
    "select pg_wal_lsn_diff(pg_current_wal_lsn(), redo_lsn) < 10e6, pg_table_size('pg_attribute') < 3e6 from pg_control_checkpoint()";
  for (let round = 0; round < 200; round++) {
    const one = connect();
    one.query('create table u (a serial primary key, b text, c int unique references t); drop table u');
    one.close();
  }
  expect(connect().query(sizes).rows).toEqual([['t', 't']]);
});

it('says when Postgres has died, and does not ask it again', async () => {
  const doomed = await startPostgres();
  const one = new Client(doomed.backend);
  one.query("set max_stack_depth to '7500kB'");
  one.query('create function f(n int) returns int language plpgsql as $$ begin return f(n + 1); end $$');
  expect(() => one.query('select f(1)')).toThrow(BackendLost);
  expect(() => one.query('select 1')).toThrow(BackendLost);
});
