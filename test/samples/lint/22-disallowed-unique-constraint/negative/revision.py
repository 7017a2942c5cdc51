"""A revision for a safety rule."""

import sqlalchemy as sa
from alembic import op

revision = "a1"
down_revision = None
branch_labels = None
depends_on = None


def upgrade():
    op.create_unique_constraint("posts_slug_key", "posts", ["slug"])


def downgrade():
    op.drop_constraint("posts_slug_key", "posts", type_="unique")
