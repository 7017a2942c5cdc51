"""not Python

Revision ID: d2
"""
revision = 'd2'
down_revision = 'd1'


def upgrade(:
    pass
