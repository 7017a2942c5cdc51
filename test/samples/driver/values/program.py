import psycopg2
from show import connect, show

connection = connect()
connection.autocommit = True
cursor = connection.cursor()


def ask(expression):
    cursor.execute(f'select {expression}')
    return cursor.fetchone()[0]


for expression in r"""
1::int2 | 1::int8 | 1.5::float4 | 'nan'::float8 | '-inf'::float8 | 1.50::numeric | 'nan'::numeric | 'infinity'::numeric | 'x'::text | 'x'::char(3)
'x'::"char" | true | null::bool | null | '2020-01-01'::date | 'infinity'::date | '-infinity'::date | '0044-03-15 BC'::date | '10000-01-01'::date
'2020-01-01 10:00'::timestamp | 'infinity'::timestamp | '-infinity'::timestamp | '0044-03-15 BC'::timestamp | '10000-01-01'::timestamp
'infinity'::timestamptz | '2020-01-01 10:00:00.5+02'::timestamptz | '10:20'::time | '24:00'::time | '10:20:30.123456+05:30'::timetz
'10:20:30+05:30:15'::timetz | '1 day'::interval | '1 year 2 mons 3 days 04:05:06.789'::interval | '-1 day -00:00:01.5'::interval
'1 mon -1 day +02:00'::interval | '178000000 years'::interval | '\x0001ff'::bytea | '{"a":1}'::json | '{"a":[1,null]}'::jsonb
'[1,5)'::int4range | 'empty'::int8range | '[2020-01-01,2020-02-01)'::daterange | '[2020-01-01 10:00,)'::tsrange | '1.2.3.4'::inet
'a0eebc99-9c0b-4ef8-bb6d-6bb9bd380a11'::uuid | row(1,'a') | 1::oid | '(1,2)'::point | 1::money | B'101' | to_tsvector('a b') | 'pg_class'::regclass
int2vector '1 2' | '12:00'::money | 1/0
""".replace('\n', '|').strip('|').split('|'):  # fmt: skip
    show(expression.strip(), ask, expression)

cursor.execute("set timezone = 'America/New_York'")
show('summer', ask, "'2020-07-01 10:00'::timestamptz")
show('local mean time', ask, "'1850-07-01 10:00'::timestamptz")
cursor.execute('set timezone = utc')
cursor.execute("set intervalstyle = 'iso_8601'")
show('iso interval', ask, "'1 day'::interval")
cursor.execute("set bytea_output = 'escape'; set intervalstyle = 'postgres'")
show('escaped', ask, r"'\x0061ff5c'::bytea")
cursor.execute("set datestyle = 'german'")
show('german', ask, "'2020-07-01 10:00'::timestamp")
show('a parameter there and back', lambda: (cursor.execute('select %s, %s, %s', ('a\\b', b'\0', ['x'])), [bytes(v) if isinstance(v, memoryview) else v for v in cursor.fetchone()]))
show('old strings', lambda: (cursor.execute('set standard_conforming_strings = off'), cursor.mogrify('%s %s', ('a\\b', b'\\'))))
show('old strings there and back', lambda: (cursor.execute('select %s, %s', ('a\\b', b'\\')), [bytes(v) if isinstance(v, memoryview) else v for v in cursor.fetchone()]))
show('version', lambda: psycopg2.__version__)
