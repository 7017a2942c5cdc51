"""A revision for a safety rule."""

import sqlalchemy as sa
from alembic import op

revision = "a1"
down_revision = None
branch_labels = None
depends_on = None


def upgrade():
    op.create_table("drafts", sa.Column("id", sa.Integer(), primary_key=True))
    op.drop_table("drafts")


def downgrade():
    pass
