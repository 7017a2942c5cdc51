"""misspelt

Revision ID: d1
Revises: 
Create Date: 2024-02-01 10:00:00.000000

"""
from alembic import op
import sqlalchemy as sa

revision = 'd1'
down_revision = None
branch_labels = None
depends_on = None


def upgrade():
    op.create_table('first', sa.Column('id', sa.Integer(), primary_key=True))
    op.create_table('second', sa.Column('id', sa.Intger(), primary_key=True))


def downgrade():
    pass
