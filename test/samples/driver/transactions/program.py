from show import connect, show


def run(autocommit, fails):
    connection = connect()
    connection.autocommit = autocommit
    try:
        with connection:
            with connection.cursor() as cursor:
                cursor.execute('select 1')
                print(connection.status, connection.get_transaction_status(), end=' ')
            if fails:
                raise ZeroDivisionError('boo')
    except ZeroDivisionError as error:
        print(repr(error), end=' ')
    print(connection.status, connection.get_transaction_status(), connection.closed, cursor.closed, connection.autocommit)
    connection.close()


for autocommit in (False, True):
    for fails in (False, True):
        run(autocommit, fails)

connection = connect()


def nested():
    with connection, connection:
        pass


show('nested', nested)
cursor = connection.cursor()
cursor.execute('create table parity_rollback (a int)')
connection.rollback()
show('rolled back', cursor.execute, 'select * from parity_rollback')
show('failed', cursor.execute, 'select 1')
show('commit of what failed', connection.commit)
show('after it', cursor.execute, 'select 1')
connection.rollback()
connection.autocommit = True
cursor.execute('create table parity_auto (a int)')
other = connect()
reader = other.cursor()
reader.execute('select * from parity_auto')
print(reader.fetchall())
other.close()
cursor.execute('drop table parity_auto')
