"""A revision for a safety rule."""

import sqlalchemy as sa
from alembic import op

revision = "a1"
down_revision = None
branch_labels = None
depends_on = None


def upgrade():
    op.create_table("users", sa.Column("role", sa.Enum("reader", "writer", name="roles")))
    op.drop_table("users")
    op.execute("DROP TYPE roles")
    op.create_table("users", sa.Column("role", sa.Enum("reader", "writer", name="roles")))


def downgrade():
    op.drop_table("users")
    op.execute("DROP TYPE roles")
