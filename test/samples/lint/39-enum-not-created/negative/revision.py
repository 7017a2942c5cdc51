"""A revision for a safety rule."""

import sqlalchemy as sa
from alembic import op

revision = "a1"
down_revision = None
branch_labels = None
depends_on = None


def upgrade():
    sa.Enum("reader", "writer", name="roles").create(op.get_bind())
    op.add_column("users", sa.Column("role", sa.Enum("reader", "writer", name="roles"), nullable=True))


def downgrade():
    op.drop_column("users", "role")
    sa.Enum(name="roles").drop(op.get_bind())
