"""Which connection listens to which channel: the backend tells the session that notifies, not the listeners."""

import re

from .result import Result

_NAMES = re.compile(r'\b(un)?listen\s+("(?:[^"]|"")+"|[^\s;]+)', re.IGNORECASE)


def channels_after(channels: frozenset[str], sql: str, results: list[Result]) -> frozenset[str]:
    """The channels that a connection listens to once a query has run."""
    commands = {result.command_status for result in results}
    if 'DISCARD ALL' in commands:
        return frozenset()
    if not commands & {'LISTEN', 'UNLISTEN'}:
        return channels
    for ends, name in _NAMES.findall(sql):
        if ends and name == '*':
            channels = frozenset()
        elif ends:
            channels -= {_folded(name)}
        else:
            channels |= {_folded(name)}
    return channels


def _folded(name: str) -> str:
    return name[1:-1].replace('""', '"') if name.startswith('"') else name.lower()
