"""Keeps compiled workspace modules from one look to the next: most files are as they were."""

from importlib.machinery import SourceFileLoader
from types import CodeType

from stillroom.process.workspace import owns_path

# By path: the text it was compiled from, and the code.
_compiled: dict[str, tuple[bytes, CodeType]] = {}
_compile = SourceFileLoader.source_to_code
_LIMIT = 2000


def install() -> None:
    """Have the import system ask here first."""
    SourceFileLoader.source_to_code = _source_to_code


def _source_to_code(self, data, path, *rest, **options) -> CodeType:
    if not owns_path(path):
        return _compile(self, data, path, *rest, **options)
    text, code = _compiled.get(path, (None, None))
    if text != data:
        code = _compile(self, data, path, *rest, **options)
        if len(_compiled) >= _LIMIT:
            _compiled.clear()
        _compiled[path] = (bytes(data), code)
    return code
