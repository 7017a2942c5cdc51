"""Connection strings: `key=value` pairs and URIs, with libpq's own complaints."""

import re

from .options import NAMES, OPTIONS
from .uri import ConninfoError, is_uri, parse_uri

__all__ = ["ConninfoError", "parse_conninfo"]

_SPACE = re.compile(r"\s*")
_NAME = re.compile(r"[^\s=]+")
_PLAIN = re.compile(r"(?:\\.?|[^\s\\])*", re.DOTALL)
_QUOTED = re.compile(r"'((?:\\.|[^'\\])*)'", re.DOTALL)
_BACKSLASH = re.compile(r"\\(.?)", re.DOTALL)


def parse_conninfo(conninfo: str) -> dict[str, str]:
    """The options a connection string gives, in libpq's order (`PQconninfoParse`)."""
    given = parse_uri(conninfo) if is_uri(conninfo) else _parse_pairs(conninfo)
    return {option.name: given[option.name] for option in OPTIONS if option.name in given}


def _parse_pairs(conninfo: str) -> dict[str, str]:
    given = {}
    position = _skip_space(conninfo, 0)
    while position < len(conninfo):
        found = _NAME.match(conninfo, position)
        name = found[0] if found else ""
        position = _skip_space(conninfo, position + len(name))
        if conninfo[position : position + 1] != "=":
            raise ConninfoError(f'missing "=" after "{name}" in connection info string\n')
        value, position = _value(conninfo, _skip_space(conninfo, position + 1))
        if name not in NAMES:
            raise ConninfoError(f'invalid connection option "{name}"\n')
        given[name] = value
        position = _skip_space(conninfo, position)
    return given


def _value(conninfo: str, position: int) -> tuple[str, int]:
    if conninfo[position : position + 1] != "'":
        found = _PLAIN.match(conninfo, position)
        return _BACKSLASH.sub(r"\1", found[0]), found.end()
    found = _QUOTED.match(conninfo, position)
    if not found:
        raise ConninfoError("unterminated quoted string in connection info string\n")
    return _BACKSLASH.sub(r"\1", found[1]), found.end()


def _skip_space(text: str, position: int) -> int:
    return _SPACE.match(text, position).end()
