"""The few functions of the standard library that reach for a terminal or another process."""

import errno
import getpass
import os
import shlex
import subprocess
import sys
import time

from . import terminal
from .scripts import EDITOR

# The status with which a shell ends when it finds no such command, as os.system gives it.
_NOT_FOUND = 127 << 8


def patch_standard_library() -> None:
    """Lead them to the terminal and the editor of the page."""
    os.isatty = terminal.is_terminal
    os.get_terminal_size = _get_terminal_size
    time.sleep = terminal.sleep
    getpass.getpass = _getpass
    subprocess._can_fork_exec = True
    subprocess.Popen._execute_child = _start_program
    os.system = _system


def patch_server() -> None:
    """Say in words that there is no development server, instead of waiting for ever for a connection."""
    import flask.cli
    import werkzeug.serving

    # Flask 3 binds the name where it is imported, Flask 2 looks it up.
    for module in (werkzeug, werkzeug.serving, flask.cli):
        if hasattr(module, "run_simple"):
            module.run_simple = _run_simple


def _run_simple(*_args, **_options) -> None:
    sys.exit("stillroom: the development server is not here yet; every other command of the app works.")


def _get_terminal_size(fd: int = 1, /) -> os.terminal_size:
    return terminal.size(fd)


def _getpass(prompt: str = "Password: ", stream=None, *, echo_char: str | None = None) -> str:
    """Ask without showing what is typed."""
    stream = stream or sys.stderr
    stream.write(prompt)
    stream.flush()
    line = terminal.read_line(secret=True)
    stream.write("\n")
    if line is None:
        raise EOFError
    return line.removesuffix("\n")


def _start_program(process, args, executable, *_rest) -> None:
    """subprocess.Popen's last step: $EDITOR opens the page's editor, other programs cannot be had."""
    words = [os.fspath(word) for word in ([args] if isinstance(args, (str, bytes, os.PathLike)) else args)]
    if not _open_editor(words):
        raise OSError(errno.ENOTSUP, "Python cannot start another program here", words[0])
    process._child_created = True
    process.pid, process.returncode = 0, 0


def _system(command: str) -> int:
    """os.system, for $EDITOR only."""
    return 0 if _open_editor(shlex.split(command)) else _NOT_FOUND


def _open_editor(words: list[str]) -> bool:
    if len(words) != 2 or os.path.basename(words[0]) != EDITOR:
        return False
    terminal.edit(words[1])
    return True
