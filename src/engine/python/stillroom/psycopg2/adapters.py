"""Python values to SQL: numbers, strings, binary data, lists."""

from ..libpq import escaping
from .adapt import ISQLQuote, adapters, quoted


class _Adapter:
    """An adapter of one value."""

    def __init__(self, adapted, *ignored) -> None:
        self.adapted = adapted

    def __conform__(self, protocol):
        return self if protocol is ISQLQuote else None

    def __str__(self) -> str:
        return self.getquoted().decode("utf-8", "replace")


class AsIs(_Adapter):
    """AsIs(str) -> new AsIs adapter object: writes its value as it is."""

    __module__ = "psycopg2.extensions"

    def getquoted(self) -> bytes:
        return str(self.adapted).encode()


class Int(_Adapter):
    """Int(value) -> new Int adapter object."""

    __module__ = "psycopg2.extensions"

    def getquoted(self) -> bytes:
        value = self.adapted
        return _spaced(str(value if type(value) is int else int(value)))


class Boolean(_Adapter):
    """Boolean(value) -> new Boolean adapter object."""

    __module__ = "psycopg2.extensions"

    def getquoted(self) -> bytes:
        return b"true" if self.adapted else b"false"


class Float(_Adapter):
    """Float(value) -> new Float adapter object."""

    __module__ = "psycopg2.extensions"

    def getquoted(self) -> bytes:
        value = float(self.adapted)
        if value != value:
            return b"'NaN'::float"
        if value in (float("inf"), float("-inf")):
            return b"'Infinity'::float" if value > 0 else b"'-Infinity'::float"
        return _spaced(repr(self.adapted))


class Decimal(_Adapter):
    """Decimal(value) -> new Decimal adapter object."""

    __module__ = "psycopg2._psycopg"

    def getquoted(self) -> bytes:
        return _spaced(str(self.adapted)) if self.adapted.is_finite() else b"'NaN'::numeric"


def _spaced(number: str) -> bytes:
    # A minus after a minus would start a comment.
    return (f" {number}" if number.startswith("-") else number).encode()


class _ConnectionAware(_Adapter):
    """An adapter that writes what the connection at hand understands."""

    _connection = None

    def prepare(self, connection) -> None:
        """Takes encoding and string syntax from a connection."""
        self._connection = connection


class QuotedString(_ConnectionAware):
    """QuotedString(str, enc) -> new quoted string: a literal in the connection's encoding."""

    __module__ = "psycopg2.extensions"
    _encoding = "latin1"

    @property
    def encoding(self) -> str:
        """The codec of the literal."""
        return self._connection._codec if self._connection else self._encoding

    @encoding.setter
    def encoding(self, name: str) -> None:
        self._encoding = name

    @property
    def buffer(self):
        """The wrapped value, under an older name."""
        return self.adapted

    def getquoted(self) -> bytes:
        value = self.adapted
        if isinstance(value, str):
            value = value.encode(self.encoding)
        if not isinstance(value, bytes):
            raise TypeError("can't quote non-string object (or missing encoding)")
        if b"\0" in value:
            raise ValueError("A string literal cannot contain NUL (0x00) characters.")
        standard = self._connection is None or self._connection._standard_strings
        escaped = escaping.escape_string(value, standard_conforming_strings=standard)
        prefix = self._connection._escape_prefix if self._connection else b""
        return (prefix if b"\\" in escaped else b"") + b"'" + escaped + b"'"


class Binary(_ConnectionAware):
    """Binary(buffer) -> new binary object: a bytea literal."""

    __module__ = "psycopg2.extensions"

    @property
    def buffer(self):
        """The wrapped value, under an older name."""
        return self.adapted

    def getquoted(self) -> bytes:
        if self.adapted is None:
            return b"NULL"
        try:
            value = bytes(memoryview(self.adapted))
        except TypeError:
            raise TypeError(f"can't escape {type(self.adapted).__name__} to binary") from None
        if self._connection is None:
            return b"'" + _octal(value) + b"'::bytea"
        standard = self._connection._standard_strings
        escaped = escaping.escape_bytea(value, standard_conforming_strings=standard)
        return self._connection._escape_prefix + b"'" + escaped + b"'::bytea"


def _octal(value: bytes) -> bytes:
    """bytea's older text form, which libpq writes when it does not know the server."""
    pieces = []
    for byte in value:
        if byte < 0x20 or byte > 0x7E:
            pieces.append(b"\\%03o" % byte)
        elif byte in b"'\\":
            pieces.append(bytes([byte, byte]))
        else:
            pieces.append(bytes([byte]))
    return b"".join(pieces)


class List(_ConnectionAware):
    """List(list) -> new list wrapper object: an ARRAY."""

    __module__ = "psycopg2._psycopg"

    def getquoted(self) -> bytes:
        if not self.adapted:
            return b"'{}'"
        if _holds_nothing(self.adapted):
            # Without a single value the server could not tell the array's type: a literal has none.
            return b"'" + _null_literal(self.adapted) + b"'"
        return b"ARRAY[" + b",".join(self._element(value) for value in self.adapted) + b"]"

    def _element(self, value) -> bytes:
        sql = quoted(value, self._connection)
        return b"ARRAY[]" if sql == b"'{}'" and isinstance(value, list) else sql


def _holds_nothing(values) -> bool:
    return all(
        value is None or (isinstance(value, list) and value and _holds_nothing(value)) for value in values
    )


def _null_literal(values) -> bytes:
    return b"{" + b",".join(b"NULL" if value is None else _null_literal(value) for value in values) + b"}"


adapters.update(
    {
        (kind, ISQLQuote): adapter
        for kind, adapter in {
            float: Float,
            int: Int,
            bool: Boolean,
            str: QuotedString,
            bytes: Binary,
            bytearray: Binary,
            memoryview: Binary,
            list: List,
        }.items()
    }
)
