"""other branch

Revision ID: e3
Revises: e1
Create Date: 2024-03-01 10:00:00.000000

"""
from alembic import op
import sqlalchemy as sa

revision = 'e3'
down_revision = 'e1'
branch_labels = None
depends_on = None


def upgrade():
    pass


def downgrade():
    pass
