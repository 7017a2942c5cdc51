"""A revision for a safety rule."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "a1"
down_revision = None
branch_labels = None
depends_on = None


def upgrade():
    op.add_column(
        "users",
        sa.Column("role", sa.Enum("reader", "writer", name="roles"), nullable=False, server_default="reader"),
    )
    op.create_table("a", sa.Column("role", postgresql.ENUM("x", name="roles", create_type=False)))


def downgrade():
    op.drop_table("a")
    op.drop_column("users", "role")
