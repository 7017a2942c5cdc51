"""A revision for a safety rule."""

import sqlalchemy as sa
from alembic import op

revision = "a1"
down_revision = None
branch_labels = None
depends_on = None


def upgrade():
    op.alter_column("posts", "title", existing_type=sa.VARCHAR(length=40), comment="what it is called")


def downgrade():
    op.alter_column("posts", "title", existing_type=sa.VARCHAR(length=40), comment=None)
