"""made by alembic itself

Revision ID: f1
Revises:
Create Date: 2024-02-01 10:00:00.000000

"""
from typing import Sequence, Union

from alembic import op
import sqlalchemy as sa


revision: str = 'f1'
down_revision: Union[str, Sequence[str], None] = None
branch_labels: Union[str, Sequence[str], None] = None
depends_on: Union[str, Sequence[str], None] = None


def upgrade() -> None:
    """Upgrade schema."""
    op.add_column('users', sa.Column('name', sa.Text()))


def downgrade() -> None:
    """Downgrade schema."""
    op.drop_column('users', 'name')
