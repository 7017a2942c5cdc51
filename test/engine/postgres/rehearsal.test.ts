import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Postgres } from '../../../src/engine/postgres/boot';
import { SessionBusy } from '../../../src/engine/postgres/errors';
import { concat, message, query } from '../../../src/engine/postgres/wire';
import { type Answer, Client, startPostgres } from './harness';

let postgres: Postgres;

const START = `drop schema public cascade; create schema public;
  create table t (id serial primary key, x int unique, y int references t deferrable initially deferred);
  insert into t (x) values (1), (2)`;

const EVERYTHING = `select (select json_agg(t order by id) from t),
  (select json_agg(c.relname order by c.relname) from pg_class c where relnamespace = 'public'::regnamespace),
  (select json_agg(json_build_object('n', sequencename, 'v', last_value) order by sequencename) from pg_sequences),
  current_setting('search_path'), (select count(*) from pg_prepared_statements),
  (select count(*) from pg_locks where locktype = 'advisory')`;

beforeAll(async () => {
  postgres = await startPostgres();
  reset();
});

function reset(): void {
  postgres.backend.exclusively((session) => session.query(START));
}

function everything(): unknown {
  return postgres.backend.exclusively((session) => session.query(EVERYTHING));
}

/** Speaks on a rehearsal, and holds that nothing of it stays. */
function rehearse(work: (connect: () => Client) => void): void {
  const before = everything();
  postgres.backend.rehearse((rehearsal) => work(() => new Client(rehearsal)));
  expect(everything()).toEqual(before);
}

const seen = ({ rows, tags, error, status }: Answer): unknown => ({
  rows,
  tags,
  error: error && [error['C'], error['M']],
  status,
});

const STATEMENTS = [
  ...['begin', 'commit', 'rollback', 'begin; insert into t (x) values (20); commit', 'end', 'abort'],
  ...[
    'insert into t (x) values (3) returning x',
    'insert into t (x) values (1)',
    'insert into t (y) values (99)',
  ],
  ...['select count(*) from t', 'select nothing', 'update t set x = x + 10', 'delete from t where x > 2', ''],
  ...[
    'savepoint s',
    'rollback to s',
    'release s',
    'create table u (id int)',
    'drop table u',
    'select 1; select 2',
  ],
  ...['insert into t (x) values (7); select nothing; select 3'],
  ...[
    "select 'begin; commit'",
    '-- commit\nselect 4',
    'set search_path to pg_catalog',
    'show search_path',
    'reset all',
  ],
];

