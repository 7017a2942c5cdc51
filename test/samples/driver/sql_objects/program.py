from psycopg2 import sql
from show import connect, show

connection = connect()
cursor = connection.cursor()
cursor.execute('create temp table "My Table" (id int, "a""b" text)')
insert = sql.SQL('insert into {} ({}) values ({})').format(
    sql.Identifier('My Table'), sql.SQL(', ').join(map(sql.Identifier, ['id', 'a"b'])), sql.SQL(', ').join([sql.Placeholder(), sql.Literal("it's 100%")])
)
print(repr(insert))
print(insert.as_string(connection))
show('as it is', cursor.execute, insert, (1,))
show('with the sign doubled', cursor.execute, sql.SQL('insert into {} values (%s, {})').format(sql.Identifier('My Table'), sql.Placeholder()), (1, "it's 100%"))
cursor.execute(sql.SQL('select {field} from {table} where id = %(id)s').format(field=sql.Identifier('a"b'), table=sql.Identifier('My Table')), {'id': 1})
print(cursor.fetchall(), cursor.query)
print(sql.Identifier('a', 'b').as_string(cursor), sql.Literal([1, None]).as_string(cursor), sql.Placeholder('x').as_string(cursor))
