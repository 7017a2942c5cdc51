"""A revision for a safety rule."""

import sqlalchemy as sa
from alembic import op

revision = "a1"
down_revision = None
branch_labels = None
depends_on = None


def upgrade():
    op.add_column("posts", sa.Column("stars", sa.Integer(), nullable=True))
    op.alter_column("posts", "stars", existing_type=sa.Integer(), nullable=False)


def downgrade():
    op.drop_column("posts", "stars")
