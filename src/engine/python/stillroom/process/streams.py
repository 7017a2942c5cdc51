"""Standard input, output and error: one object each for life, made new in place for every process.

Libraries bind `sys.stdout` when they are imported (Alembic's Config does), so the objects must never change.
Calling `__init__` on a TextIOWrapper again gives it a fresh buffer and undoes what a program did to it:
`reconfigure`, `detach`, even `close`.
"""

import codecs
import io
import sys
from contextlib import suppress

from . import terminal

STDIN, STDOUT, STDERR = range(3)
_streams = (sys.stdin, sys.stdout, sys.stderr)


class _Output(io.RawIOBase):
    """The file behind standard output or error: hands what is written to the terminal as text."""

    def __init__(self, descriptor: int) -> None:
        self._descriptor = descriptor
        self._decoder = codecs.getincrementaldecoder("utf-8")("replace")
        self.name = "<stdout>" if descriptor == STDOUT else "<stderr>"
        self.mode = "wb"

    def writable(self) -> bool:
        return True

    def fileno(self) -> int:
        return self._descriptor

    def isatty(self) -> bool:
        return terminal.is_terminal(self._descriptor)

    def write(self, data) -> int:
        if self._descriptor == STDERR:
            # Keeps the two in the order in which the program wrote them.
            flush(STDOUT)
        size = memoryview(data).nbytes
        terminal.write(self._descriptor, self._decoder.decode(bytes(data)))
        return size


class _Input(io.RawIOBase):
    """The file behind standard input: asks for a line when the one before is used up."""

    def __init__(self) -> None:
        self._rest = b""
        self.name = "<stdin>"
        self.mode = "rb"

    def readable(self) -> bool:
        return True

    def fileno(self) -> int:
        return STDIN

    def isatty(self) -> bool:
        return terminal.is_terminal(STDIN)

    def readinto(self, buffer) -> int:
        if not self._rest:
            flush(STDOUT)
            self._rest = (terminal.read_line() or "").encode(errors="surrogateescape")
        size = min(len(buffer), len(self._rest))
        buffer[:size], self._rest = self._rest[:size], self._rest[size:]
        return size


def renew() -> None:
    """Make the three streams as a new process finds them."""
    stdin, stdout, stderr = _streams
    stdin.__init__(io.BufferedReader(_Input()), encoding="utf-8", errors="strict", line_buffering=False)
    stdout.__init__(
        io.BufferedWriter(_Output(STDOUT)),
        encoding="utf-8",
        errors="strict",
        line_buffering=True,
        write_through=False,
    )
    stderr.__init__(
        io.BufferedWriter(_Output(STDERR)),
        encoding="utf-8",
        errors="backslashreplace",
        line_buffering=True,
        write_through=True,
    )
    for stream, mode in zip(_streams, ("r", "w", "w"), strict=True):
        stream.mode = mode
    sys.stdin, sys.stdout, sys.stderr = _streams
    sys.__stdin__, sys.__stdout__, sys.__stderr__ = _streams


def flush(descriptor: int) -> None:
    """Let out what a stream holds back; a stream that the program closed holds nothing."""
    with suppress(ValueError):
        _streams[descriptor].flush()
