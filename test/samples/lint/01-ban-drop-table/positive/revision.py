"""A revision for a safety rule."""

import sqlalchemy as sa
from alembic import op

revision = "a1"
down_revision = None
branch_labels = None
depends_on = None


def upgrade():
    op.drop_table("posts")


def downgrade():
    op.create_table(
        "posts",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("title", sa.String(length=40), nullable=True),
        sa.Column("slug", sa.String(length=20), nullable=False),
        sa.Column("likes", sa.Integer(), nullable=True),
        sa.PrimaryKeyConstraint("id"),
    )
