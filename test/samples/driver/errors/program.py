import pickle

import psycopg2
import psycopg2.errors
from show import connect, show

FIELDS = [name for name in dir(psycopg2.extensions.Diagnostics) if not name.startswith('_')]
connection = connect()
cursor = connection.cursor()
cursor.execute('create schema if not exists parity')
cursor.execute('set search_path = parity')
connection.commit()
for query in [
    'select * from nope', 'select 1/0', "select 'x'::int", 'selct', "select 'a", 'select $1', 'select nope()', 'select nope', 'savepoint', 'rollback to nope',
    'select\n\n  foo\tbar baz,\n x from', "select '" + 'é' * 70 + "', nope, '" + 'e' * 47 + "'", "select '" + '漢字' * 18 + "', nope, '" + '漢字' * 22 + "'",
    "select nope, '" + 'a' * 90 + "'", 'select ' + 'x, ' * 30 + 'nope', "do $$begin raise exception 'hello' using detail='det', hint='hi', errcode='12345'; end$$",
    "do $$begin execute 'selct 1'; end$$", "create function f() returns int language sql as 'select nope'", 'do $$begin perform 1/0; end$$',
    'create table zz (a int primary key); insert into zz values (1), (1)', 'create table zz (a int check (a > 0)); insert into zz values (-1)',
    'create table zz (a int, b int not null); insert into zz values (1)', 'create table zz (a int primary key, c int references zz); insert into zz values (1, 5)',
    'create table zz (a varchar(2)); insert into zz values (%s)', 'alter table nope add x int', 'drop table nope', 'set foo = 1', 'set lock_timeout = -5',
    'fetch all from x', "select '2020-13-01'::date", 'select array[1,2', 'vacuum', 'lock table nope', 'deallocate x', 'select 1::int::text::date',
    'select 1; select * from nope; select 3', 'create table zz (a int); create table zz (a int)', 'create type t as enum ()  ; create type t as enum ()',
    'select * from pg_class where relname = 1', "select cast('a' as nope)", 'insert into pg_class default values', "select '{'::json", 'select 1 + true',
    'create table zz (a int exclude using gist (a with =))', "select 'a' collate nope", 'with recursive', 'select max(max(1))', 'grant nope to nope',
]:  # fmt: skip
    connection.rollback()
    try:
        cursor.execute(query, None if '%s' not in query else ('long',))
        print(repr(query), 'is fine')
    except psycopg2.Error as error:
        print(repr(query), '->', type(error).__name__, type(error).__mro__[1].__name__, error.pgcode, error.cursor is cursor)
        print(error.pgerror, end='')
        print(str(error) == error.pgerror[8:], {name: getattr(error.diag, name) for name in FIELDS if name != 'source_line' and getattr(error.diag, name) is not None})
connection.rollback()
try:
    cursor.execute('selct')
except psycopg2.Error as error:
    again = pickle.loads(pickle.dumps(error))
    print(type(again), again.args == error.args, again.pgcode, again.pgerror == error.pgerror, again.cursor, again.diag.severity)
print(psycopg2.Error('x', 1).args, psycopg2.Error('x').diag.severity, psycopg2.errors.lookup('42P01'), psycopg2.errors.UndefinedTable.__module__)
show('lookup', psycopg2.errors.lookup, 'zzzzz')
classes = psycopg2._psycopg.sqlstate_errors
for sqlstate in sorted(classes):
    print(sqlstate, classes[sqlstate].__name__, classes[sqlstate].__mro__[1].__name__)
connection.rollback()
cursor.execute('drop schema parity')
connection.commit()
