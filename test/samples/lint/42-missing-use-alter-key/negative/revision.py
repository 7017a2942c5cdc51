"""A revision for a safety rule."""

import sqlalchemy as sa
from alembic import op

revision = "a1"
down_revision = None
branch_labels = None
depends_on = None


def upgrade():
    op.create_table(
        "teams",
        sa.Column("id", sa.Integer(), primary_key=True),
        sa.Column("leader_id", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(
            ["leader_id"], ["people.id"], name="fk_leader", ondelete="SET NULL", use_alter=True
        ),
    )
    op.create_table(
        "people",
        sa.Column("id", sa.Integer(), primary_key=True),
        sa.Column("team_id", sa.Integer(), sa.ForeignKey("teams.id")),
    )
    op.create_foreign_key("fk_leader", "teams", "people", ["leader_id"], ["id"])


def downgrade():
    op.drop_constraint("fk_leader", "teams", type_="foreignkey")
    op.drop_table("people")
    op.drop_table("teams")
