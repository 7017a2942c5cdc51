"""A revision for a safety rule."""

import sqlalchemy as sa
from alembic import op

revision = "a1"
down_revision = None
branch_labels = None
depends_on = None


def upgrade():
    op.create_index("a_name_that_goes_on_and_on_xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx", "posts", ["likes"])


def downgrade():
    op.drop_index("a_name_that_goes_on_and_on_xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx", table_name="posts")
