"""the production pattern

Revision ID: c1
Revises: 
Create Date: 2024-02-01 10:00:00.000000

"""
from alembic import op
import sqlalchemy as sa
from app.settings import SCHEMA, move

revision = 'c1'
down_revision = None
branch_labels = None
depends_on = None


def upgrade():
    op.create_table('users', sa.Column('id', sa.Integer(), nullable=False), sa.PrimaryKeyConstraint('id'))
    if SCHEMA:
        op.execute(f"ALTER TABLE users SET SCHEMA {SCHEMA};")
    move(op, 'users')


def downgrade():
    op.drop_table('users', schema=SCHEMA)
