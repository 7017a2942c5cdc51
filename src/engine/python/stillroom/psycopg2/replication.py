"""Replication, which a database inside one process has no use for: the names exist, using them is refused."""

from .connection import connection
from .cursor import cursor
from .errors import NotSupportedError

REPLICATION_PHYSICAL = 12345678
REPLICATION_LOGICAL = 87654321


class ReplicationConnection(connection):
    """A replication connection: refused."""

    __module__ = "psycopg2.extensions"

    def __init__(self, *arguments, **named) -> None:
        raise NotSupportedError("replication is not supported here")


class ReplicationCursor(cursor):
    """A cursor used for replication: refused."""

    __module__ = "psycopg2.extensions"

    def __init__(self, *arguments, **named) -> None:
        raise NotSupportedError("replication is not supported here")


class ReplicationMessage:
    """A replication protocol message: refused."""

    __module__ = "psycopg2.extensions"

    def __init__(self, *arguments, **named) -> None:
        raise NotSupportedError("replication is not supported here")


class lobject:
    """A database large object: refused."""

    __module__ = "psycopg2.extensions"

    def __init__(self, *arguments, **named) -> None:
        raise NotSupportedError("large objects are not supported here")
