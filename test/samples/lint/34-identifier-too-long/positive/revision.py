"""A revision for a safety rule."""

import sqlalchemy as sa
from alembic import op

revision = "a1"
down_revision = None
branch_labels = None
depends_on = None


def upgrade():
    op.add_column(
        "posts", sa.Column("a_name_that_goes_on_and_on_xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx", sa.Text())
    )


def downgrade():
    op.drop_column("posts", "a_name_that_goes_on_and_on_xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx")
