"""A libpq in Python: PostgreSQL's frontend protocol over a backend in the same thread."""

from . import hooks
from .connection import Connection, close_all
from .conninfo import ConninfoError, parse_conninfo
from .error_text import error_message
from .result import Field, Result
from .status import ConnectionStatus, ExecStatus, TransactionStatus
from .transport import TransportError

#: The libpq whose behaviour is followed, numbered as `PQlibVersion()` does.
LIBPQ_VERSION = 180000

__all__ = [
    "LIBPQ_VERSION",
    "Connection",
    "ConnectionStatus",
    "ConninfoError",
    "ExecStatus",
    "Field",
    "Result",
    "TransactionStatus",
    "TransportError",
    "close_all",
    "error_message",
    "hooks",
    "parse_conninfo",
]
