"""The commands that packages bring (`flask`, `alembic`, ...): the small scripts that pip writes for them."""

import os
import sys
from functools import cache
from importlib.metadata import entry_points
from types import ModuleType

BIN = "/usr/local/bin"
EDITOR = "stillroom-editor"
# As pip writes it: tracebacks show its last line.
_TEMPLATE = """#!/usr/local/bin/python
# -*- coding: utf-8 -*-
import re
import sys
from {module} import {name}
if __name__ == '__main__':
    sys.argv[0] = re.sub(r'(-script\\.pyw|\\.exe)?$', '', sys.argv[0])
    sys.exit({call}())
"""


@cache
def names() -> frozenset[str]:
    """The commands that the installed packages bring."""
    return frozenset(entry.name for entry in entry_points(group="console_scripts"))


def write_scripts() -> None:
    """Put the scripts where a traceback, or a program that looks for them, finds them."""
    os.makedirs(BIN, exist_ok=True)
    for entry in entry_points(group="console_scripts"):
        name = entry.attr.partition(".")[0]
        _write(entry.name, _TEMPLATE.format(module=entry.module, name=name, call=entry.attr))
    for name in (EDITOR, "python", "python3"):
        _write(name, "")


def run(name: str, argv: list[str]) -> None:
    """Run a package's command."""
    path = f"{BIN}/{name}"
    sys.argv = [path, *argv[1:]]
    sys.path.insert(0, BIN)
    main = ModuleType("__main__")
    main.__file__ = path
    main.__builtins__ = sys.modules["builtins"]
    sys.modules["__main__"] = main
    with open(path, "rb") as script:
        code = compile(script.read(), path, "exec", dont_inherit=True)
    exec(code, vars(main))


def _write(name: str, text: str) -> None:
    path = f"{BIN}/{name}"
    with open(path, "w", encoding="utf-8") as script:
        script.write(text)
    os.chmod(path, 0o755)
