"""A revision for a safety rule."""

import sqlalchemy as sa
from alembic import op

revision = "a1"
down_revision = None
branch_labels = None
depends_on = None


def upgrade():
    op.execute("ALTER SCHEMA shop RENAME TO store")


def downgrade():
    op.execute("ALTER SCHEMA store RENAME TO shop")
