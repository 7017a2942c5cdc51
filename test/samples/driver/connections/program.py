import psycopg2
from psycopg2.extensions import make_dsn
from show import connect, show

connection = connect()


def state():
    return (connection.status, connection.autocommit, connection.isolation_level, connection.readonly, connection.deferrable, connection.get_transaction_status())


def do(statement):
    def run():
        try:
            return eval(statement)
        except SyntaxError:
            exec(statement)

    show(statement, run)
    if not connection.closed:
        print('   ', state())


cursor = connection.cursor()
for statement in [
    'connection.autocommit = True', 'connection.autocommit = False', "connection.isolation_level = 'serializable'", 'connection.isolation_level = 1',
    'connection.isolation_level = 5', "connection.isolation_level = 'x'", 'connection.isolation_level = None', 'connection.readonly = True',
    "connection.readonly = 'x'", "connection.readonly = 'default'", 'connection.deferrable = True', 'connection.deferrable = None',
    "connection.set_session('serializable', True, True)", "cursor.execute('show transaction_isolation'), cursor.fetchone()", 'connection.autocommit = True',
    'connection.set_isolation_level(0)', 'connection.set_isolation_level(1)', 'connection.set_isolation_level(9)', 'connection.set_isolation_level(None)',
    'connection.autocommit = True', "connection.set_session('repeatable read', readonly=True)", "cursor.execute('show transaction_isolation'), cursor.fetchone()",
    "cursor.execute('show transaction_read_only'), cursor.fetchone()", "cursor.execute('create table never (a int)')",
    "connection.set_session(isolation_level='default', readonly='default')", "cursor.execute('show transaction_isolation'), cursor.fetchone()",
    'connection.set_session(autocommit=False)', 'connection.reset()', 'connection.cancel()', 'connection.poll()', 'connection.isexecuting()',
    "connection.get_parameter_status('server_encoding')", "connection.get_parameter_status('nope')", 'connection.protocol_version', 'connection.encoding',
    "connection.set_client_encoding('latin1')", "connection.encoding, connection.get_parameter_status('client_encoding')",
    "cursor.execute('select %s', ('é',)), cursor.fetchone(), cursor.query", "cursor.execute('select %s', ('€',))", 'connection.rollback()',
    "connection.set_client_encoding('foo')", "connection.set_client_encoding('UTF-8')", 'connection.encoding', 'connection.lobject', 'cursor.nextset()',
    'cursor.name, cursor.arraysize, cursor.itersize, cursor.scrollable, cursor.withhold', 'cursor.scrollable = True', 'cursor.withhold = True',
    'cursor.tzinfo_factory', 'cursor.rowcount = 1', 'connection.dsn = 1', 'cursor.connection is connection', 'cursor.close()', 'cursor.closed',
    "cursor.execute('select 1')", 'cursor.fetchone()', "cursor.mogrify('x')", 'iter(cursor)', 'connection.Error is psycopg2.Error',
    'connection.close()', 'connection.closed', 'connection.close()', 'connection.cursor()', 'connection.commit()', 'connection.rollback()',
    'connection.autocommit', 'connection.autocommit = True', 'connection.isolation_level', 'connection.encoding', 'connection.get_transaction_status()',
    'connection.info.dbname', 'connection.info.transaction_status', 'connection.get_backend_pid()', 'connection.notices', 'connection.get_dsn_parameters()',
    'connection.reset()', 'connection.poll()', 'connection.fileno()', 'connection.cancel()', "connection.set_client_encoding('latin1')",
]:  # fmt: skip
    if 'connection.lobject' not in statement:
        do(statement)

dsn = make_dsn(connect().dsn, application_name='parity', password='secret')
connection = psycopg2.connect(dsn)
print('password=xxx' in connection.dsn, 'secret' in connection.dsn, 'password' in connection.get_dsn_parameters(), connection.info.password)
print(connection.get_dsn_parameters()['application_name'], connection.info.dbname == connection.get_dsn_parameters()['dbname'])
print(connection.get_backend_pid() == connection.info.backend_pid, connection.info.status, connection.info.options, connection.info.error_message)
cursor = connection.cursor()
cursor.execute('select pg_backend_pid() = %s', (connection.get_backend_pid(),))
print(cursor.fetchone(), connection.info.server_version >= 180000, connection.info.ssl_in_use, connection.info.used_password)
