import psycopg2
from psycopg2.extensions import make_dsn, parse_dsn, quote_ident
from show import connect, show

for dsn in [
    'x', 'a b=c', 'dbname=x foo=1', 'dbname=', 'dbname', 'host = a  user= b', "user='a b' password='it\\'s'", "user='a", 'user=a=b', '  ', "user=\\'x",
    'postgresql://u:p%40x@h:1234/db?sslmode=disable&foo=1', 'postgresql://u:p%40x@h:1234,h2:55/db?sslmode=disable', 'postgres://', 'postgresql:///db',
    'postgresql://%zz', 'postgresql://[::1]:33/x', 'postgresql://[::1', 'postgresql://h/db?x', 'postgresql://h/db?ssl=true', 'postgresql://u@/db?host=/tmp',
    'postgresql://h:abc/d', 'postgresql+psycopg2://u:p@h/db', 'postgresql://u:@h/d?application_name=a%20b', 'postgresql://h/db?a=b=c', 5,
]:  # fmt: skip
    show(repr(dsn), parse_dsn, dsn)
show('make', make_dsn, 'dbname=a user=b', password="it's a", port=5)
show('make nothing', make_dsn)
show('make wrong', make_dsn, foo=1)
for port in ['abc', '99999', '0']:
    show(f'port {port}', psycopg2.connect, f'host=localhost port={port}')
show('identifier', quote_ident, 'a"b', connect())
show('identifier on nothing', quote_ident, 'a', 5)
