"""of a parent that is gone

Revision ID: e4
Revises: deadbeef0000
Create Date: 2024-03-01 10:00:00.000000

"""
from alembic import op
import sqlalchemy as sa

revision = 'e4'
down_revision = 'deadbeef0000'
branch_labels = None
depends_on = None


def upgrade():
    pass


def downgrade():
    pass
