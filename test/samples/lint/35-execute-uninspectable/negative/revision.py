"""A revision for a safety rule."""

import sqlalchemy as sa
from alembic import op

revision = "a1"
down_revision = None
branch_labels = None
depends_on = None


def upgrade():
    op.execute("UPDATE posts SET likes = 0 -- DO nothing else")


def downgrade():
    op.execute("SELECT 1")
