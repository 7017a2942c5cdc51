"""The transaction characteristics of a connection: how they are given, and the SQL that sets them."""

from collections.abc import Iterator
from typing import NamedTuple

_LEVELS = {1: "read committed", 2: "repeatable read", 3: "serializable", 4: "read uncommitted"}
_NUMBERS = {name: number for number, name in _LEVELS.items()}


class Characteristics(NamedTuple):
    """What transactions are like; None leaves it to the server."""

    isolation_level: int | None = None
    readonly: bool | None = None
    deferrable: bool | None = None

    def begin(self) -> str:
        """The statement that opens such a transaction."""
        words = ["BEGIN"]
        if self.isolation_level is not None:
            words.append(f"ISOLATION LEVEL {_LEVELS[self.isolation_level].upper()}")
        if self.readonly is not None:
            words.append("READ ONLY" if self.readonly else "READ WRITE")
        if self.deferrable is not None:
            words.append("DEFERRABLE" if self.deferrable else "NOT DEFERRABLE")
        return " ".join(words)

    def settings(self) -> dict[str, str | None]:
        """The session's defaults that have the same effect, where no BEGIN is sent."""
        level = self.isolation_level
        return {
            "default_transaction_isolation": None if level is None else _LEVELS[level],
            "default_transaction_read_only": _ON_OFF[self.readonly],
            "default_transaction_deferrable": _ON_OFF[self.deferrable],
        }


_ON_OFF = {None: None, True: "on", False: "off"}


def setting_changes(before: Characteristics | None, after: Characteristics | None) -> Iterator[str]:
    """The SET statements between two states; None is a connection that sends BEGIN itself."""
    old = (before or Characteristics()).settings()
    for name, value in (after or Characteristics()).settings().items():
        if value != old[name]:
            yield f"SET {name} TO DEFAULT" if value is None else f"SET {name} TO '{value}'"


def isolation_level(value) -> int | None:
    """An isolation level given by number or name."""
    if value is None:
        return None
    if isinstance(value, (bytes, str)):
        name = (value.decode() if isinstance(value, bytes) else value).lower()
        if name == "default":
            return None
        if name not in _NUMBERS:
            raise ValueError(f"bad value for isolation_level: '{name}'")
        return _NUMBERS[name]
    level = int(value)
    if level not in _LEVELS:
        raise ValueError("isolation_level must be between 1 and 4")
    return level


def on_off_default(value) -> bool | None:
    """A switch that may be left to the server."""
    if value is None:
        return None
    if isinstance(value, (bytes, str)):
        name = value.decode() if isinstance(value, bytes) else value
        if name.lower() != "default":
            raise ValueError(f"the only string accepted is 'default'; got {name}")
        return None
    return bool(value)
