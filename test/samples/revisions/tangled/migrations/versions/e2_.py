"""branch

Revision ID: e2
Revises: e1
Create Date: 2024-02-01 10:00:00.000000

"""
from alembic import op
import sqlalchemy as sa

revision = 'e2'
down_revision = 'e1'
branch_labels = ('shop',)
depends_on = None


def upgrade():
    pass


def downgrade():
    pass
