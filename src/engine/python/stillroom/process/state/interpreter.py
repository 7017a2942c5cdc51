"""What lies in `sys`, `builtins`, the environment and the smaller corners of the standard library."""

import atexit
import builtins
import gc
import linecache
import locale
import os
import signal
import socket
import sys
import tempfile
import threading
import weakref

from ..workspace import COMMAND_LINE, owns_path

_SYS_NAMES = (
    "displayhook",
    "excepthook",
    "unraisablehook",
    "breakpointhook",
    "tracebacklimit",
    "ps1",
    "ps2",
    "last_exc",
    "last_type",
    "last_value",
    "last_traceback",
    "_xoptions",
    "warnoptions",
    "platform",
    "version",
    "executable",
    "prefix",
    "dont_write_bytecode",
)


class InterpreterState:
    """Restores sys, builtins, signals, locale and what hangs on them."""

    def __init__(self) -> None:
        sys.excepthook = sys.__excepthook__
        sys.dont_write_bytecode = True
        atexit._clear()
        self._path = [entry for entry in sys.path if entry]
        self._hooks = list(sys.path_hooks), list(sys.meta_path)
        self._sys = {name: getattr(sys, name) for name in _SYS_NAMES if hasattr(sys, name)}
        self._builtins = dict(vars(builtins))
        self._recursion_limit = sys.getrecursionlimit()
        self._digits = sys.get_int_max_str_digits()
        self._signals = {number: signal.getsignal(number) for number in signal.valid_signals()}
        self._locale = locale.setlocale(locale.LC_ALL)
        self._thread_hook = threading.excepthook
        self._gc = gc.get_threshold()
        self._umask = os.umask(0o022)

    def restore(self) -> None:
        for name in _SYS_NAMES:
            if name in self._sys:
                setattr(sys, name, self._sys[name])
            elif hasattr(sys, name):
                delattr(sys, name)
        sys.settrace(None)
        sys.setprofile(None)
        sys.setrecursionlimit(self._recursion_limit)
        sys.set_int_max_str_digits(self._digits)
        self._restore_import_paths()
        _restore_dict(vars(builtins), self._builtins)
        for number, handler in self._signals.items():
            if signal.getsignal(number) is not handler:
                signal.signal(number, handler)
        locale.setlocale(locale.LC_ALL, self._locale)
        threading.excepthook = self._thread_hook
        threading.settrace(None)
        threading.setprofile(None)
        socket.setdefaulttimeout(None)
        tempfile.tempdir = None
        gc.enable()
        gc.set_threshold(*self._gc)
        gc.set_debug(0)
        os.umask(0o022)
        _forget_lines()
        # The first finalizer of a process must register itself with atexit again.
        weakref.finalize._registered_with_atexit = False
        weakref.finalize._shutdown = False

    def _restore_import_paths(self) -> None:
        sys.path[:] = self._path
        sys.path_hooks[:], sys.meta_path[:] = (list(hooks) for hooks in self._hooks)
        for entry in list(sys.path_importer_cache):
            if owns_path(entry):
                del sys.path_importer_cache[entry]


def _forget_lines() -> None:
    """Forget the workspace's source lines. Those of code that SQLAlchemy has generated are there for good."""
    for name in list(linecache.cache):
        if owns_path(name) or name in COMMAND_LINE:
            del linecache.cache[name]
    linecache._interactive_cache.clear()


def _restore_dict(current: dict, original: dict) -> None:
    """Make `current` equal to `original`; what belongs there is never missing meanwhile."""
    current.update(original)
    for name in current.keys() - original.keys():
        del current[name]
