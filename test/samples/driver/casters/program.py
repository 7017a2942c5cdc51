from psycopg2 import _psycopg
from psycopg2.extensions import new_array_type, new_type, register_type
from show import connect, show

connection = connect()
cursor = connection.cursor()
samples = {
    'INTEGER': ['1', 'x', None, ''],
    'FLOAT': ['1.5', 'x'],
    'DECIMAL': ['1'],
    'BOOLEAN': ['t', 'f', 'x', ''],
    'STRING': ['a', None],
    'BYTES': ['a'],
    'BINARY': ['\\x61', 'a\\000b', 'abc', None, 'a\\\\b'],
    'DATE': ['2020-01-01', 'x', '', '2020-01-01 BC', '20200-01-01', 'infinity'],
    'DATETIME': ['2020-01-01', '2020-01-01 10:20:30', '2020-01-01T10:20:30', '2020-01-01 10:20:60', 'x', '2020-01-01 10:20:30+01', '2020-01-01 24:00:00'],
    'DATETIMETZ': ['2020-01-01 10:20:30-01:30', '2020-01-01 10:20:30+00:00:30', '2020-01-01 10:20:30', 'infinity'],
    'TIME': ['10:20:30', '10:20:30+01', 'x', '24:00:00'],
    'INTERVAL': ['1 day', '1 days 02:03:04', '@ 1 day', 'P1D', 'x', '-00:00:01', '1 year', '02:03', '99999999999 days'],
}  # fmt: skip
for name, values in samples.items():
    for value in values:
        show(f'{name} {value!r}', getattr(_psycopg, name), value, cursor)
string, integer = _psycopg.STRING, _psycopg.INTEGER
print(string == 25, string == 23, 25 == string, string == _psycopg.UNICODE, _psycopg.NUMBER == integer, string != 25, string == integer)
shout = new_type((25,), 'SHOUT', lambda value, cur: value and value.upper())
print(shout.name, shout.values)
show('called with one argument', shout, 'x')
shouts = new_array_type((1009,), 'SHOUTS', shout)
show('array', shouts, '{a,null,"b c"}', cursor)
register_type(shout, cursor)
cursor.execute("select 'a'::text, null::text")
print(cursor.fetchone(), list(cursor.string_types), connection.string_types)
register_type(shout, connection)
other = connection.cursor()
other.execute("select 'b'::text")
print(other.fetchone(), list(connection.string_types), other.string_types)
show('cast', cursor.cast, 23, '5')
for arguments in [(25, 'X', None), ((25,), 'X')]:
    show(f'new_type{arguments}', lambda arguments=arguments: new_type(*arguments).name)
show('register_type', register_type, 5)
show('register_type on what has no types', register_type, shout, 5)
