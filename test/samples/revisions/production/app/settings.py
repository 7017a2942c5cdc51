import os

print('noise that nobody should see')
SCHEMA = os.environ.get('SCHEMA')


def move(op, table):
    op.execute(f'ALTER TABLE {table} SET SCHEMA {SCHEMA};')
