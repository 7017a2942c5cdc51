import { beforeAll, expect, test } from 'vitest';
import { typeChange } from '../../../src/engine/migration/lint/type-change';
import { Client, startPostgres } from '../postgres/harness';

let client: Client;

beforeAll(async () => {
  client = new Client((await startPostgres()).backend);
  client.query("create type roles as enum ('reader'); create type parts as enum ('reader')");
});

/** As SQLAlchemy writes types, and as PostgreSQL prints them. */
const TYPES = [
  'SMALLINT',
  'INTEGER',
  'bigint',
  'REAL',
  'FLOAT',
  'FLOAT(20)',
  'double precision',
  'NUMERIC',
  'NUMERIC(10, 2)',
  'numeric(12,2)',
  'NUMERIC(12, 4)',
  'NUMERIC(5)',
  'VARCHAR',
  'VARCHAR(30)',
  'character varying(80)',
  'TEXT',
  'CHAR(4)',
  'character(8)',
  'BOOLEAN',
  'DATE',
  'TIME WITHOUT TIME ZONE',
  'TIMESTAMP WITHOUT TIME ZONE',
  'TIMESTAMP(3) WITHOUT TIME ZONE',
  'timestamp with time zone',
  'INTERVAL',
  'UUID',
  'BYTEA',
  'JSON',
  'JSONB',
  'INTEGER[]',
  'text[]',
  'VARCHAR(30)[]',
  'roles',
  'parts',
];
const ENUMS = ['roles', 'parts'];

/** What PostgreSQL does with such a column of an empty table: the file it is kept in tells. */
function really(from: string, to: string): string {
  client.query(`drop table if exists t; create table t (c ${from})`);
  const file = (): unknown => client.query("select pg_relation_filenode('t')").rows[0]?.[0];
  const before = file();
  const { error } = client.query(`alter table t alter column c type ${to}`);
  if (error !== null) return error.C === '42804' ? 'refused' : String(error.C);
  return file() === before ? 'nothing' : 'rewrite';
}

test.each(TYPES)('what is said of a change from %s is what PostgreSQL does', (from) => {
  // In any other zone, the two kinds of timestamp are not the same.
  client.query("set timezone = 'Europe/Paris'");
  for (const to of TYPES) {
    const said = typeChange(
      { sql: from, isEnum: ENUMS.includes(from) },
      { sql: to, isEnum: ENUMS.includes(to) },
    );
    if (said === 'unknown') continue;
    expect([from, to, said === 'may refuse' ? 'rewrite' : said]).toEqual([from, to, really(from, to)]);
  }
});

test('all but a few of these changes are judged', () => {
  const unknown = TYPES.flatMap((from) =>
    TYPES.filter((to) => typeChange({ sql: from, isEnum: false }, { sql: to, isEnum: false }) === 'unknown'),
  ).length;
  expect(unknown / TYPES.length ** 2).toBeLessThan(0.15);
});
