"""A revision for a safety rule."""

import sqlalchemy as sa
from alembic import op

revision = "a1"
down_revision = None
branch_labels = None
depends_on = None


def upgrade():
    op.add_column("posts", sa.Column("heading", sa.Text(), nullable=True))
    op.drop_column("posts", "title")


def downgrade():
    op.add_column("posts", sa.Column("title", sa.VARCHAR(length=40), nullable=True))
    op.drop_column("posts", "heading")
