"""A revision for a safety rule."""

import sqlalchemy as sa
from alembic import op

revision = "a1"
down_revision = None
branch_labels = None
depends_on = None


def upgrade():
    op.execute("ALTER SCHEMA shop OWNER TO CURRENT_USER")


def downgrade():
    op.execute("ALTER SCHEMA shop OWNER TO CURRENT_USER")
