"""What a program can ask of its terminal: text, input, its size, and whether Ctrl-C was pressed.

The other side is programs.ts, registered as the JavaScript module `_stillroom_terminal`. Where the browser
can suspend WebAssembly (`can_run_sync`), waiting is `run_sync` of a promise; elsewhere it is a synchronous
function, if the host has one.
"""

import errno
import os
import time
from dataclasses import dataclass

import _stillroom_terminal as host
from pyodide.ffi import can_run_sync, run_sync

# How often, in seconds, a running program lets the page's messages in, so that Ctrl-C is heard.
_LISTEN_EVERY = 0.03
_CANNOT_WAIT = "This browser cannot wait for input while a program runs. Chrome, Edge and Firefox can."
_now = time.monotonic
_sleep = time.sleep


@dataclass
class Surroundings:
    """How the three streams of the running process lie: `tty[n]` says whether descriptor n is a terminal."""

    columns: int = 80
    lines: int = 24
    tty: tuple[bool, bool, bool] = (False, False, False)


_NOWHERE = Surroundings()
_now_running = _NOWHERE
_last_listened = 0.0


def attach(surroundings: Surroundings) -> None:
    """Make `surroundings` those of the process that starts now."""
    global _now_running, _last_listened
    _now_running = surroundings
    _last_listened = _now()


def detach() -> None:
    """The process has ended: what is written now is for Pyodide, which turns our errors into JavaScript's."""
    global _now_running
    _now_running = _NOWHERE


def is_attached() -> bool:
    """Tell whether a process runs."""
    return _now_running is not _NOWHERE


def is_terminal(descriptor: int) -> bool:
    """Tell whether one of the descriptors 0, 1 and 2 is the terminal."""
    return 0 <= descriptor <= 2 and _now_running.tty[descriptor]


def size(descriptor: int) -> os.terminal_size:
    """Answer like os.get_terminal_size."""
    if not is_terminal(descriptor):
        raise OSError(errno.ENOTTY, "Inappropriate ioctl for device")
    return os.terminal_size((_now_running.columns, _now_running.lines))


def write(descriptor: int, text: str) -> None:
    """Show text; a moment at which Ctrl-C is heard."""
    if not is_attached():
        os.write(descriptor, text.encode())
        return
    # First, because an interrupted write is repeated by the buffer above it.
    listen()
    if text:
        host.write(descriptor, text)


def read_line(secret: bool = False) -> str | None:
    """Read the next line of standard input with its newline, or None at the end."""
    if host.canReadSync():
        line = host.readLineSync(secret)
    elif can_run_sync():
        line = run_sync(host.readLine(secret))
        if line is False:
            raise KeyboardInterrupt
    else:
        raise EOFError(_CANNOT_WAIT)
    return line if isinstance(line, str) else None


def listen() -> None:
    """Raise KeyboardInterrupt if Ctrl-C was pressed. Cheap: messages are let in now and then only."""
    global _last_listened
    if _now() - _last_listened < _LISTEN_EVERY:
        return
    _last_listened = _now()
    if can_run_sync():
        run_sync(host.breathe())
        _last_listened = _now()
    if host.interrupted():
        raise KeyboardInterrupt


def sleep(seconds: float, /) -> None:
    """Wait like time.sleep, with the page's messages coming in where that is possible."""
    if seconds < 0:
        raise ValueError("sleep length must be non-negative")
    if can_run_sync():
        run_sync(host.sleep(seconds * 1000))
    else:
        _sleep(seconds)
    listen()


def edit(path: str) -> None:
    """Show a file in the editor."""
    host.edit(os.path.abspath(path))
