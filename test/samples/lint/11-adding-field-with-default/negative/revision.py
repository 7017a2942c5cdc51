"""A revision for a safety rule."""

import sqlalchemy as sa
from alembic import op

revision = "a1"
down_revision = None
branch_labels = None
depends_on = None


def upgrade():
    op.add_column("posts", sa.Column("made_at", sa.DateTime(), server_default=sa.func.now(), nullable=False))


def downgrade():
    op.drop_column("posts", "made_at")
