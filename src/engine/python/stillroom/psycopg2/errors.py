"""The exceptions of the DB-API and which of them a failed statement raises."""

from psycopg2 import errorcodes
from psycopg2 import errors as published

from ..libpq import Result
from .diagnostics import Diagnostics


class Warning(Exception):
    """A database warning."""

    __module__ = "psycopg2"


class Error(Exception):
    """Base class for error exceptions."""

    __module__ = "psycopg2"
    pgerror = None
    pgcode = None
    cursor = None
    _result = None

    @property
    def diag(self) -> Diagnostics:
        """A Diagnostics object to get further information about the error."""
        return Diagnostics(self)

    def __reduce__(self):
        state = {name: value for name, value in self.__dict__.items() if name not in ("cursor", "_result")}
        return (type(self), self.args, state) if state else (type(self), self.args)

    def __setstate__(self, state):
        self.__dict__.update(state or {})


class InterfaceError(Error):
    """Error related to the database interface."""

    __module__ = "psycopg2"


class DatabaseError(Error):
    """Error related to the database engine."""

    __module__ = "psycopg2"


class InternalError(DatabaseError):
    """The database encountered an internal error."""

    __module__ = "psycopg2"


class OperationalError(DatabaseError):
    """Error related to database operation (disconnect, memory allocation etc)."""

    __module__ = "psycopg2"


class ProgrammingError(DatabaseError):
    """Error related to database programming (SQL error, table not found etc)."""

    __module__ = "psycopg2"


class IntegrityError(DatabaseError):
    """Error related to database integrity."""

    __module__ = "psycopg2"


class DataError(DatabaseError):
    """Error related to problems with the processed data."""

    __module__ = "psycopg2"


class NotSupportedError(DatabaseError):
    """A method or database API was used which is not supported by the database."""

    __module__ = "psycopg2"


class QueryCanceledError(OperationalError):
    """Error related to SQL query cancellation."""

    __module__ = "psycopg2.extensions"


class TransactionRollbackError(OperationalError):
    """Error causing transaction rollback (deadlocks, serialization failures, etc)."""

    __module__ = "psycopg2.extensions"


_CLASS_BY_PREFIX = {
    "0A": NotSupportedError,
    "20": ProgrammingError,
    "21": ProgrammingError,
    "22": DataError,
    "23": IntegrityError,
    "24": InternalError,
    "25": InternalError,
    "26": OperationalError,
    "27": OperationalError,
    "28": OperationalError,
    "2B": InternalError,
    "2D": InternalError,
    "2F": InternalError,
    "34": OperationalError,
    "38": InternalError,
    "39": InternalError,
    "3B": InternalError,
    "3D": ProgrammingError,
    "3F": ProgrammingError,
    "40": TransactionRollbackError,
    "42": ProgrammingError,
    "44": ProgrammingError,
    "53": OperationalError,
    "54": OperationalError,
    "55": OperationalError,
    "57": OperationalError,
    "58": OperationalError,
    "08": OperationalError,
    "F0": InternalError,
    "HV": OperationalError,
    "P0": InternalError,
    "XX": InternalError,
}
_QUERY_CANCELED = "57014"
_SUCCESS_AND_WARNINGS = ("00", "01")
# Names that two SQLSTATEs share, or that an exception of the DB-API has already.
_OWN_NAMES = {
    "38002": "ModifyingSqlDataNotPermittedExt",
    "38003": "ProhibitedSqlStatementAttemptedExt",
    "38004": "ReadingSqlDataNotPermittedExt",
    "39004": "NullValueNotAllowedExt",
    "XX000": "InternalError_",
}
# Known to errorcodes.py, without a class of its own.
_WITHOUT_CLASS = {"22020"}


def base_class(sqlstate: str) -> type[Error]:
    """The class of the DB-API for an SQLSTATE, by its first two letters."""
    if sqlstate == _QUERY_CANCELED:
        return QueryCanceledError
    return _CLASS_BY_PREFIX.get(sqlstate[:2], DatabaseError)


def _classes_by_sqlstate() -> dict[str, type[Error]]:
    classes = {}
    for constant, sqlstate in vars(errorcodes).items():
        if not constant.isupper() or len(sqlstate) != 5 or sqlstate in _WITHOUT_CLASS:
            continue
        if sqlstate.startswith(_SUCCESS_AND_WARNINGS):
            continue
        name = _OWN_NAMES.get(sqlstate) or "".join(word.capitalize() for word in constant.split("_"))
        classes[sqlstate] = type(name, (base_class(sqlstate),), {"__module__": "psycopg2.errors"})
    return classes


#: The exception of each SQLSTATE.
sqlstate_errors = _classes_by_sqlstate()

for _class in sqlstate_errors.values():
    setattr(published, _class.__name__, _class)

_SEVERITIES = ("ERROR:  ", "FATAL:  ", "PANIC:  ")


def error_of(result: Result, cursor=None) -> Error:
    """The exception for a failed statement."""
    sqlstate = result.sqlstate or ""
    text = result.error_message
    said = text[8:] if text.startswith(_SEVERITIES) else text
    error = (sqlstate_errors.get(sqlstate) or base_class(sqlstate))(said)
    error.pgerror = text
    error.pgcode = result.sqlstate
    error.cursor = cursor
    error._result = result
    return error


def lost(reason: Exception, cursor=None) -> OperationalError:
    """The exception for a session that broke off."""
    error = OperationalError(str(reason))
    error.cursor = cursor
    return error
