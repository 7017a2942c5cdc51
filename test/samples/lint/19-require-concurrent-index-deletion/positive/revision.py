"""A revision for a safety rule."""

import sqlalchemy as sa
from alembic import op

revision = "a1"
down_revision = None
branch_labels = None
depends_on = None


def upgrade():
    op.drop_index("ix_posts_likes")


def downgrade():
    op.create_index("ix_posts_likes", "posts", ["likes"])
