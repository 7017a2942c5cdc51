"""Revision files as data: what their functions do, recorded from Alembic's own operation objects."""
