"""Everything that `psycopg2._psycopg` has to offer, under its names."""

# ruff: noqa: F401, F403 (what is imported here is what the module is for: the names go into __all__)

from ..libpq import LIBPQ_VERSION
from .adapt import ISQLQuote, adapt, adapters
from .adapt_dates import (
    Date,
    DateFromPy,
    DateFromTicks,
    IntervalFromPy,
    Time,
    TimeFromPy,
    TimeFromTicks,
    Timestamp,
    TimestampFromPy,
    TimestampFromTicks,
)
from .adapters import AsIs, Binary, Boolean, Decimal, Float, Int, List, QuotedString
from .cast_builtins import *
from .connection import connection
from .connection_info import ConnectionInfo
from .cursor import cursor
from .diagnostics import Diagnostics
from .dsn import parse_dsn
from .encodings import encodings
from .errors import (
    DatabaseError,
    DataError,
    Error,
    IntegrityError,
    InterfaceError,
    InternalError,
    NotSupportedError,
    OperationalError,
    ProgrammingError,
    QueryCanceledError,
    TransactionRollbackError,
    Warning,
)
from .registry import _connect, encrypt_password, libpq_version, register_type
from .replication import (
    REPLICATION_LOGICAL,
    REPLICATION_PHYSICAL,
    ReplicationConnection,
    ReplicationCursor,
    ReplicationMessage,
    lobject,
)
from .sql_text import quote_ident
from .sqlstates import sqlstate_errors
from .typecast import binary_types, new_array_type, new_type, string_types
from .values import Column, Notify, Xid
from .version import VERSION
from .wait import get_wait_callback, set_wait_callback

apilevel = "2.0"
threadsafety = 2
paramstyle = "pyformat"
__version__ = f"{VERSION} (dt dec pq3 ext lo64)"
__libpq_version__ = LIBPQ_VERSION

__all__ = [
    name for name in dir() if not name.startswith("__") or name in ("__version__", "__libpq_version__")
]
