"""The part of a cursor that copies tables from and to files."""

from ..libpq import ExecStatus
from ..libpq.copying import may_read
from . import copy
from .errors import ProgrammingError
from .sql_text import as_bytes


class CopyMethods:
    """`copy_from`, `copy_to`, `copy_expert`."""

    __slots__ = ()

    def copy_from(self, file, table, sep="\t", null="\\N", size=8192, columns=None) -> None:
        """copy_from(file, table, sep='\\t', null='\\\\N', size=8192, columns=None) -- Copy from file."""
        self._check_open()
        copy.check_readable(file)
        source = copy.statement(self._connection, table, columns, "FROM stdin", sep, null)
        self._copy(source, file, size)

    def copy_to(self, file, table, sep="\t", null="\\N", columns=None) -> None:
        """copy_to(file, table, sep='\\t', null='\\\\N', columns=None) -- Copy table to file."""
        self._check_open()
        copy.check_writable(file)
        self._copy(copy.statement(self._connection, table, columns, "TO stdout", sep, null), file)

    def copy_expert(self, sql, file, size=8192) -> None:
        """copy_expert(sql, file, size=8192) -- Submit a user-composed COPY statement."""
        self._check_open()
        sql = as_bytes(sql, self)
        if not sql:
            raise ProgrammingError("can't execute an empty query")
        copy.check_file(file)
        self._copy(sql, file, size)

    def _copy(self, sql: bytes, file, size: int = 8192) -> None:
        self._forget()
        self._query = sql
        text = self._text(sql)
        data = copy.read_all(file, size, self._connection) if may_read(text) else None
        results = self._connection._run(text, self, data)
        done = next((one for one in results if one.status in copy.STATUSES), None)
        if done is None:
            self._take(results[-1])
            return
        if done.status == ExecStatus.COPY_OUT:
            copy.write_all(file, done.copied, self._connection)
        self._rowcount = int(done.command_tuples or -1)
