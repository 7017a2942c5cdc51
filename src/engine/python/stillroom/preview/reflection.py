"""What Alembic reads of the database, kept as long as the database is the same."""


def remember() -> None:
    """Nothing yet."""
