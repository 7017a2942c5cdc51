"""A revision for a safety rule."""

import sqlalchemy as sa
from alembic import op

revision = "a1"
down_revision = None
branch_labels = None
depends_on = None


def upgrade():
    op.alter_column(
        "posts",
        "title",
        existing_type=sa.VARCHAR(length=40),
        type_=sa.Enum("reader", "writer", name="roles"),
        postgresql_using="NULL::roles",
        existing_nullable=True,
    )


def downgrade():
    op.alter_column(
        "posts",
        "title",
        existing_type=sa.Enum("reader", "writer", name="roles"),
        type_=sa.VARCHAR(length=40),
        existing_nullable=True,
    )
