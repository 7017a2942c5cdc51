"""The exceptions of the DB-API."""

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


class Exceptions:
    """The exceptions as attributes of a connection, where the DB-API has them too."""

    __slots__ = ()

    Error = Error
    Warning = Warning
    InterfaceError = InterfaceError
    DatabaseError = DatabaseError
    InternalError = InternalError
    OperationalError = OperationalError
    ProgrammingError = ProgrammingError
    IntegrityError = IntegrityError
    DataError = DataError
    NotSupportedError = NotSupportedError
