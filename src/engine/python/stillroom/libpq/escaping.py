"""Quoting of literals, identifiers and binary data, as libpq does it."""

import re

_OCTAL = re.compile(rb"\\(?:([0-3][0-7]{2})|(.))", re.DOTALL)


def escape_string(value: bytes, *, standard_conforming_strings: bool) -> bytes:
    """What stands between the quotes of a literal (`PQescapeStringConn`)."""
    if not standard_conforming_strings:
        value = value.replace(b"\\", b"\\\\")
    return value.replace(b"'", b"''")


def escape_literal(value: bytes) -> bytes:
    """A whole literal, with `E` where there are backslashes (`PQescapeLiteral`)."""
    quoted = value.replace(b"'", b"''")
    if b"\\" in quoted:
        return b" E'" + quoted.replace(b"\\", b"\\\\") + b"'"
    return b"'" + quoted + b"'"


def escape_identifier(name: str) -> str:
    """A quoted identifier (`PQescapeIdentifier`)."""
    return '"' + name.replace('"', '""') + '"'


def escape_bytea(value: bytes, *, standard_conforming_strings: bool) -> bytes:
    """Binary data in hex form, ready to stand between quotes (`PQescapeByteaConn`)."""
    return (b"\\x" if standard_conforming_strings else b"\\\\x") + value.hex().encode()


def unescape_bytea(text: bytes) -> bytes:
    """Binary data from either of the server's text forms (`PQunescapeBytea`)."""
    if text[:2] == b"\\x":
        return bytes.fromhex(text[2:].decode("ascii"))
    return _OCTAL.sub(lambda found: bytes([int(found[1], 8)]) if found[1] else found[2], text)
