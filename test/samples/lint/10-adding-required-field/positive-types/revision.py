"""A revision for a safety rule."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "a1"
down_revision = None
branch_labels = None
depends_on = None


def upgrade():
    op.add_column("posts", sa.Column("a", sa.SmallInteger(), nullable=False))
    op.add_column("posts", sa.Column("b", sa.Numeric(8, 2), nullable=False))
    op.add_column("posts", sa.Column("c", sa.Float(), nullable=False))
    op.add_column("posts", sa.Column("d", sa.Boolean(), nullable=False))
    op.add_column("posts", sa.Column("e", sa.String(length=9), nullable=False))
    op.add_column("posts", sa.Column("f", sa.Text(), nullable=False))
    op.add_column("posts", sa.Column("g", sa.CHAR(length=3), nullable=False))
    op.add_column("posts", sa.Column("h", sa.Date(), nullable=False))
    op.add_column("posts", sa.Column("i", sa.Time(), nullable=False))
    op.add_column("posts", sa.Column("j", sa.DateTime(), nullable=False))
    op.add_column("posts", sa.Column("k", sa.DateTime(timezone=True), nullable=False))
    op.add_column("posts", sa.Column("l", sa.JSON(), nullable=False))
    op.add_column("posts", sa.Column("m", postgresql.JSONB(), nullable=False))
    op.add_column("posts", sa.Column("n", postgresql.UUID(), nullable=False))
    op.add_column("posts", sa.Column("o", postgresql.ARRAY(sa.Integer()), nullable=False))
    op.add_column("posts", sa.Column("p", sa.BigInteger(), nullable=False))


def downgrade():
    op.drop_column("posts", "p")
    op.drop_column("posts", "o")
    op.drop_column("posts", "n")
    op.drop_column("posts", "m")
    op.drop_column("posts", "l")
    op.drop_column("posts", "k")
    op.drop_column("posts", "j")
    op.drop_column("posts", "i")
    op.drop_column("posts", "h")
    op.drop_column("posts", "g")
    op.drop_column("posts", "f")
    op.drop_column("posts", "e")
    op.drop_column("posts", "d")
    op.drop_column("posts", "c")
    op.drop_column("posts", "b")
    op.drop_column("posts", "a")
