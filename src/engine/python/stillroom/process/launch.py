"""From an argument list to a running program, and from its end to an exit code."""

import atexit
import sys
from collections.abc import Callable

from . import ending, python, scripts, streams
from .tracebacks import without_engine_frames

INTERRUPTED = 130


def launch(argv: list[str]) -> int:
    """Run the program that argv[0] names, to the very end: exit functions, flushed streams."""
    ending.forget()
    code = _exit_code(lambda: _start(argv))
    atexit._run_exitfuncs()
    streams.flush(streams.STDOUT)
    streams.flush(streams.STDERR)
    return code


def _start(argv: list[str]) -> int | None:
    name = argv[0].rpartition("/")[2]
    if name in scripts.names():
        return scripts.run(name, argv)
    return python.run(argv)


def _exit_code(program: Callable[[], int | None]) -> int:
    try:
        return program() or 0
    except SystemExit as request:
        # Flask-Migrate and Click report an error themselves, and then exit while they handle it.
        ending.note(request.__context__)
        return _code_of(request.code)
    except KeyboardInterrupt as error:
        _report(error)
        return INTERRUPTED
    except BaseException as error:
        _report(error)
        return 1


def _code_of(value: object) -> int:
    """What CPython makes of the argument of `sys.exit`."""
    if value is None:
        return 0
    if isinstance(value, int):
        return value & 0xFF
    print(value, file=sys.stderr)
    return 1


def _report(error: BaseException) -> None:
    """Show an exception that nothing caught, through the program's own hook if it has set one."""
    streams.flush(streams.STDOUT)
    ending.note(error)
    error.__traceback__ = without_engine_frames(error.__traceback__)
    try:
        sys.excepthook(type(error), error, error.__traceback__)
    except BaseException as failure:
        failure.__traceback__ = without_engine_frames(failure.__traceback__)
        print("Error in sys.excepthook:", file=sys.stderr)
        sys.__excepthook__(type(failure), failure, failure.__traceback__)
        print("\nOriginal exception was:", file=sys.stderr)
        sys.__excepthook__(type(error), error, error.__traceback__)
