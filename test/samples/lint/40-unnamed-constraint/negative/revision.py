"""A revision for a safety rule."""

import sqlalchemy as sa
from alembic import op

revision = "a1"
down_revision = None
branch_labels = None
depends_on = None


def upgrade():
    op.create_foreign_key(None, "posts", "users", ["user_id"], ["id"])


def downgrade():
    op.drop_constraint("posts_user_id_fkey", "posts", type_="foreignkey")
