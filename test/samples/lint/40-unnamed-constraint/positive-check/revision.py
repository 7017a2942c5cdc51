"""A revision for a safety rule."""

import sqlalchemy as sa
from alembic import op

revision = "a1"
down_revision = None
branch_labels = None
depends_on = None


def upgrade():
    op.create_check_constraint(None, "posts", "likes >= 0")
    op.create_foreign_key(None, "posts", "posts", ["likes"], ["id"])


def downgrade():
    op.drop_constraint(None, "posts", type_="foreignkey")
    op.drop_constraint(None, "posts", type_="check")
