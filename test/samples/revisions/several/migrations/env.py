# The recorder imports revisions, not this file; Alembic knows a script directory by it.
