"""A revision for a safety rule."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "a1"
down_revision = None
branch_labels = None
depends_on = None


def upgrade():
    op.add_column("posts", sa.Column("extra", postgresql.JSONB(), nullable=True))


def downgrade():
    op.drop_column("posts", "extra")
