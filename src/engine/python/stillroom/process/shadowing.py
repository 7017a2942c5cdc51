"""A file called random.py beside a script hides Python's own: also when that has been imported before.

Imported libraries stay in sys.modules from process to process, where `import` finds them first. So those that
a new `python ...` would not find, because the student has a module of the same name, are put aside meanwhile.
"""

import os
import sys
from types import ModuleType

# What CPython itself has imported before any script can get in its way.
_BEFORE_SCRIPTS = frozenset(
    [
        "abc",
        "codecs",
        "encodings",
        "genericpath",
        "importlib",
        "io",
        "os",
        "posixpath",
        "runpy",
        "site",
        "stat",
        "zipimport",
        "_collections_abc",
        "_sitebuiltins",
        "__main__",
    ]
) | frozenset(sys.builtin_module_names)

_aside: dict[str, ModuleType] = {}


def set_aside_shadowed(directory: str) -> None:
    """Put aside the libraries whose names the modules in a directory bear."""
    hidden = _module_names(directory) & sys.modules.keys() - _BEFORE_SCRIPTS
    for name in list(sys.modules) if hidden else ():
        if name.partition(".")[0] in hidden:
            _aside[name] = sys.modules.pop(name)


def bring_back() -> None:
    """Put them back."""
    sys.modules.update(_aside)
    _aside.clear()


def _module_names(directory: str) -> set[str]:
    try:
        entries = os.listdir(directory)
    except OSError:
        return set()
    packages = {entry for entry in entries if os.path.isfile(f"{directory}/{entry}/__init__.py")}
    return {entry.removesuffix(".py") for entry in entries if entry.endswith(".py")} | packages