describe('a rehearsal', () => {
  it('answers as the database would', () => {
    const tried = { statements: 0, errors: 0 };
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.constantFrom(...STATEMENTS), fc.boolean()), { minLength: 1, maxLength: 12 }),
        (script) => {
          const speak = (client: Client): unknown[] =>
            script.map(([sql, extended]) => {
              // Only what is one statement, and controls no transaction, comes in the extended protocol.
              const plain = /;|^(begin|commit|rollback|end|abort|savepoint|release)|^$/.test(sql);
              const answer = extended && !plain ? client.execute(sql) : client.query(sql);
              tried.statements += 1;
              if (answer.error) tried.errors += 1;
              return seen(answer);
            });
          reset();
          let played: unknown[] = [];
          rehearse((connect) => (played = speak(connect())));
          const client = new Client(postgres.backend);
          const real = speak(client);
          client.close();
          expect(played).toEqual(real);
        },
      ),
      { numRuns: 200, seed: 4 },
    );
    expect(tried.errors).toBeGreaterThan(50);
    reset();
  });

  it('checks deferred constraints where the database would, and goes on', () => {
    rehearse((connect) => {
      const one = connect();
      one.query('begin');
      expect(one.query('insert into t (x, y) values (5, 99)').error).toBeNull();
      expect(one.query('commit').error).toMatchObject({ C: '23503' });
      expect(one.query('select count(*) from t where x = 5').rows).toEqual([['0']]);
      expect(one.query('insert into t (x, y) values (5, 99)').error).toMatchObject({ C: '23503' });
      expect(one.query('select count(*) from t where x = 5').rows).toEqual([['0']]);
    });
  });

  it('lets several connections take turns, and refuses where their work would get mixed up', () => {
    rehearse((connect) => {
      const [one, other] = [connect(), connect()];
      one.query('begin');
      one.query('select * from t');
      other.query('set search_path to pg_catalog');
      expect(other.query('insert into public.t (x) values (30)').error).toBeNull();
      expect(one.query('show search_path').rows).toEqual([['"$user", public']]);
      expect(one.query('select count(*) from t where x = 30').rows).toEqual([['1']]);
      expect(other.query('show search_path').rows).toEqual([['pg_catalog']]);
      one.query('rollback');
      expect(one.query('select count(*) from t where x = 30').rows).toEqual([['1']]);

      one.query('begin');
      one.query('insert into t (x) values (31)');
      expect(other.query('select 1').error).toMatchObject({ C: '55P03' });
      one.query('commit');
      expect(other.query('select count(*) from public.t where x = 31').rows).toEqual([['1']]);
    });
  });

  it('keeps a failed transaction failed while another connection speaks', () => {
    rehearse((connect) => {
      const [one, other] = [connect(), connect()];
      one.query('begin');
      one.query('select nothing');
      expect(other.query('select 1').rows).toEqual([['1']]);
      expect(one.query('select 1')).toMatchObject({ error: { C: '25P02' }, status: 'failed' });
      expect(one.query('commit').tags).toEqual(['ROLLBACK']);
      expect(one.query('select 1')).toMatchObject({ error: null, status: 'idle' });
    });
  });

  it('takes COPY with its data, and closes what is left open', () => {
    rehearse((connect) => {
      const one = connect();
      const data = message('d', new TextEncoder().encode('50\n51\n'));
      const answer = one.send(concat([query('copy t (x) from stdin'), data, message('c')]));
      expect([answer.error, answer.tags]).toEqual([null, ['COPY 2']]);
      one.query('begin');
      one.query('delete from t');
      one.close();
      expect(connect().query('select count(*) from t').rows).toEqual([['4']]);
    });
  });

  it('refuses what would outlast it', () => {
    rehearse((connect) => {
      const one = connect();
      expect(one.query("prepare transaction 'x'").error).toMatchObject({ C: '0A000' });
      expect(one.query('select 1; commit and chain').error).toMatchObject({ C: '0A000' });
      expect(one.execute('commit').error).toMatchObject({ C: '0A000' });
      expect(one.query('vacuum t').error).toMatchObject({ C: '25001' });
      one.query("select pg_advisory_lock(1), setval('t_id_seq', 1000), nextval('t_id_seq')");
      one.query('prepare p as select 1');
    });
  });

  it('says what was changed, and nothing of what was only read', () => {
    postgres.backend.rehearse((rehearsal) => {
      const one = new Client(rehearsal);
      one.query('select 1; show search_path; set search_path to public');
      one.query('begin');
      one.query('update t set x = x where false');
      one.query('commit');
      expect(rehearsal.changes).toEqual(new Map());
      one.query('insert into t (x) values (60), (61)');
      one.execute('create table u (id int)');
      one.query('insert into t (x) values (62)');
      expect(rehearsal.changes).toEqual(
        new Map([
          ['INSERT', 3],
          ['CREATE TABLE', 1],
        ]),
      );
    });
  });

  it('does not begin while a program holds the session', () => {
    const one = new Client(postgres.backend);
    one.query('begin; insert into t (x) values (70)');
    expect(() => postgres.backend.rehearse(() => 'seen')).toThrow(SessionBusy);
    one.query('rollback');
    expect(postgres.backend.rehearse(() => 'seen')).toBe('seen');
    one.close();
  });

  it('leaves the database its name, which changes with what is changed', () => {
    const { backend } = postgres;
    const names = new Set<string>();
    const look = (): string =>
      backend.rehearse((rehearsal) => {
        const before = rehearsal.version();
        const one = new Client(rehearsal);
        one.query('create table u (id int)');
        names.add(rehearsal.version());
        one.query('insert into t (x) values (80)');
        names.add(rehearsal.version());
        return before;
      });
    const name = backend.version();
    const first = look();
    for (let round = 0; round < 2; round += 1) {
      expect(look()).toBe(first);
      expect(backend.version()).toBe(name);
    }
    // What each of the three has written is nobody else's.
    expect(names.size).toBe(6);
    expect(names).not.toContain(first);

    const one = new Client(backend);
    one.query('select count(*) from t');
    expect(look()).toBe(first);
    one.query('insert into t (x) values (81)');
    one.close();
    expect(backend.version()).not.toBe(name);
    expect(look()).not.toBe(first);
  });
});
