"""The connection object."""

from .. import libpq
from ..libpq import ConnectionStatus, ExecStatus, Result, TransactionStatus, TransportError
from .attributes import open_only, read_only
from .client_encoding import ClientEncoding
from .connection_info import ConnectionInfo
from .cursor import cursor as Cursor
from .dsn import dsn_parameters, obscured
from .errors import Exceptions, InterfaceError, NotSupportedError, OperationalError, ProgrammingError
from .session import Session
from .session_options import Characteristics
from .sqlstates import error_of, lost
from .two_phase import TwoPhase
from .values import Notify
from .wait import wait_for

STATUS_READY = 1
STATUS_BEGIN = 2
STATUS_PREPARED = 5
_NOTICES_KEPT = 50


class connection(Exceptions, Session, ClientEncoding, TwoPhase):
    """connection(dsn, ...) -> new connection object"""

    __module__ = "psycopg2.extensions"
    __slots__ = (
        "__weakref__",
        "_async",
        "_autocommit",
        "_binary_types",
        "_characteristics",
        "_closed",
        "_codec",
        "_dsn",
        "_encoding",
        "_entered",
        "_escape_prefix",
        "_mark",
        "_password",
        "_server_version",
        "_session",
        "_status",
        "_string_types",
        "_xid",
        "cursor_factory",
        "notices",
        "notifies",
    )

    closed = read_only("_closed")
    encoding = read_only("_encoding")
    dsn = read_only("_dsn")
    status = read_only("_status")
    string_types = read_only("_string_types")
    binary_types = read_only("_binary_types")
    server_version = read_only("_server_version")
    async_ = read_only("_async")
    protocol_version = property(lambda self: 3)

    def __init__(self, dsn, async_=0, **named) -> None:
        self._async = int(bool(named.get("async", async_)))
        self._dsn = obscured(dsn)
        self._closed = 2
        self._session = None
        self._status = STATUS_READY
        self._autocommit = bool(self._async)
        self._characteristics = Characteristics()
        self._entered = False
        self._mark = 0
        self._xid = None
        self._string_types = {}
        self._binary_types = {}
        self.cursor_factory = None
        self.notices = []
        self.notifies = []
        self._connect(dsn)

    def _connect(self, dsn: str) -> None:
        try:
            self._session = libpq.Connection(dsn)
        except (libpq.ConninfoError, TransportError) as error:
            raise OperationalError(str(error)) from None
        self._closed = 0
        self._password = self._session.options.get("password")
        self._server_version = self.info.server_version
        # Asked once, as natively: a later change makes no difference to how literals begin.
        self._escape_prefix = b"" if self._standard_strings else b" E"
        if not self._session.settings.get("DateStyle", "").startswith("ISO"):
            self._command("SET DATESTYLE TO 'ISO'")
        self._set_encoding(self._session.options.get("client_encoding") or "UTF8")

    # Statements

    def _run(self, sql: str, cursor=None, copy_data: bytes | None = None) -> list[Result]:
        """Runs statements, inside a transaction where one is due."""
        self._begin_if_due(cursor)
        return self._command(sql, cursor, copy_data)

    def _begin_if_due(self, cursor=None) -> None:
        due = not self._autocommit or self._entered
        if due and self._status == STATUS_READY:
            self._command(self._characteristics.begin(), cursor)
            self._status = STATUS_BEGIN

    def _command(self, sql: str, cursor=None, copy_data: bytes | None = None) -> list[Result]:
        """Runs statements as they are; raises what the last one says."""
        try:
            results = self._session.query(sql, copy_data)
        except TransportError as error:
            self._closed = 2
            raise lost(error, cursor) from None
        self._take_messages()
        wait_for(self)
        if results and results[-1].status == ExecStatus.FATAL_ERROR:
            self._notice_loss()
            raise error_of(results[-1], cursor)
        return results

    def _notice_loss(self) -> None:
        if self._session.status == ConnectionStatus.BAD:
            self._closed = 2

    def _take_notice(self, notice: Result) -> None:
        if self.notices is None:
            return
        self.notices.append(notice.error_message)
        if isinstance(self.notices, list) and len(self.notices) > _NOTICES_KEPT:
            del self.notices[:-_NOTICES_KEPT]

    def _take_messages(self) -> None:
        session = self._session
        while session.notices:
            self._take_notice(session.notices.popleft())
        while session.notifications:
            self.notifies.append(Notify(*session.notifications.popleft()))

    # Transactions

    @open_only
    def commit(self) -> None:
        """commit() -- Commit all changes to database."""
        self._check_not_two_phase("commit")
        self._end_transaction("COMMIT")

    @open_only
    def rollback(self) -> None:
        """rollback() -- Roll back all changes done to database."""
        self._check_not_two_phase("rollback")
        self._end_transaction("ROLLBACK")

    def _end_transaction(self, statement: str) -> None:
        if self._status != STATUS_BEGIN:
            return
        self._mark += 1
        try:
            self._command(statement)
        finally:
            if not self._closed:
                self._status = STATUS_READY

    @open_only
    def __enter__(self):
        if self._entered:
            raise ProgrammingError("the connection cannot be re-entered recursively")
        self._entered = True
        return self

    def __exit__(self, kind, error, trace) -> None:
        self._entered = False
        if kind is None:
            self.commit()
        else:
            self.rollback()

    # Session

    @property
    def _standard_strings(self) -> bool:
        return self._session.settings.get("standard_conforming_strings", "on") == "on"

    @open_only
    def reset(self) -> None:
        """reset() -- Reset current connection to defaults."""
        if not self._autocommit and self._status == STATUS_BEGIN:
            self._end_transaction("ROLLBACK")
        self._command("RESET ALL")
        self._command("SET SESSION AUTHORIZATION DEFAULT")
        self._status = STATUS_READY
        self._xid = None
        self._characteristics = Characteristics()
        self._autocommit = False

    # What the client side knows

    @property
    def info(self) -> ConnectionInfo:
        """info -- Get connection info."""
        return ConnectionInfo(self)

    def get_transaction_status(self) -> int:
        """get_transaction_status() -- Get backend transaction status."""
        return int(self._session.transaction_status)

    @open_only
    def get_parameter_status(self, parameter: str) -> str | None:
        """get_parameter_status(parameter) -- Get backend parameter status."""
        return self.info.parameter_status(parameter)

    @open_only
    def get_dsn_parameters(self) -> dict[str, str]:
        """get_dsn_parameters() -- Get effective connection parameters."""
        return dsn_parameters(self._session)

    @open_only
    def get_backend_pid(self) -> int:
        """get_backend_pid() -- Get backend process id."""
        return self._session.backend_pid

    # Cursors and the rest

    @open_only
    def cursor(self, name=None, cursor_factory=None, withhold=False, scrollable=None):
        """cursor(name=None, cursor_factory=extensions.cursor, withhold=False) -- new cursor"""
        factory = cursor_factory or self.cursor_factory or Cursor
        made = factory(self, name)
        if not isinstance(made, Cursor):
            raise TypeError("cursor factory must be subclass of psycopg2.extensions.cursor")
        if withhold:
            made.withhold = withhold
        if scrollable is not None:
            made.scrollable = scrollable
        return made

    def close(self) -> None:
        """close() -- Close the connection."""
        if self._closed:
            self._closed = 1
            return
        self._closed = 1
        self._session.close()

    @open_only
    def cancel(self) -> None:
        """cancel() -- cancel the current operation: nothing can be running while this is called"""

    @open_only
    def poll(self) -> int:
        """poll() -> int -- Advance the connection or query process without blocking."""
        if self._session.transaction_status != TransactionStatus.UNKNOWN:
            self._session.poll()
            self._take_messages()
        return 0

    @open_only
    def fileno(self) -> int:
        """fileno() -> int -- a descriptor that is always ready: answers never keep one waiting"""
        return self._session.fileno()

    def isexecuting(self) -> bool:
        """isexecuting() -> bool -- statements are over when their call returns"""
        return False

    @open_only
    def lobject(self, *arguments, **named):
        """lobject(...) -- large objects are left out"""
        raise NotSupportedError("large objects are not supported here")

    def get_native_connection(self):
        """get_native_connection() -- there is no C structure to give out"""
        raise NotSupportedError("there is no native connection here")

    def _check_open(self) -> None:
        if self._closed:
            raise InterfaceError("connection already closed")

    def _check_idle(self, what: str) -> None:
        if self._status != STATUS_READY:
            raise ProgrammingError(f"{what} cannot be used inside a transaction")

    def __repr__(self) -> str:
        return f"<connection object at 0x{id(self):x}; dsn: '{self._dsn}', closed: {self._closed}>"


setattr(connection, "async", connection.async_)
