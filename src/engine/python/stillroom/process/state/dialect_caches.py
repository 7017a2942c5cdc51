"""What SQLAlchemy 2 remembers of each dialect: the queries that look into PostgreSQL's catalog.

It keeps them by the dialect, and with them the dialect, the types and the statements of each process that has
ended: every command would take a little longer than the one before.
"""

from sqlalchemy.dialects.postgresql.psycopg2 import PGDialect_psycopg2


class DialectCaches:
    """Forgets the queries, as a new process knows of none."""

    def __init__(self) -> None:
        members = [member for owner in PGDialect_psycopg2.__mro__ for member in vars(owner).values()]
        self._caches = [member for member in members if hasattr(member, "cache_clear")]

    def restore(self) -> None:
        for cache in self._caches:
            cache.cache_clear()
