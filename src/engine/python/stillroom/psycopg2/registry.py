"""The functions of the module that need both connections and typecasters."""

from hashlib import md5

from .. import libpq
from .connection import connection
from .cursor import cursor
from .errors import NotSupportedError, ProgrammingError
from .typecast import Typecaster, string_types


def _connect(dsn, connection_factory=None, **named):
    """_connect(dsn, [connection_factory], [async]) -- New database connection."""
    factory = connection_factory or connection
    wants_async = named.pop("async", None) or named.pop("async_", None)
    return factory(dsn, async_=1) if wants_async else factory(dsn)


def register_type(obj, scope=None) -> None:
    """register_type(obj, conn_or_curs) -> None -- register obj with psycopg type system"""
    if not isinstance(obj, Typecaster):
        raise TypeError(f"argument 1 must be psycopg2._psycopg.type, not {type(obj).__name__}")
    if scope is None:
        registered = string_types
    elif isinstance(scope, connection):
        registered = scope._string_types
    elif isinstance(scope, cursor):
        if scope._string_types is None:
            scope._string_types = {}
        registered = scope._string_types
    else:
        raise TypeError("argument 2 must be a connection, cursor or None")
    for oid in obj.values:
        registered[oid] = obj


def libpq_version() -> int:
    """Query actual libpq version loaded."""
    return libpq.LIBPQ_VERSION


def encrypt_password(password, user, scope=None, algorithm=None) -> str:
    """encrypt_password(password, user, [scope], [algorithm]) -- Prepares the encrypted form of a password."""
    if algorithm != "md5" and scope is None:
        raise ProgrammingError(
            "password encryption (other than 'md5' algorithm) requires a connection or cursor"
        )
    if algorithm == "md5":
        return "md5" + md5(f"{password}{user}".encode()).hexdigest()
    raise NotSupportedError("only md5 passwords can be prepared here")
