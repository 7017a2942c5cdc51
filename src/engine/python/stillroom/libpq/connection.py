"""A PGconn: one session with the backend."""

import os
from collections import deque
from contextlib import suppress
from weakref import WeakSet

from . import encode, transport
from .conninfo import ConninfoError, parse_conninfo
from .copying import until_asked_for_data
from .decode import Notification
from .hooks import run_before_query
from .options import port_complaint, with_defaults
from .replies import Reply, read_reply
from .result import Result
from .status import ConnectionStatus, ExecStatus, TransactionStatus

_open: WeakSet[Connection] = WeakSet()


def close_all() -> None:
    """Closes every connection that is still open: what the end of a process does natively."""
    for connection in list(_open):
        connection.close()


class Connection:
    """An open session: sends messages, reads replies, keeps what the server says of itself."""

    # Of the class, for the end of an object whose options were refused.
    _session: int | None = None

    def __init__(self, conninfo: str = "") -> None:
        self.options = with_defaults(parse_conninfo(conninfo), os.environ)
        self.settings: dict[str, str] = {}
        self.notifications: deque[Notification] = deque()
        self.notices: deque[Result] = deque()
        self.error_message = ""
        self.status = ConnectionStatus.BAD
        self.transaction_status = TransactionStatus.UNKNOWN
        self.backend_pid = 0
        self._backend_secret = b""
        self._descriptor: int | None = None
        self._connect()

    def query(self, sql: str, copy_data: bytes | None = None) -> list[Result]:
        """Runs a simple query; one result for each statement, the last one may be an error.

        The messages with the data of a COPY FROM STDIN have to come along: the backend cannot wait for
        them, and lets the COPY fail without. Where a query turns out to be no COPY, they are ignored.
        """
        results = self.exchange(encode.query(sql.encode()) + (copy_data or b""), sql).results
        return until_asked_for_data(results) if copy_data is None else results

    def exchange(self, request: bytes, sql: str | None = None) -> Reply:
        """Sends complete messages and takes in everything they caused. Raises `TransportError`."""
        reply = self._send(request, sql)
        self._take_in(reply)
        if not reply.transaction_statuses:
            self._lose()
            raise transport.TransportError(_lost(reply))
        return reply

    def poll(self) -> None:
        """Takes in what has arrived without being asked for: notifications, notices."""
        self._take_in(self._send(b"", None))

    def fileno(self) -> int:
        """A descriptor that is always ready, for programs that wait on it: answers never come late."""
        if self._descriptor is None:
            self._descriptor = os.open(os.devnull, os.O_RDWR)
        return self._descriptor

    def close(self) -> None:
        """Ends the session; may be called again."""
        session, self._session = self._session, None
        if session is None:
            return
        self._lose()
        _open.discard(self)
        transport.close(session)
        if self._descriptor is not None:
            os.close(self._descriptor)
            self._descriptor = None

    def __del__(self) -> None:
        # A connection that nobody holds any longer ends, as a socket does that is closed with its owner.
        with suppress(transport.TransportError):
            self.close()

    def _send(self, request: bytes, sql: str | None) -> Reply:
        run_before_query()
        if self.status == ConnectionStatus.BAD:
            raise transport.TransportError("no connection to the server\n")
        try:
            return read_reply(transport.exchange(self._session, request), sql)
        except transport.TransportError:
            self._lose()
            raise

    def _connect(self) -> None:
        complaint = port_complaint(self.options["port"])
        if complaint:
            raise ConninfoError(complaint)
        self._session, reply = transport.connect(encode.startup(_startup_parameters(self.options)))
        started = read_reply(reply)
        errors = [result for result in started.results if result.status == ExecStatus.FATAL_ERROR]
        if errors or not started.transaction_statuses:
            self.close()
            raise transport.TransportError(errors[-1].error_message if errors else _lost(started))
        self.status = ConnectionStatus.OK
        _open.add(self)
        if started.backend_key:
            self.backend_pid, self._backend_secret = started.backend_key
        self._take_in(started)

    def _take_in(self, reply: Reply) -> None:
        self.settings.update(reply.settings)
        self.notifications.extend(reply.notifications)
        if reply.transaction_statuses:
            self.transaction_status = reply.transaction_statuses[-1]
        self.notices.extend(reply.notices)
        failures = [result for result in reply.results if result.status == ExecStatus.FATAL_ERROR]
        self.error_message = failures[-1].error_message if failures else ""

    def _lose(self) -> None:
        self.status = ConnectionStatus.BAD
        self.transaction_status = TransactionStatus.UNKNOWN


def _startup_parameters(options: dict[str, str]) -> dict[str, str]:
    parameters = {"user": options["user"], "database": options["dbname"], "client_encoding": "UTF8"}
    if options.get("options"):
        parameters["options"] = options["options"]
    name = options.get("application_name") or options.get("fallback_application_name")
    if name:
        parameters["application_name"] = name
    return parameters


def _lost(reply: Reply) -> str:
    said = "".join(result.error_message for result in reply.results if result.error_message)
    return (
        f"{said}server closed the connection unexpectedly\n"
        "\tThis probably means the server terminated abnormally\n"
        "\tbefore or while processing the request.\n"
    )
