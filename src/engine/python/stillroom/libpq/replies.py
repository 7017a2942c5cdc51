"""Reads a whole reply: results, and what a session learns on the side."""

from collections.abc import Callable
from dataclasses import dataclass, field

from . import decode
from .decode import Notification
from .error_text import error_message
from .result import Result
from .status import TRANSACTION_STATUS_OF_BYTE, ExecStatus, TransactionStatus


@dataclass(slots=True)
class Reply:
    """What a reply holds, sorted by who wants to know it."""

    results: list[Result] = field(default_factory=list)
    notices: list[Result] = field(default_factory=list)
    notifications: list[Notification] = field(default_factory=list)
    settings: dict[str, str] = field(default_factory=dict)
    backend_key: tuple[int, bytes] | None = None
    #: One for each ReadyForQuery.
    transaction_statuses: list[TransactionStatus] = field(default_factory=list)


def read_reply(reply: bytes, query: str | None = None) -> Reply:
    """Reads every message. `query` is the statement that positions in errors refer to."""
    return _Reader(query).read(reply)


class _Reader:
    def __init__(self, query: str | None) -> None:
        self._query = query
        self._reply = Reply()
        self._current: Result | None = None

    def read(self, reply: bytes) -> Reply:
        handlers = self._handlers()
        for kind, body in decode.messages(reply):
            if kind == b'D':
                self._current.rows.append(decode.data_row(body))
            else:
                handler = handlers.get(kind)
                if handler:
                    handler(body)
        return self._reply

    def _handlers(self) -> dict[bytes, Callable[[bytes], object]]:
        reply = self._reply
        return {
            b'T': self._row_description,
            b'C': self._command_complete,
            b'E': self._error,
            b'Z': self._ready,
            b'd': lambda body: self._current.copied.append(body),
            b'G': lambda body: self._begin(ExecStatus.COPY_IN),
            b'H': lambda body: self._begin(ExecStatus.COPY_OUT),
            b'I': lambda body: self._end(Result(ExecStatus.EMPTY_QUERY)),
            b'n': lambda body: self._begin(ExecStatus.COMMAND_OK),
            b's': lambda body: self._end(self._current),
            b't': self._parameter_description,
            b'N': lambda body: reply.notices.append(self._diagnosis(body, ExecStatus.NONFATAL_ERROR)),
            b'A': lambda body: reply.notifications.append(decode.notification(body)),
            b'S': lambda body: reply.settings.update([decode.parameter_status(body)]),
            b'K': self._backend_key,
        }

    def _begin(self, status: ExecStatus) -> Result:
        self._current = Result(status)
        return self._current

    def _end(self, result: Result) -> None:
        self._reply.results.append(result)
        self._current = None

    def _row_description(self, body: bytes) -> None:
        # After ParameterDescription it belongs to the same described statement.
        result = self._current or self._begin(ExecStatus.TUPLES_OK)
        result.fields = decode.row_description(body)

    def _parameter_description(self, body: bytes) -> None:
        self._begin(ExecStatus.COMMAND_OK).parameter_types = decode.parameter_description(body)

    def _command_complete(self, body: bytes) -> None:
        result = self._current or Result(ExecStatus.COMMAND_OK)
        result.command_status = body[:-1].decode()
        self._end(result)

    def _error(self, body: bytes) -> None:
        if self._current and self._current.status == ExecStatus.COPY_IN:
            self._end(self._current)
        self._end(self._diagnosis(body, ExecStatus.FATAL_ERROR))

    def _ready(self, body: bytes) -> None:
        if self._current:
            self._end(self._current)
        self._reply.transaction_statuses.append(TRANSACTION_STATUS_OF_BYTE[body[0]])

    def _backend_key(self, body: bytes) -> None:
        self._reply.backend_key = decode.backend_key(body)

    def _diagnosis(self, body: bytes, status: ExecStatus) -> Result:
        fields = decode.error_fields(body)
        text = error_message(fields, self._query, is_notice=status == ExecStatus.NONFATAL_ERROR)
        return Result(status, error_fields=fields, error_message=text)
