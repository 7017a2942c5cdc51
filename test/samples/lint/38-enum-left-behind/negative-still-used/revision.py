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
        "owners", sa.Column("other", postgresql.ENUM(name="roles", create_type=False), nullable=True)
    )


def downgrade():
    op.drop_column("owners", "other")
