"""first

Revision ID: e1
Revises: 
Create Date: 2024-02-01 10:00:00.000000

"""
from alembic import op
import sqlalchemy as sa

revision = 'e1'
down_revision = None
branch_labels = None
depends_on = None


def upgrade():
    pass


def downgrade():
    pass
