from show import connect

connection = connect()
cursor = connection.cursor()
cursor.execute("do $$begin raise notice 'hi %', 1; raise warning 'w' using detail = 'det', hint = 'hi'; raise log 'no'; raise info 'i'; end$$")
print(connection.notices)
del connection.notices[:]
cursor.execute('begin')
cursor.execute('drop table if exists nope')
cursor.execute('create temp table t (a serial primary key); create temp table if not exists t (a int)')
print(connection.notices)
for number in range(60):
    cursor.execute("do $$begin raise notice '%', {}; end$$".format(number))
print(len(connection.notices), connection.notices[0], connection.notices[-1])


class Sink:
    def append(self, text):
        print('appended', repr(text))


connection.notices = Sink()
cursor.execute('drop table if exists nope')
connection.notices = None
cursor.execute('drop table if exists nope')
