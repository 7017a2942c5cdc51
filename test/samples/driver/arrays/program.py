from psycopg2 import _psycopg
from show import attempt, connect, show

connection = connect()
cursor = connection.cursor()


def ask(expression):
    cursor.execute(f'select {expression}')
    return [bytes(v) if isinstance(v, memoryview) else v for v in cursor.fetchone()[0]]


for expression in r"""
array[1,2] ; array[[1,2],[3,4]] ; '{}'::int[] ; array[null,1] ; '[0:1]={5,6}'::int[] ; '{{}}'::int[] ; array[1::int8] ; array[1::oid]
array['a','b"c','d\e',null,'NULL','','é',' x '] ; array[1.5]::numeric[] ; array[1.5]::float8[] ; array['2020-01-01'::date] ; array[true,false]
array['\x01'::bytea] ; array['1 day'::interval] ; array['10:00'::time] ; array['2020-01-01'::timestamptz] ; array['{"a":1}'::jsonb]
array['[1,5)'::int4range] ; array['1.2.3.4'::inet] ; array['1.2.0.0/16'::cidr] ; array['08:00:2b:01:02:03'::macaddr] ; array['x'::name]
array['a0eebc99-9c0b-4ef8-bb6d-6bb9bd380a11'::uuid]::text[]
""".replace('\n', ';').strip(';').split(';'):  # fmt: skip
    show(expression.strip(), ask, expression)
for text in ['{1,2}', '1', '{1,2}}', '{ 1 , 2 }', '{1,,2}', '{"1",2}', '{null,"NULL"}', '[1:2]={1,2}', '']:
    show(repr(text), _psycopg.INTEGERARRAY, text, cursor)
