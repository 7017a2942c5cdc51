"""A revision for a safety rule."""

import sqlalchemy as sa
from alembic import op

revision = "a1"
down_revision = None
branch_labels = None
depends_on = None


def upgrade():
    posts = op.create_table("posts", sa.Column("id", sa.Integer(), primary_key=True))
    op.bulk_insert(sa.table("users", sa.column("id", sa.Integer())), [{"id": 8}, {"id": 9}])


def downgrade():
    op.drop_table("posts")
