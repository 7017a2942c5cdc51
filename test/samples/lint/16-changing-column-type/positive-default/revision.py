"""A revision for a safety rule."""

import sqlalchemy as sa
from alembic import op

revision = "a1"
down_revision = None
branch_labels = None
depends_on = None


def upgrade():
    op.alter_column(
        "posts",
        "likes",
        existing_type=sa.VARCHAR(),
        type_=sa.Integer(),
        existing_nullable=True,
        postgresql_using="likes::integer",
    )


def downgrade():
    op.alter_column("posts", "likes", existing_type=sa.Integer(), type_=sa.VARCHAR(), existing_nullable=True)
