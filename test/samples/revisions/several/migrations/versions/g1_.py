"""Flask-Migrate's template for several databases

Revision ID: g1
Revises:
Create Date: 2024-02-01 10:00:00.000000

"""
from alembic import op
import sqlalchemy as sa


revision = 'g1'
down_revision = None
branch_labels = None
depends_on = None


def upgrade(engine_name):
    globals()["upgrade_%s" % engine_name]()


def downgrade(engine_name):
    globals()["downgrade_%s" % engine_name]()


def upgrade_():
    op.create_table('users', sa.Column('id', sa.Integer(), primary_key=True))


def downgrade_():
    op.drop_table('users')


def upgrade_other():
    op.create_table('logs', sa.Column('id', sa.Integer(), primary_key=True))


def downgrade_other():
    op.drop_table('logs')
