"""Puts the arguments of a statement into its placeholders, with psycopg2's own complaints."""

from collections.abc import Mapping

from .adapt import quoted
from .errors import ProgrammingError


def merge(query: bytes, arguments, connection) -> bytes:
    """The statement with every `%s` and `%(name)s` replaced by a literal, and every `%%` by `%`."""
    if b"%" not in query:
        return query
    return _Merger(query, arguments, connection).merge()


class _Merger:
    def __init__(self, query: bytes, arguments, connection) -> None:
        self._query = query
        self._arguments = arguments
        self._connection = connection
        self._named: dict[str, bytes] = {}
        self._used = 0
        self._style: str | None = None

    def merge(self) -> bytes:
        placeholders = list(self._placeholders())
        values = [self._value(key) for _, _, key in placeholders]
        pieces, position = [], 0
        for (start, end, key), value in zip(placeholders, values, strict=True):
            pieces += (self._query[position:start], value)
            position = self._after_conversion(end, is_literal=key is _PERCENT)
        self._check_all_used()
        pieces.append(self._query[position:])
        return b"".join(pieces)

    def _placeholders(self):
        """Start, end (without the conversion letter) and key of each placeholder."""
        query, position = self._query, 0
        while (start := query.find(b"%", position)) >= 0:
            following = query[start + 1 : start + 2]
            if following == b"%":
                yield start, start + 1, _PERCENT
                position = start + 2
            elif following == b"(":
                end = query.find(b")", start)
                if end < 0:
                    raise ProgrammingError("incomplete placeholder: '%(' without ')'")
                yield start, end + 1, query[start + 2 : end].decode(self._codec)
                position = end + 1
            else:
                yield start, start + 1, None
                position = start + 1

    @property
    def _codec(self) -> str:
        return self._connection._codec

    def _value(self, key) -> bytes:
        if key is _PERCENT:
            return b"%"
        style = "positional" if key is None else "named"
        if self._style not in (None, style):
            raise ProgrammingError("argument formats can't be mixed")
        self._style = style
        return self._next_positional() if key is None else self._by_name(key)

    def _by_name(self, key: str) -> bytes:
        if key not in self._named:
            self._named[key] = quoted(self._arguments[key], self._connection)
        return self._named[key]

    def _next_positional(self) -> bytes:
        arguments = self._arguments
        if isinstance(arguments, Mapping):
            raise TypeError(f"{type(arguments).__name__} is not a sequence")
        if not hasattr(arguments, "__getitem__"):
            raise TypeError(f"'{type(arguments).__name__}' object does not support indexing")
        value = arguments[self._used]
        self._used += 1
        return quoted(value, self._connection)

    def _after_conversion(self, end: int, *, is_literal: bool) -> int:
        if is_literal:
            return end + 1
        letter = self._query[end : end + 1]
        if letter == b"s":
            return end + 1
        if not letter:
            raise ValueError("incomplete format")
        raise ValueError(
            f"unsupported format character '{letter.decode('latin1')}' (0x{letter[0]:x}) at index {end}"
        )

    def _check_all_used(self) -> None:
        if self._style == "positional" and self._used < len(self._arguments):
            raise TypeError("not all arguments converted during string formatting")


_PERCENT = object()
