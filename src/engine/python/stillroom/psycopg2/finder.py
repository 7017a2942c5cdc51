"""Makes `import psycopg2._psycopg` find the replacement."""

import sys
from importlib import import_module
from importlib.machinery import ModuleSpec
from types import ModuleType

NAME = "psycopg2._psycopg"


class _Finder:
    """Finds and loads one module: the replacement under the name of the C module."""

    @staticmethod
    def find_spec(name: str, path=None, target=None) -> ModuleSpec | None:
        return ModuleSpec(name, _Finder, origin="stillroom") if name == NAME else None

    @staticmethod
    def create_module(spec: ModuleSpec) -> None:
        return None

    @staticmethod
    def exec_module(module: ModuleType) -> None:
        contents = import_module("stillroom.psycopg2.module")
        for name in contents.__all__:
            setattr(module, name, getattr(contents, name))
        module.__doc__ = "psycopg2 PostgreSQL driver"


def install() -> None:
    """Puts the finder in front; calling it again changes nothing."""
    if _Finder not in sys.meta_path:
        sys.meta_path.insert(0, _Finder)
