"""Modules of the workspace are imported afresh by every process; those of libraries stay."""

import sys

from ..shadowing import bring_back
from ..workspace import owns_module


class Modules:
    """Drops what was loaded from the workspace, and `__main__`."""

    def restore(self) -> None:
        for name, module in list(sys.modules.items()):
            if name == "__main__" or module is None or owns_module(module):
                del sys.modules[name]
        bring_back()
