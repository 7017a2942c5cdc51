"""How the interpreter answers when a program asks where and what it is: as one installed under /usr/local."""

import sys

PREFIX = "/usr/local"


def assume() -> None:
    """Set what CPython computes from the place of its executable, which Pyodide has not got."""
    sys.executable = sys._base_executable = f"{PREFIX}/bin/python"
    sys.prefix = sys.exec_prefix = sys.base_prefix = sys.base_exec_prefix = PREFIX
