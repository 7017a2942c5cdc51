"""The part of a cursor that lives in the server, where it has a name there."""

from .errors import ProgrammingError
from .sql_text import quote_ident

_IN_ERROR = 3


class NamedCursor:
    """DECLARE, FETCH, MOVE and CLOSE."""

    __slots__ = ()

    @property
    def scrollable(self) -> bool | None:
        """Set or return cursor use of SCROLL."""
        return self._scrollable

    @scrollable.setter
    def scrollable(self, value) -> None:
        if self._name is None:
            raise ProgrammingError("trying to set .scrollable on unnamed cursor")
        self._scrollable = None if value is None else bool(value)

    @property
    def withhold(self) -> bool:
        """Set or return cursor use of WITH HOLD."""
        return self._withhold

    @withhold.setter
    def withhold(self, value) -> None:
        if self._name is None:
            raise ProgrammingError("trying to set .withhold on unnamed cursor")
        self._withhold = bool(value)

    @property
    def _quoted_name(self) -> str:
        return quote_ident(self._name, self._connection)

    def _check_first_execution(self) -> None:
        if self._name is None:
            return
        if self._query is not None:
            raise ProgrammingError("can't call .execute() on named cursors more than once")
        if self._connection.autocommit and not self._withhold and not self._connection._entered:
            raise ProgrammingError("can't use a named cursor outside of transactions")

    def _check_unnamed(self, method: str) -> None:
        if self._name is not None:
            raise ProgrammingError(f"can't call .{method}() on named cursors")

    def _declaration(self, query: bytes) -> bytes:
        scroll = {None: "", True: "SCROLL ", False: "NO SCROLL "}[self._scrollable]
        hold = "WITH" if self._withhold else "WITHOUT"
        head = f"DECLARE {self._quoted_name} {scroll}CURSOR {hold} HOLD FOR "
        return head.encode(self._connection._codec) + query

    def _fetch_from_server(self, how_many: str) -> None:
        self._check_mark()
        self._run_on_server(f"FETCH {how_many} FROM {self._quoted_name}")

    def _move_on_server(self, value: int, mode: str) -> None:
        self._check_mark()
        absolute = "ABSOLUTE " if mode == "absolute" else ""
        self._run_on_server(f"MOVE {absolute}{value} FROM {self._quoted_name}")

    def _run_on_server(self, sql: str) -> None:
        self._forget()
        self._take(self._connection._run(sql, self)[-1])

    def _check_mark(self) -> None:
        if not self._withhold and self._mark != self._connection._mark:
            raise ProgrammingError("named cursor isn't valid anymore")

    def _close_on_server(self) -> None:
        connection = self._connection
        if self._name is None or self._query is None or connection.closed:
            return
        # In a failed transaction, or unknown to it, the server has nothing to close.
        if connection.get_transaction_status() == _IN_ERROR:
            return
        self._check_mark()
        connection._run(f"CLOSE {self._quoted_name}", self)
