"""A revision for a safety rule."""

import sqlalchemy as sa
from alembic import op

revision = "a1"
down_revision = None
branch_labels = None
depends_on = None


def upgrade():
    op.alter_column("posts", "likes", existing_type=sa.INTEGER(), type_=sa.Text(), existing_nullable=True)


def downgrade():
    op.alter_column("posts", "likes", existing_type=sa.Text(), type_=sa.INTEGER(), existing_nullable=True)
