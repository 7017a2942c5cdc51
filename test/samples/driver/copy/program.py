import io

from show import connect, show

connection = connect()
cursor = connection.cursor()
cursor.execute('create temp table z (a int, b text)')
connection.commit()


def state():
    print('   ', cursor.query, cursor.rowcount, repr(cursor.statusmessage), connection.status)


class Broken:
    def read(self, size):
        raise ZeroDivisionError('boo')


show('text', cursor.copy_from, io.StringIO('5\té\n6\t\\N\n'), 'z')
state()
show('bytes', cursor.copy_from, io.BytesIO(b'7|x\n8|\n'), 'z', sep='|', null='', columns=('a', 'b'), size=3)
state()
connection.commit()
for file in (io.StringIO(), io.BytesIO()):
    show('to', cursor.copy_to, file, 'z')
    print(repr(file.getvalue()))
    state()
file = io.StringIO()
show('columns', cursor.copy_to, file, 'z', sep=',', null='N', columns=['b', 'a'])
print(repr(file.getvalue()), cursor.query)
file = io.StringIO()
show('expert', cursor.copy_expert, "copy (select 1, 'é') to stdout csv header", file)
print(repr(file.getvalue()))
state()
show('expert from', cursor.copy_expert, 'copy z from stdin csv', io.StringIO('9,"a b"\n'))
state()
show('no copy', cursor.copy_expert, 'select 1', io.StringIO())
print(cursor.fetchall())
connection.commit()
show('bad data', cursor.copy_from, io.StringIO('x\ty\n'), 'z')
connection.rollback()
show('broken file', cursor.copy_from, Broken(), 'z')
print(connection.get_transaction_status())
connection.rollback()
show('no table', cursor.copy_from, io.StringIO('1'), 'no.z')
connection.rollback()
show('long separator', cursor.copy_from, io.StringIO(''), 'z', sep='ab')
connection.rollback()
for method in (cursor.copy_from, cursor.copy_to):
    show('no file', method, 5, 'z')
show('no file', cursor.copy_expert, 'copy z from stdin', 5)
cursor.execute('select count(*) from z')
print(cursor.fetchone())
