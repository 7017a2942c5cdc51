"""A revision for a safety rule."""

import sqlalchemy as sa
from alembic import op

revision = "a1"
down_revision = None
branch_labels = None
depends_on = None


def upgrade():
    op.add_column("posts", sa.Column("code", sa.Text(), server_default="none", nullable=False))
    op.create_index("ix_posts_code", "posts", ["code"], unique=True)


def downgrade():
    op.drop_column("posts", "code")
