"""A revision for a safety rule."""

import sqlalchemy as sa
from alembic import op

revision = "a1"
down_revision = None
branch_labels = None
depends_on = None


def upgrade():
    op.create_primary_key("logs_pkey", "logs", ["line"])


def downgrade():
    op.drop_constraint("logs_pkey", "logs", type_="primary")
