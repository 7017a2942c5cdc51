from show import attempt, connect, show

connection = connect()
cursor = connection.cursor()
for query in [
    '', '  ', ';', '-- c', 'copy (select 1) to stdout', 'copy pg_class from stdin', 'select 1; select 2', 'select 1; selct',
    'create temp table tt (a int); insert into tt values (1), (2)', 'select 1 where false', 'values (1), (2)', 'begin', 'explain select 1', 'listen x',
    'fetch 1 from nocur', 'set application_name = x', 'do $$ begin end $$', 'select', 'select null', 'update pg_class set relname = relname where false',
]:  # fmt: skip
    connection.rollback()
    show(repr(query), cursor.execute, query)
    print('   ', cursor.rowcount, cursor.statusmessage, cursor.description, cursor.lastrowid, cursor.query, cursor.rownumber, connection.status)
    print('   ', attempt(cursor.fetchone), attempt(cursor.fetchall), cursor.rownumber, attempt(cursor.fetchmany))
connection.rollback()


def count():
    cursor.execute('select generate_series(1, 5)')


count()
print(cursor.fetchmany(), cursor.fetchmany(2), cursor.fetchmany(size=10), cursor.fetchmany(0), list(cursor))
cursor.arraysize = 3
count()
print(cursor.fetchmany(), next(cursor), cursor.fetchall(), cursor.fetchone())
count()
for value, mode in [(2, 'relative'), (-1, 'relative'), (-9, 'relative'), (5, 'absolute'), (4, 'absolute'), (0, 'x')]:
    show(f'scroll {value} {mode}', cursor.scroll, value, mode)
    print('   ', cursor.rownumber)
print(cursor.fetchall())
show('executemany with results', cursor.executemany, 'select %s', [(1,), (2,)])
print(cursor.rowcount, attempt(cursor.fetchall), cursor.query)
cursor.execute('create temp table z (a int, b text)')
show('executemany', cursor.executemany, 'insert into z values (%s, %s)', [(1, 'a'), (2, 'b')])
print(cursor.rowcount, cursor.statusmessage)
show('executemany of nothing', cursor.executemany, 'x', [])
print(cursor.rowcount)
show('executemany of a generator', cursor.executemany, 'insert into z values (%s)', ((i,) for i in range(3)))
print(cursor.rowcount)
show('executemany that fails', cursor.executemany, 'insert into z values (%s)', [(1,), ('x',)])
connection.rollback()
for name, arguments in [('abs', [-1]), ('make_interval', {'days': 2}), ('now', None), ('no"pe', None), ('abs', 'x'), ('x', 5)]:
    show(f'callproc {name} {arguments!r}', cursor.callproc, name, arguments)
    print('   ', cursor.query, cursor.rowcount)
    connection.rollback()
show('cursor_factory', connection.cursor, cursor_factory=int)
