"""Keeps compiled workspace modules from one look to the next: most files are as they were."""

from importlib.machinery import SourceFileLoader
from types import CodeType

from stillroom.process.workspace import owns_path

# By path: the text it was compiled from, and the code. Of this look, and of the one before it: each look
# writes a revision under another name, which nobody will ask for again.
_compiled: dict[str, tuple[bytes, CodeType]] = {}
_before: dict[str, tuple[bytes, CodeType]] = {}
_compile = SourceFileLoader.source_to_code


def install() -> None:
    """Have the import system ask here first."""
    SourceFileLoader.source_to_code = _source_to_code


def turn() -> None:
    """A look has ended: what neither it nor the next one uses is forgotten."""
    global _compiled, _before
    _compiled, _before = {}, _compiled


def _source_to_code(self, data, path, *rest, **options) -> CodeType:
    if not owns_path(path):
        return _compile(self, data, path, *rest, **options)
    text, code = _compiled.get(path) or _before.get(path) or (None, None)
    if text != data:
        text, code = bytes(data), _compile(self, data, path, *rest, **options)
    _compiled[path] = text, code
    return code
