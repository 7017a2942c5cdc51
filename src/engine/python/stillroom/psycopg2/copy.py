"""COPY: the statement, and the file on the client's side.

The backend cannot wait for data in the middle of a statement, so a COPY FROM STDIN travels with all of it.
"""

from collections.abc import Iterable, Sequence
from io import TextIOBase

from ..libpq import ExecStatus, encode
from .adapt import quoted
from .sql_text import decoded, quote_ident

STATUSES = (ExecStatus.COPY_IN, ExecStatus.COPY_OUT)
COMPLAINTS = {
    ExecStatus.COPY_IN: "can't execute COPY FROM: use the copy_from() method instead",
    ExecStatus.COPY_OUT: "can't execute COPY TO: use the copy_to() method instead",
}


def statement(
    connection, table: str, columns: Sequence[str] | None, direction: str, sep: str, null: str
) -> bytes:
    """The COPY of a whole table or some columns of it."""
    names = ""
    if columns is not None:
        names = "(" + ",".join(quote_ident(decoded(name), connection) for name in columns) + ")"
    head = f"COPY {quote_ident(decoded(table), connection)}{names} {direction} WITH DELIMITER AS "
    return head.encode(connection._codec) + quoted(sep, connection) + b" NULL AS " + quoted(null, connection)


def read_all(file, size: int, connection) -> bytes:
    """The messages that carry a file's contents, or the reason why it cannot be read."""
    messages = []
    try:
        while chunk := file.read(size):
            if isinstance(chunk, str):
                chunk = chunk.encode(connection._codec)
            if not isinstance(chunk, (bytes, bytearray, memoryview)):
                return encode.copy_fail("error in .read() call")
            messages.append(encode.copy_data(_to_utf8(bytes(chunk), connection)))
    except Exception as error:
        return encode.copy_fail(f"error in .read() call: {type(error).__name__} {error}")
    return b"".join(messages) + encode.copy_done()


def write_all(file, chunks: Iterable[bytes], connection) -> None:
    """Writes what the server sent, as text if the file wants text."""
    wants_text = isinstance(file, TextIOBase)
    for chunk in chunks:
        if wants_text:
            file.write(chunk.decode())
        else:
            file.write(chunk if connection._codec == "utf_8" else chunk.decode().encode(connection._codec))


def check_readable(file) -> None:
    """Refuses what cannot be read from."""
    if not hasattr(file, "read"):
        raise TypeError("argument 1 must have a .read() method")


def check_writable(file) -> None:
    """Refuses what cannot be written to."""
    if not hasattr(file, "write"):
        raise TypeError("argument 1 must have a .write() method")


def check_file(file) -> None:
    """Refuses what can be neither read nor written."""
    if not hasattr(file, "read") and not hasattr(file, "write"):
        raise TypeError(
            "file must be a readable file-like object for COPY FROM; a writable file-like object for COPY TO."
        )


def _to_utf8(chunk: bytes, connection) -> bytes:
    return chunk if connection._codec in ("utf_8", "ascii") else chunk.decode(connection._codec).encode()
