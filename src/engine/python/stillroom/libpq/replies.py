"""Reads a whole reply: results, and what a session learns on the side."""

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
    reader = _Reader(query)
    for kind, body in decode.messages(reply):
        handler = _HANDLERS.get(kind)
        if handler:
            handler(reader, body)
    return reader.reply


class _Reader:
    def __init__(self, query: str | None) -> None:
        self.reply = Reply()
        self._query = query
        self._current: Result | None = None

    def data_row(self, body: bytes) -> None:
        self._current.rows.append(decode.data_row(body))

    def row_description(self, body: bytes) -> None:
        # After ParameterDescription it belongs to the same described statement.
        result = self._current or self._begin(ExecStatus.TUPLES_OK)
        result.fields = decode.row_description(body)

    def parameter_description(self, body: bytes) -> None:
        self._begin(ExecStatus.COMMAND_OK).parameter_types = decode.parameter_description(body)

    def bind_complete(self, body: bytes) -> None:
        # What was described before is the statement, not the portal that follows.
        if self._current:
            self._end(self._current)

    def no_data(self, body: bytes) -> None:
        self._current = self._current or Result(ExecStatus.COMMAND_OK)

    def command_complete(self, body: bytes) -> None:
        result = self._current or Result(ExecStatus.COMMAND_OK)
        result.command_status = body[:-1].decode()
        self._end(result)

    def empty_query(self, body: bytes) -> None:
        self._end(Result(ExecStatus.EMPTY_QUERY))

    def portal_suspended(self, body: bytes) -> None:
        self._end(self._current)

    def copy_in(self, body: bytes) -> None:
        self._begin(ExecStatus.COPY_IN)

    def copy_out(self, body: bytes) -> None:
        self._begin(ExecStatus.COPY_OUT)

    def copy_data(self, body: bytes) -> None:
        self._current.copied.append(body)

    def error(self, body: bytes) -> None:
        if self._current and self._current.status == ExecStatus.COPY_IN:
            self._end(self._current)
        self._end(self._diagnosis(body, ExecStatus.FATAL_ERROR))

    def notice(self, body: bytes) -> None:
        self.reply.notices.append(self._diagnosis(body, ExecStatus.NONFATAL_ERROR))

    def notification(self, body: bytes) -> None:
        self.reply.notifications.append(decode.notification(body))

    def parameter_status(self, body: bytes) -> None:
        name, value = decode.parameter_status(body)
        self.reply.settings[name] = value

    def backend_key(self, body: bytes) -> None:
        self.reply.backend_key = decode.backend_key(body)

    def ready(self, body: bytes) -> None:
        if self._current:
            self._end(self._current)
        self.reply.transaction_statuses.append(TRANSACTION_STATUS_OF_BYTE[body[0]])

    def _begin(self, status: ExecStatus) -> Result:
        self._current = Result(status)
        return self._current

    def _end(self, result: Result) -> None:
        self.reply.results.append(result)
        self._current = None

    def _diagnosis(self, body: bytes, status: ExecStatus) -> Result:
        fields = decode.error_fields(body)
        text = error_message(fields, self._query, is_notice=status == ExecStatus.NONFATAL_ERROR)
        return Result(status, error_fields=fields, error_message=text)


_HANDLERS = {
    b"2": _Reader.bind_complete,
    b"A": _Reader.notification,
    b"C": _Reader.command_complete,
    b"D": _Reader.data_row,
    b"E": _Reader.error,
    b"G": _Reader.copy_in,
    b"H": _Reader.copy_out,
    b"I": _Reader.empty_query,
    b"K": _Reader.backend_key,
    b"N": _Reader.notice,
    b"S": _Reader.parameter_status,
    b"T": _Reader.row_description,
    b"Z": _Reader.ready,
    b"d": _Reader.copy_data,
    b"n": _Reader.no_data,
    b"s": _Reader.portal_suspended,
    b"t": _Reader.parameter_description,
}
