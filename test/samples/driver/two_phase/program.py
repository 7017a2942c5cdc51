from psycopg2.extensions import Xid
from show import connect, show

connection = connect()
xid = connection.xid(1, 'a', 'b')
print(repr(xid), str(xid), tuple(xid), len(xid), repr(Xid.from_string(str(xid))), repr(Xid.from_string('plain')), str(Xid.from_string('plain')))
show('bad format', connection.xid, -1, 'a', 'b')
show('too long', connection.xid, 1, 'a' * 65, 'b')
show('not printable', connection.xid, 1, 'a\n', 'b')


def state():
    print('   ', connection.status, connection.get_transaction_status())


for name, arguments in [
    ('tpc_prepare', ()), ('tpc_begin', (xid,)), ('tpc_begin', (xid,)), ('commit', ()), ('rollback', ()), ('tpc_prepare', ()), ('tpc_rollback', ()),
    ('tpc_recover', ()), ('tpc_commit', ()), ('tpc_begin', ('foo',)), ('tpc_commit', ()), ('tpc_rollback', ('nope',)), ('tpc_commit', ('nope',)),
]:  # fmt: skip
    show(f'{name}{arguments}', getattr(connection, name), *arguments)
    state()
