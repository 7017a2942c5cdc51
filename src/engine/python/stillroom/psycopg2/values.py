"""Small values the driver hands out: columns, notifications, transaction names."""

import re
from base64 import b64decode, b64encode


class Column:
    """Description of a column returned by a query: reads like a tuple of seven."""

    __module__ = "psycopg2.extensions"
    _NAMES = ("name", "type_code", "display_size", "internal_size", "precision", "scale", "null_ok")
    __slots__ = (*_NAMES, "table_oid", "table_column")
    __hash__ = None

    def __init__(
        self,
        name=None,
        type_code=None,
        display_size=None,
        internal_size=None,
        precision=None,
        scale=None,
        null_ok=None,
        table_oid=None,
        table_column=None,
    ) -> None:
        self.name = name
        self.type_code = type_code
        self.display_size = display_size
        self.internal_size = internal_size
        self.precision = precision
        self.scale = scale
        self.null_ok = null_ok
        self.table_oid = table_oid
        self.table_column = table_column

    def _astuple(self) -> tuple:
        return tuple(getattr(self, name) for name in self._NAMES)

    def __len__(self) -> int:
        return len(self._NAMES)

    def __getitem__(self, index):
        return self._astuple()[index]

    def __eq__(self, other) -> bool:
        return self._astuple() == _plain(other)

    def __lt__(self, other) -> bool:
        return self._astuple() < _plain(other)

    def __le__(self, other) -> bool:
        return self._astuple() <= _plain(other)

    def __gt__(self, other) -> bool:
        return self._astuple() > _plain(other)

    def __ge__(self, other) -> bool:
        return self._astuple() >= _plain(other)

    def __repr__(self) -> str:
        return f"Column(name={self.name!r}, type_code={self.type_code!r})"

    def __getstate__(self) -> tuple:
        return (*self._astuple(), self.table_oid, self.table_column)

    def __setstate__(self, state: tuple) -> None:
        self.__init__(*state)


def _plain(other):
    return other._astuple() if isinstance(other, Column) else other


class Notify:
    """A notification received from the backend: reads like a pair of pid and channel."""

    __module__ = "psycopg2.extensions"
    __slots__ = ("channel", "payload", "pid")

    def __init__(self, pid, channel, payload="") -> None:
        self.pid = pid
        self.channel = channel
        self.payload = payload

    def __len__(self) -> int:
        return 2

    def __getitem__(self, index):
        return (self.pid, self.channel)[index]

    def _comparable(self, other) -> tuple[tuple, tuple]:
        if isinstance(other, Notify):
            return (self.pid, self.channel, self.payload), (other.pid, other.channel, other.payload)
        return (self.pid, self.channel), other

    def __eq__(self, other) -> bool:
        mine, others = self._comparable(other)
        return mine == others

    def __lt__(self, other) -> bool:
        mine, others = self._comparable(other)
        return mine < others

    def __le__(self, other) -> bool:
        return self == other or self < other

    def __gt__(self, other) -> bool:
        return not self <= other

    def __ge__(self, other) -> bool:
        return not self < other

    def __hash__(self) -> int:
        # Without a payload it equals the pair, so it has the pair's hash.
        pair = (self.pid, self.channel)
        return hash((*pair, self.payload) if self.payload else pair)

    def __repr__(self) -> str:
        return f"Notify({self.pid!r}, {self.channel!r}, {self.payload!r})"


_XID = re.compile(r"(\d+)_([^_]*)_([^_]*)")


class Xid:
    """A transaction identifier used for two-phase commit."""

    __module__ = "psycopg2.extensions"
    __slots__ = ("bqual", "database", "format_id", "gtrid", "owner", "prepared")

    def __init__(self, format_id, gtrid, bqual) -> None:
        if not 0 <= format_id <= 0x7FFFFFFF:
            raise ValueError("format_id must be a non-negative 32-bit integer")
        for label, part in (("gtrid", gtrid), ("bqual", bqual)):
            if len(part) > 64:
                raise ValueError(f"{label} must be a string no longer than 64 characters")
            if not all(" " <= character <= "~" for character in part):
                raise ValueError(f"{label} must contain only printable characters.")
        self.format_id = format_id
        self.gtrid = gtrid
        self.bqual = bqual
        self.prepared = self.owner = self.database = None

    @staticmethod
    def from_string(name: str) -> Xid:
        """Xid.from_string(s): the transaction id behind a name that the server lists."""
        found = _XID.fullmatch(name)
        if found:
            try:
                return Xid(int(found[1]), b64decode(found[2]).decode(), b64decode(found[3]).decode())
            except ValueError:
                pass
        unparsed = Xid.__new__(Xid)
        unparsed.format_id = unparsed.bqual = None
        unparsed.gtrid = name
        unparsed.prepared = unparsed.owner = unparsed.database = None
        return unparsed

    def __len__(self) -> int:
        return 3

    def __getitem__(self, index):
        return (self.format_id, self.gtrid, self.bqual)[index]

    def __str__(self) -> str:
        if self.format_id is None:
            return self.gtrid
        encoded = (b64encode(part.encode()).decode() for part in (self.gtrid, self.bqual))
        return "_".join((str(self.format_id), *encoded))

    def __repr__(self) -> str:
        if self.format_id is None:
            return f"<Xid: {self.gtrid!r} (unparsed)>"
        return f"<Xid: ({self.format_id}, {self.gtrid!r}, {self.bqual!r})>"
