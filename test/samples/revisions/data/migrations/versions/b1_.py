"""moves data

Revision ID: b1
Revises: 
Create Date: 2024-02-01 10:00:00.000000

"""
from alembic import op
import sqlalchemy as sa
from alembic import context

revision = 'b1'
down_revision = None
branch_labels = None
depends_on = None


users = sa.table('users', sa.column('id', sa.Integer), sa.column('name', sa.String))
roles = sa.Enum('admin', 'guest', name='roles')


def upgrade():
    connection = op.get_bind()
    roles.create(connection, checkfirst=True)
    op.execute("UPDATE users SET name = 'x'")
    op.execute(users.update().values(name='y').where(users.c.id == 3))
    op.bulk_insert(users, [{'name': 'a'}, {'name': 'b'}])
    for row in connection.execute(sa.text('SELECT id FROM users')):
        op.execute('never: there are no rows')
    connection.execute(users.insert().values(name='c'))
    with op.get_context().autocommit_block():
        op.create_index('ix', 'users', ['name'], postgresql_concurrently=True)
    context.execute('SET search_path TO shop')
    made = op.create_table('made', sa.Column('id', sa.Integer(), primary_key=True))
    op.bulk_insert(made, [])


def downgrade():
    number = op.get_bind().execute(sa.text('SELECT count(*) FROM users')).scalar()
    if number > 3:
        op.drop_table('made')
    roles.drop(op.get_bind())
