"""has no downgrade"""
import sys

revision = 'd5'
down_revision = 'd1'


def upgrade():
    sys.exit('gone')
