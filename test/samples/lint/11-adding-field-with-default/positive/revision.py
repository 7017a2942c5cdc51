"""A revision for a safety rule."""

import sqlalchemy as sa
from alembic import op

revision = "a1"
down_revision = None
branch_labels = None
depends_on = None


def upgrade():
    op.add_column(
        "posts", sa.Column("token", sa.Text(), server_default=sa.text("gen_random_uuid()"), nullable=True)
    )


def downgrade():
    op.drop_column("posts", "token")
