"""What CPython 3.14 no longer has and the pins of 2021 still use."""

import ast
import importlib.util
import pkgutil


def install() -> None:
    """Put it back."""
    ast.Str = _Str
    pkgutil.get_loader = _get_loader
    _teach_six()


class _StrMeta(type):
    def __instancecheck__(cls, node: object) -> bool:
        return isinstance(node, ast.Constant) and isinstance(node.value, str)


class _Str(metaclass=_StrMeta):
    """ast.Str until 3.11: made with `s`, tested with isinstance, read through `.s` (by Werkzeug's router)."""

    def __new__(cls, s: str) -> ast.Constant:
        return _StrConstant(value=s)


class _StrConstant(ast.Constant):
    @property
    def s(self) -> str:
        return self.value


def _get_loader(name: str):
    """pkgutil.get_loader, as Flask 2.0 calls it."""
    spec = importlib.util.find_spec(name)
    return None if spec is None else spec.loader


def _teach_six() -> None:
    """six 1.15's importer of `six.moves` speaks the protocol of Python 3.3 only."""
    import six

    importer = type(six._importer)
    importer.find_spec = _find_spec
    importer.create_module = lambda self, spec: self.load_module(spec.name)
    importer.exec_module = lambda self, module: None


def _find_spec(self, fullname: str, path=None, target=None):
    if fullname in self.known_modules:
        return importlib.util.spec_from_loader(fullname, self)
    return None
