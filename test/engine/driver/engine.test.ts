import { beforeAll, describe, expect, it } from 'vitest';
import { type Driver, startDriver } from './harness';

/* What has no native counterpart to compare with. */

let driver: Driver;
beforeAll(async () => {
  driver = await startDriver();
});

const run = (program: string): string[] => driver.run(program).trimEnd().split('\n');

it('reaches the one database with any user, password, host and name', () => {
  expect(
    run(`
import psycopg2
connection = psycopg2.connect('postgresql://starter:secret@db.example:1234/twitter')
print(connection.info.user, connection.info.password, connection.info.host, connection.info.port, connection.info.dbname)
print(connection.dsn)
cursor = connection.cursor()
cursor.execute('select 1')
print(cursor.fetchone())
`),
  ).toEqual([
    'starter secret db.example 1234 twitter',
    'user=starter password=xxx dbname=twitter host=db.example port=1234',
    '(1,)',
  ]);
});

it('takes the settings of the DSN', () => {
  const program = `
import psycopg2
cursor = psycopg2.connect('dbname=x options=-csearch_path=pg_catalog application_name=me').cursor()
cursor.execute("select current_setting('search_path'), current_setting('application_name')")
print(cursor.fetchone())
`;
  expect(run(program)).toEqual(["('pg_catalog', 'me')"]);
});

it('refuses a client encoding by statement, and the session lives on', () => {
  const program = `
import psycopg2
connection = psycopg2.connect('')
cursor = connection.cursor()
try:
    cursor.execute("set client_encoding to 'latin1'")
except psycopg2.NotSupportedError as error:
    print(error.diag.message_primary)
connection.rollback()
cursor.execute("select 'é'")
print(cursor.fetchone())
`;
  expect(run(program)).toEqual(['this database speaks UTF8 only', "('é',)"]);
});

describe('two connections', () => {
  it('take turns while neither has written', () => {
    const program = `
import psycopg2
one, two = psycopg2.connect(''), psycopg2.connect('')
a, b = one.cursor(), two.cursor()
for turn in range(2):
    for cursor in (a, b):
        cursor.execute('select %s', (turn,))
        print(cursor.fetchone()[0], cursor.connection.get_transaction_status())
`;
    expect(run(program)).toEqual(['0 2', '0 2', '1 2', '1 2']);
  });

  it('do not mix: the second is told, and can go on once the first has ended', () => {
    const program = `
import psycopg2
one, two = psycopg2.connect(''), psycopg2.connect('')
one.cursor().execute('create table mine (a int)')
try:
    two.cursor().execute('select 1')
except psycopg2.OperationalError as error:
    print(type(error).__name__, error.pgcode, two.get_transaction_status())
one.rollback()
two.rollback()
two.cursor().execute('select 1')
print(two.get_transaction_status())
`;
    expect(run(program)).toEqual(['LockNotAvailable 55P03 0', '2']);
  });
});

describe('the end of a connection', () => {
  it('comes with its last reference, and rolls back', () => {
    const program = `
import psycopg2
connection = psycopg2.connect('')
connection.cursor().execute('create table left_open (a int)')
del connection
cursor = psycopg2.connect('').cursor()
cursor.execute("select to_regclass('left_open')")
print(cursor.fetchone())
`;
    expect(run(program)).toEqual(['(None,)']);
  });

  it('comes with close_all, for each that is open', () => {
    const program = `
import psycopg2
from stillroom import libpq
connection = psycopg2.connect('')
connection.cursor().execute('create table left_open (a int)')
libpq.close_all()
try:
    connection.cursor().execute('select 1')
except psycopg2.OperationalError as error:
    print(str(error).strip(), connection.closed)
`;
    expect(run(program)).toEqual(['no connection to the server 2']);
  });
});

it('asks the hooks before each exchange; one that raises stops the statement', () => {
  const program = `
import psycopg2
from stillroom import libpq
connection = psycopg2.connect('')
cursor = connection.cursor()
def stop():
    raise KeyboardInterrupt
libpq.hooks.before_query.append(stop)
try:
    cursor.execute('create table never (a int)')
except KeyboardInterrupt:
    print('stopped')
finally:
    libpq.hooks.before_query.remove(stop)
cursor.execute("select to_regclass('never')")
print(cursor.fetchone())
`;
  expect(run(program)).toEqual(['stopped', '(None,)']);
});

it('survives endless recursion in the database', () => {
  const program = `
import psycopg2
connection = psycopg2.connect('')
cursor = connection.cursor()
cursor.execute('create function f() returns int language plpgsql as $$begin return f(); end$$')
try:
    cursor.execute('select f()')
except psycopg2.Error as error:
    print(type(error).__name__)
connection.rollback()
`;
  expect(run(program)).toEqual(['StatementTooComplex']);
});

it('speaks the extended protocol too', () => {
  const program = `
from stillroom.libpq import Connection, encode
connection = Connection('')
def show(*messages):
    reply = connection.exchange(b''.join(messages) + encode.sync())
    for result in reply.results:
        print(result.status.name, result.parameter_types, [f.name for f in result.fields], result.rows, result.sqlstate)
    print(reply.transaction_statuses[-1].name)
show(encode.parse(b's', b'select $1::int / $2 as n'), encode.describe_statement(b's'))
run = lambda *values: encode.bind(b'', b's', values) + encode.describe_portal(b'') + encode.execute(b'')
show(run(b'8', b'2'), run(b'9', None))
show(run(b'1', b'0'), run(b'1', b'1'))
show(encode.close_statement(b's'), encode.parse(b'', b''), encode.bind(b'', b'', ()), encode.execute(b''))
connection.close()
`;
  expect(run(program)).toEqual([
    "COMMAND_OK [23, 23] ['n'] [] None",
    'IDLE',
    "TUPLES_OK [] ['n'] [(b'4',)] None",
    "TUPLES_OK [] ['n'] [(None,)] None",
    'IDLE',
    'FATAL_ERROR [] [] [] 22012',
    'IDLE',
    'EMPTY_QUERY [] [] [] None',
    'IDLE',
  ]);
});

it('refuses what it cannot do in words', () => {
  const program = `
import psycopg2
from psycopg2 import extras
connection = psycopg2.connect('')
for act in (connection.lobject, lambda: psycopg2.connect('', connection_factory=extras.LogicalReplicationConnection)):
    try:
        act()
    except psycopg2.NotSupportedError as error:
        print(error)
`;
  expect(run(program)).toEqual(['large objects are not supported here', 'replication is not supported here']);
});
