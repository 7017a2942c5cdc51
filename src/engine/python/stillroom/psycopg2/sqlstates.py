"""Which exception a failed statement raises, by its SQLSTATE."""

from psycopg2 import errorcodes
from psycopg2 import errors as published

from ..libpq import Result
from .errors import (
    DatabaseError,
    DataError,
    Error,
    IntegrityError,
    InternalError,
    NotSupportedError,
    OperationalError,
    ProgrammingError,
    QueryCanceledError,
    TransactionRollbackError,
)

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
