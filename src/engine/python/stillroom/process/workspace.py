"""Which files and functions are the student's own, and so belong to one process only."""

import functools
import sys
from types import CodeType

ROOTS = ("/home/student", "/tmp")
_WITHIN = tuple(f"{root}/" for root in ROOTS)
# Code that came from a command line or from standard input has no file.
COMMAND_LINE = ("<string>", "<stdin>")


def owns_path(path: object) -> bool:
    """Tell whether a file or directory lies in the student's part of the file system."""
    # Asked thousands of times in a look at many models.
    return isinstance(path, str) and (path.startswith(_WITHIN) or path in ROOTS)


def owns_code(code: CodeType) -> bool:
    """Tell whether compiled code came from the student's files or command line."""
    return owns_path(code.co_filename) or code.co_filename in COMMAND_LINE


def owns_callable(function: object) -> bool:
    """Tell whether a function, method, partial or callable object was written by the student."""
    while isinstance(function, functools.partial):
        function = function.func
    function = getattr(function, "__func__", function)
    code = getattr(function, "__code__", None)
    if isinstance(code, CodeType):
        return owns_code(code)
    kind = function if isinstance(function, type) else type(function)
    module = sys.modules.get(kind.__module__)
    return kind.__module__ == "__main__" or (module is not None and owns_module(module))


def owns_module(module: object) -> bool:
    """Tell whether a module was loaded from the workspace; a namespace package counts by its directories."""
    file = getattr(module, "__file__", None)
    if file is not None:
        return owns_path(file)
    path = getattr(module, "__path__", None)
    return path is not None and any(owns_path(entry) for entry in path)
