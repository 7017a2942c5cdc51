"""A revision for a safety rule."""

import sqlalchemy as sa
from alembic import op

revision = "a1"
down_revision = None
branch_labels = None
depends_on = None


def upgrade():
    op.alter_column("posts", "title", new_column_name="heading")


def downgrade():
    op.alter_column("posts", "heading", new_column_name="title")
