"""has no id"""
from alembic import op


def upgrade():
    pass
