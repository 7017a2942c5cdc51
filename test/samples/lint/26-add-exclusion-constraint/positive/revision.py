"""A revision for a safety rule."""

import sqlalchemy as sa
from alembic import op

revision = "a1"
down_revision = None
branch_labels = None
depends_on = None


def upgrade():
    op.create_exclude_constraint("no_overlap", "bookings", (sa.column("room"), "&&"))


def downgrade():
    op.drop_constraint("no_overlap", "bookings")
