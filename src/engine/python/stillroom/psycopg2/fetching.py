"""The part of a cursor that reads rows."""

from .errors import ProgrammingError

_UNSET = object()


class Fetching:
    """`fetchone` and its like, iteration, `scroll`."""

    __slots__ = ()

    def fetchone(self):
        """fetchone() -> tuple or None -- Return the next row of a query result set."""
        self._prepare_fetch("FORWARD 1")
        return self._next_row()

    def fetchmany(self, size=_UNSET) -> list:
        """fetchmany(size=self.arraysize) -> list of tuple -- Return the next `size` rows."""
        if size is _UNSET or size is None:
            size = self.arraysize
        self._prepare_fetch(f"FORWARD {size}")
        stop = self._rowcount if self._name is not None else self._position + size
        return self._rows_until(min(stop, self._rowcount))

    def fetchall(self) -> list:
        """fetchall() -> list of tuple -- Return all the remaining rows of a query result set."""
        self._prepare_fetch("FORWARD ALL")
        return self._rows_until(self._rowcount)

    def _prepare_fetch(self, how_many: str) -> None:
        self._check_open()
        if self._name is None:
            self._check_rows()
        else:
            self._fetch_from_server(how_many)

    def _check_rows(self) -> None:
        if self._result is None:
            raise ProgrammingError("no results to fetch")

    def _next_row(self):
        if self._position >= self._rowcount:
            return None
        row = self._make_row(self._result.rows[self._position])
        self._position += 1
        return row

    def _rows_until(self, stop: int) -> list:
        rows = [self._make_row(row) for row in self._result.rows[self._position : max(stop, self._position)]]
        self._position += len(rows)
        return rows

    def __iter__(self):
        self._check_open()
        return self

    def __next__(self):
        if self._name is None:
            self._check_open()
            self._check_rows()
        elif self._position >= self._rowcount:
            self._prepare_fetch(f"FORWARD {self.itersize}")
        row = self._next_row()
        if row is None:
            raise StopIteration
        return row

    def scroll(self, value, mode="relative") -> None:
        """scroll(value, mode='relative') -- Scroll to new position according to mode."""
        self._check_open()
        if mode not in ("relative", "absolute"):
            raise ProgrammingError("scroll mode must be 'relative' or 'absolute'")
        if self._name is not None:
            self._move_on_server(value, mode)
            return
        self._check_rows()
        position = value if mode == "absolute" else self._position + value
        if not 0 <= position < self._rowcount:
            raise ProgrammingError("scroll destination out of bounds")
        self._position = position
