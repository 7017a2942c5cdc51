"""Frontend messages: Python values to bytes."""

from collections.abc import Iterable, Sequence
from struct import Struct

PROTOCOL_VERSION = 196608

_int32 = Struct("!i")
_int16 = Struct("!h")


def startup(parameters: dict[str, str]) -> bytes:
    """StartupMessage: the only message without a type byte."""
    body = b"".join(_cstring(name) + _cstring(value) for name, value in parameters.items()) + b"\0"
    return _int32.pack(len(body) + 8) + _int32.pack(PROTOCOL_VERSION) + body


def query(sql: bytes) -> bytes:
    """Query: the simple protocol."""
    return _message(b"Q", sql + b"\0")


def parse(name: bytes, sql: bytes, parameter_types: Sequence[int] = ()) -> bytes:
    """Parse: prepares a statement; an oid of 0 leaves the type to the server."""
    types = b"".join(oid.to_bytes(4, "big") for oid in parameter_types)
    return _message(b"P", name + b"\0" + sql + b"\0" + _int16.pack(len(parameter_types)) + types)


def bind(
    portal: bytes,
    statement: bytes,
    parameters: Sequence[bytes | None],
    parameter_formats: Sequence[int] = (),
    result_formats: Sequence[int] = (0,),
) -> bytes:
    """Bind: a statement with its parameters becomes a portal. Formats: 0 text, 1 binary."""
    body = [portal, b"\0", statement, b"\0", _int16s(parameter_formats), _int16.pack(len(parameters))]
    for value in parameters:
        body.append(_int32.pack(-1) if value is None else _int32.pack(len(value)) + value)
    body.append(_int16s(result_formats))
    return _message(b"B", b"".join(body))


def describe_statement(name: bytes) -> bytes:
    """Describe, of a prepared statement."""
    return _message(b"D", b"S" + name + b"\0")


def describe_portal(name: bytes) -> bytes:
    """Describe, of a portal."""
    return _message(b"D", b"P" + name + b"\0")


def execute(portal: bytes, row_limit: int = 0) -> bytes:
    """Execute; a limit of 0 is none."""
    return _message(b"E", portal + b"\0" + _int32.pack(row_limit))


def close_statement(name: bytes) -> bytes:
    """Close, of a prepared statement."""
    return _message(b"C", b"S" + name + b"\0")


def close_portal(name: bytes) -> bytes:
    """Close, of a portal."""
    return _message(b"C", b"P" + name + b"\0")


def sync() -> bytes:
    """Sync: ends an extended query and asks for ReadyForQuery."""
    return _message(b"S", b"")


def flush() -> bytes:
    """Flush: asks for what has been answered so far."""
    return _message(b"H", b"")


def copy_data(chunk: bytes) -> bytes:
    """CopyData: some of the data of a COPY FROM STDIN."""
    return _message(b"d", chunk)


def copy_done() -> bytes:
    """CopyDone: the data is complete."""
    return _message(b"c", b"")


def copy_fail(reason: str) -> bytes:
    """CopyFail: the data cannot be had; the server answers with an error that quotes the reason."""
    return _message(b"f", _cstring(reason))


def terminate() -> bytes:
    """Terminate: the last message of a session."""
    return _message(b"X", b"")


def _message(kind: bytes, body: bytes) -> bytes:
    return kind + _int32.pack(len(body) + 4) + body


def _cstring(text: str) -> bytes:
    return text.encode() + b"\0"


def _int16s(numbers: Iterable[int]) -> bytes:
    numbers = list(numbers)
    return _int16.pack(len(numbers)) + b"".join(map(_int16.pack, numbers))
