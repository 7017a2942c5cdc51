"""A revision for a safety rule."""

import sqlalchemy as sa
from alembic import op

revision = "a1"
down_revision = None
branch_labels = None
depends_on = None


def upgrade():
    op.create_check_constraint("likes_count", "posts", "likes >= 0")


def downgrade():
    op.drop_constraint("likes_count", "posts", type_="check")
