"""Connection URIs: `postgresql://user:password@host:port,host:port/dbname?option=value`."""

import re
from urllib.parse import unquote_to_bytes

from .options import NAMES


class ConninfoError(ValueError):
    """A connection string that libpq refuses, in its words."""


_SCHEMES = ("postgresql://", "postgres://")
_BROKEN_TOKEN = re.compile(r"%(?![0-9A-Fa-f]{2})")


def is_uri(conninfo: str) -> bool:
    """Whether libpq would read this as a URI."""
    return conninfo.startswith(_SCHEMES)


def parse_uri(uri: str) -> dict[str, str]:
    """The options that a URI gives."""
    rest = uri.split("://", 1)[1]
    authority_end = next((i for i, character in enumerate(rest) if character in "/?"), len(rest))
    authority, rest = rest[:authority_end], rest[authority_end:]
    given = {}
    credentials, at, hosts = authority.rpartition("@")
    if at:
        user, colon, password = credentials.partition(":")
        given["user"] = _decode(user)
        given["password"] = _decode(password) if colon else ""
    given |= _hosts(uri, hosts)
    path, _, query = rest.partition("?")
    given["dbname"] = _decode(path[1:])
    return {name: value for name, value in given.items() if value} | _query(query)


def _hosts(uri: str, text: str) -> dict[str, str]:
    hosts, ports = [], []
    for part in text.split(","):
        if part.startswith("["):
            host, port = _ipv6(uri, part)
        else:
            host, _, port = part.partition(":")
        hosts.append(_decode(host))
        ports.append(_decode(port))
    several = len(hosts) > 1
    return {
        "host": ",".join(hosts) if any(hosts) or several else "",
        "port": ",".join(ports) if any(ports) else "",
    }


def _ipv6(uri: str, part: str) -> tuple[str, str]:
    host, bracket, rest = part[1:].partition("]")
    if not bracket:
        raise ConninfoError(
            f'end of string reached when looking for matching "]" in IPv6 host address in URI: "{uri}"\n'
        )
    if not host:
        raise ConninfoError(f'IPv6 host address may not be empty in URI: "{uri}"\n')
    if rest and not rest.startswith(":"):
        position = uri.index(part) + len(host) + 3
        raise ConninfoError(
            f'unexpected character "{rest[0]}" at position {position} in URI (expected ":" or "/"): "{uri}"\n'
        )
    return host, rest[1:]


def _query(text: str) -> dict[str, str]:
    given = {}
    for part in text.split("&") if text else ():
        name, equals, value = part.partition("=")
        if not equals:
            raise ConninfoError(f'missing key/value separator "=" in URI query parameter: "{name}"\n')
        if "=" in value:
            raise ConninfoError(f'extra key/value separator "=" in URI query parameter: "{name}"\n')
        name, value = _decode(name), _decode(value)
        if (name, value) == ("ssl", "true"):
            name, value = "sslmode", "require"
        if name not in NAMES:
            raise ConninfoError(f'invalid URI query parameter: "{name}"\n')
        given[name] = value
    return given


def _decode(text: str) -> str:
    broken = _BROKEN_TOKEN.search(text)
    if broken:
        raise ConninfoError(f'invalid percent-encoded token: "{text}"\n')
    decoded = unquote_to_bytes(text)
    if b"\0" in decoded:
        raise ConninfoError(f'forbidden value %00 in percent-encoded value: "{text}"\n')
    return decoded.decode()
