"""A connection on which a revision is carried out while it is recorded."""

import contextlib
from collections.abc import Callable, Iterator

from sqlalchemy import event
from sqlalchemy.engine import Connection

Note = Callable[[str, object], Callable[[], None]]


class LiveConnection:
    """Notes the statements that the revision runs by itself, not those of Alembic's operations."""

    def __init__(self, connection: Connection, note: Note) -> None:
        self._connection = connection
        self._note = note
        self._by_alembic = 0

    @contextlib.contextmanager
    def listening(self) -> Iterator[Connection]:
        """Give the connection, and note what is run on it meanwhile."""
        event.listen(self._connection, "after_cursor_execute", self._executed)
        try:
            yield self._connection
        finally:
            event.remove(self._connection, "after_cursor_execute", self._executed)

    @contextlib.contextmanager
    def carrying_out(self) -> Iterator[None]:
        """What is run here is an operation's own SQL."""
        self._by_alembic += 1
        try:
            yield
        finally:
            self._by_alembic -= 1

    def _executed(self, connection, cursor, statement, parameters, context, executemany) -> None:
        if self._by_alembic:
            return
        compiled = getattr(context, "compiled", None)
        is_ddl = getattr(context, "isddl", False)
        on_fetch = self._note(statement, compiled.statement if is_ddl else None)
        if cursor.description is not None:
            on_fetch()
