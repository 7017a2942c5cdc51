"""A revision for a safety rule."""

import sqlalchemy as sa
from alembic import op

revision = "a1"
down_revision = None
branch_labels = None
depends_on = None


def upgrade():
    op.execute("CREATE SCHEMA shop -- not: DROP SCHEMA public")


def downgrade():
    op.execute("DROP SCHEMA shop")
