import pickle

from show import connect

cursor = connect().cursor()
cursor.execute("""
    select 'x'::varchar(10) a, 1.5::numeric(10,2) b, 1.5::numeric c, 'x'::char(3), 1::int, '1'::text, current_timestamp::timestamp(3),
        B'1001' bits, '1 day'::interval, relname, array['x'::varchar(5)] from pg_class limit 1
""")
for column in cursor.description:
    print(repr(column), tuple(column), len(column), column.table_oid is not None, column.table_column)
first = cursor.description[0]
print(first[0], first[1:3], first[-1], first == tuple(first), pickle.loads(pickle.dumps(first)) == first)
