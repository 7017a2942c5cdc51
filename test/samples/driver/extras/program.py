import io
import logging
import uuid

from psycopg2 import extras, pool
from psycopg2.extensions import register_adapter
from show import connect, show

connection = connect()
cursor = connection.cursor()
cursor.execute('create temp table t (id serial primary key, name text, n int)')
rows = [(f'n{i}', i) for i in range(7)]
print(extras.execute_values(cursor, 'insert into t (name, n) values %s returning id, name', rows, page_size=3, fetch=True))
print(cursor.rowcount, cursor.query)
print(extras.execute_values(cursor, 'insert into t (name, n) values %s', [{'a': 'x', 'b': 1}], template='(%(a)s, %(b)s)'), cursor.query)
show('two places', extras.execute_values, cursor, 'values %s, %s', rows)
extras.execute_batch(cursor, 'update t set n = %s where name = %s', [(i * 2, f'n{i}') for i in range(7)], page_size=3)
print(cursor.query)
cursor.execute('select sum(n), count(*) from t')
print(cursor.fetchone())
connection.commit()


def plain(row):
    # How an OrderedDict shows itself depends on Python's version.
    return dict(row) if isinstance(row, extras.RealDictRow) else row


for factory in (extras.DictCursor, extras.RealDictCursor, extras.NamedTupleCursor):
    with connection.cursor(cursor_factory=factory) as reader:
        reader.execute('select id, name from t order by id limit 3')
        print(factory.__name__, plain(reader.fetchone()), list(map(plain, reader.fetchmany(1))), list(map(plain, reader)))
    with connection.cursor('served', cursor_factory=factory) as reader:
        reader.execute('select id, name from t order by id limit 3')
        print(plain(reader.fetchone()), list(map(plain, reader)))
row = connect(cursor_factory=extras.DictCursor).cursor()
row.execute('select 1 as a, 2 as b')
first = row.fetchone()
print(first['a'], first[1], list(first.keys()), dict(first), first.get('z', 5))

cursor.execute('create schema parity_extras; set search_path = parity_extras, public')
cursor.execute('create extension if not exists hstore schema public')
extras.register_hstore(cursor)
cursor.execute("select %s, 'a=>1, b=>NULL'::hstore, array['a=>1'::hstore]", ({'x': 'é"', 'y': None},))
print(cursor.fetchone())
cursor.execute('create type pair as (a int, b text)')
caster = extras.register_composite('pair', cursor)
cursor.execute("select (1, 'x \"y\"')::pair, array[(2, null)::pair]")
print(cursor.fetchone(), caster.type)
extras.register_uuid()
cursor.execute('select %s, array[%s]', (uuid.UUID(int=5), uuid.UUID(int=6)))
print(cursor.fetchone())
extras.register_inet()
cursor.execute('select %s, %s', (extras.Inet('1.2.3.4/8'), extras.NumericRange(1, 5)))
print(cursor.fetchone())
cursor.execute('select %s::jsonb', (extras.Json({'a': [1, None, 'é']}),))
print(cursor.fetchone())
register_adapter(dict, extras.Json)
cursor.execute('select %s::json', ({'k': 1},))
print(cursor.fetchone())
extras.register_range('int4range', extras.NumericRange, connection)
connection.rollback()

log = io.StringIO()
logged = connect(connection_factory=extras.LoggingConnection)
logged.initialize(log)
with logged.cursor() as writer:
    writer.execute('select %s', (1,))
print(repr(log.getvalue()))
logger = logging.getLogger('parity')
logger.addHandler(logging.StreamHandler(log))
logged.initialize(logger)
connections = pool.SimpleConnectionPool(1, 2, connection.dsn)
one, two = connections.getconn(), connections.getconn()
show('a third', connections.getconn)
connections.putconn(one)
print(connections.getconn() is one)
connections.closeall()
print(one.closed, two.closed)
extras.wait_select(connect())
waiting = connect(async_=1)
extras.wait_select(waiting)
answer = waiting.cursor()
answer.execute('select 5')
extras.wait_select(waiting)
print(answer.fetchone(), waiting.isexecuting())
