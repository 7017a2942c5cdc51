"""A revision for a safety rule."""

import sqlalchemy as sa
from alembic import op

revision = "a1"
down_revision = None
branch_labels = None
depends_on = None


def upgrade():
    op.create_table(
        "users",
        sa.Column("id", sa.Integer(), primary_key=True),
        sa.Column("role", sa.Enum("reader", "writer", name="roles")),
    )
    op.create_table(
        "guests",
        sa.Column("id", sa.Integer(), primary_key=True),
        sa.Column("role", sa.Enum("reader", "writer", name="roles")),
    )


def downgrade():
    op.drop_table("guests")
    op.drop_table("users")
    sa.Enum(name="roles").drop(op.get_bind())
