"""A revision for a safety rule."""

import sqlalchemy as sa
from alembic import op

revision = "a1"
down_revision = None
branch_labels = None
depends_on = None


def upgrade():
    op.drop_column("posts", "slug")


def downgrade():
    op.add_column("posts", sa.Column("slug", sa.VARCHAR(length=20), autoincrement=False, nullable=False))
