"""A revision for a safety rule."""

import sqlalchemy as sa
from alembic import op

revision = "a1"
down_revision = None
branch_labels = None
depends_on = None


def upgrade():
    op.add_column(
        "posts", sa.Column("twice", sa.Integer(), sa.Computed("likes * 2", persisted=True), nullable=True)
    )


def downgrade():
    op.drop_column("posts", "twice")
