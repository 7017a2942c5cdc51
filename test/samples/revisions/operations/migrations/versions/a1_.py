"""every operation

Revision ID: a1
Revises: 8aead516a74e
Create Date: 2024-02-01 10:00:00.000000

"""
from alembic import op
import sqlalchemy as sa
from sqlalchemy.dialects import postgresql

revision = 'a1'
down_revision = '8aead516a74e'
branch_labels = None
depends_on = None


def upgrade():
    with op.batch_alter_table('users', schema=None) as batch_op:
        batch_op.add_column(sa.Column('role', sa.Enum('admin', 'guest', name='roles'), server_default='guest', nullable=False))
        batch_op.add_column(sa.Column('boss_id', sa.Integer(), sa.ForeignKey('users.id', ondelete='CASCADE')))
        batch_op.create_index(batch_op.f('ix_users_name'), ['name'], unique=True)
        batch_op.create_unique_constraint(None, ['role', 'name'])
        batch_op.create_foreign_key('fk_users_tweets', 'tweets', ['boss_id'], ['id'])
        batch_op.alter_column('name', existing_type=sa.VARCHAR(length=30), type_=sa.Text(), nullable=True,
                              existing_nullable=False)
        batch_op.drop_constraint(None, type_='unique')
    op.create_table('big',
                    sa.Column('id', sa.BigInteger(), sa.Identity(always=True), primary_key=True),
                    sa.Column('double', sa.Integer(), sa.Computed('id * 2', persisted=True)),
                    sa.Column('data', postgresql.JSONB(), server_default=sa.text("'{}'::jsonb")),
                    sa.Column('at', sa.DateTime(timezone=True), server_default=sa.func.now(), comment='when', index=True),
                    sa.Column('code', sa.String(8), unique=True),
                    sa.Column('order_id', sa.Integer(), sa.ForeignKey('shop.orders.id', use_alter=True, name='fk_order')),
                    sa.Column('words', postgresql.ARRAY(sa.Text())),
                    sa.CheckConstraint('double > 0', name='ck_big'),
                    sa.ForeignKeyConstraint(['id', 'code'], ['pairs.a', 'pairs.b'], name='fk_pair', onupdate='CASCADE'),
                    schema='shop', comment='a big one')
    op.create_index('ix_lower', 'users', [sa.text('lower(name)'), 'id'],
                    postgresql_where=sa.text('id > 3'), postgresql_using='btree')
    op.create_check_constraint('ck_users', 'users', sa.column('id') > 3)
    op.create_primary_key('pk_pairs', 'pairs', ['a', 'b'], schema='shop')
    op.create_exclude_constraint('ex_rooms', 'rooms', ('room', '='), (sa.column('during'), '&&'))
    op.create_foreign_key(None, 'tweets', 'users', ['user_id'], ['id'], source_schema='shop', ondelete='SET NULL')
    op.rename_table('old', 'new', schema='shop')
    op.create_table_comment('users', 'people')
    op.drop_table_comment('users')


def downgrade():
    op.alter_column('users', 'name', new_column_name='title', server_default=None, comment='what')
    op.alter_column('users', 'age', type_=sa.Integer(), postgresql_using='age::integer')
    op.drop_index('ix_lower', table_name='users', postgresql_concurrently=True)
    op.drop_index('ix_lower')
    op.drop_constraint('ck_users', 'users')
    op.drop_column('users', 'role', schema='shop')
    op.drop_table('big', schema='shop')
