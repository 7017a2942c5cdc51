"""Backend messages: bytes to Python values."""

from collections.abc import Iterator
from struct import Struct
from typing import NamedTuple

from .result import Field

_header = Struct("!ci")
_int32 = Struct("!i")
_int16 = Struct("!h")
_field = Struct("!IhIhih")


class Notification(NamedTuple):
    """A NOTIFY that reached a session that listens."""

    pid: int
    channel: str
    payload: str


def messages(reply: bytes) -> Iterator[tuple[bytes, bytes]]:
    """The messages of a reply as pairs of type and body; stops before a message that is cut short."""
    position = 0
    end = len(reply)
    unpack = _header.unpack_from
    while position + 5 <= end:
        kind, length = unpack(reply, position)
        following = position + 1 + length
        if following > end:
            return
        yield kind, reply[position + 5 : following]
        position = following


def data_row(body: bytes) -> tuple[bytes | None, ...]:
    """DataRow: the values as the server sent them."""
    values: list[bytes | None] = []
    position = 2
    end = len(body)
    unpack = _int32.unpack_from
    while position < end:
        (length,) = unpack(body, position)
        position += 4
        if length < 0:
            values.append(None)
        else:
            values.append(body[position : position + length])
            position += length
    return tuple(values)


def row_description(body: bytes) -> list[Field]:
    """RowDescription: what each column is."""
    fields = []
    position = 2
    for _ in range(_int16.unpack_from(body)[0]):
        end = body.index(b"\0", position)
        name = body[position:end].decode()
        table, column, oid, size, modifier, format_code = _field.unpack_from(body, end + 1)
        fields.append(Field(name, table, column, oid, size, modifier, format_code))
        position = end + 1 + _field.size
    return fields


def parameter_description(body: bytes) -> list[int]:
    """ParameterDescription: the types of a statement's parameters."""
    count = _int16.unpack_from(body)[0]
    return [int.from_bytes(body[2 + 4 * i : 6 + 4 * i], "big") for i in range(count)]


def error_fields(body: bytes) -> dict[str, str]:
    """ErrorResponse or NoticeResponse: the fields by their one-letter codes."""
    return {chr(part[0]): part[1:].decode("utf-8", "replace") for part in body.split(b"\0") if part}


def parameter_status(body: bytes) -> tuple[str, str]:
    """ParameterStatus: a setting and its value."""
    name, value, _ = body.split(b"\0")
    return name.decode(), value.decode()


def backend_key(body: bytes) -> tuple[int, bytes]:
    """BackendKeyData: the process number and the key that a cancel request shows."""
    return _int32.unpack_from(body)[0], body[4:]


def notification(body: bytes) -> Notification:
    """NotificationResponse."""
    channel, payload, _ = body[4:].split(b"\0")
    return Notification(_int32.unpack_from(body)[0], channel.decode(), payload.decode())


def copy_formats(body: bytes) -> list[int]:
    """CopyInResponse and CopyOutResponse: the format of each column."""
    count = _int16.unpack_from(body, 1)[0]
    return [_int16.unpack_from(body, 3 + 2 * i)[0] for i in range(count)]
