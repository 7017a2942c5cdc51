"""Which object quotes a value: psycopg2's microprotocols."""

from .errors import ProgrammingError


class ISQLQuote:
    """Abstract ISQLQuote protocol: an object that can write itself as SQL."""

    __module__ = "psycopg2.extensions"

    def __init__(self, wrapped, **kwargs) -> None:
        self._wrapped = wrapped

    def getquoted(self) -> bytes | None:
        """The SQL of the wrapped object."""
        return None

    def getbinary(self) -> bytes | None:
        """The binary form of the wrapped object."""
        return None

    def getbuffer(self) -> bytes | None:
        """The wrapped object itself."""
        return None


#: Pairs of a Python type and a protocol to what adapts the type to it.
adapters: dict[tuple[type, type], object] = {}

_MISSING = object()
_HEAP_TYPE = 1 << 9


def adapt(obj, protocol=ISQLQuote, alternate=_MISSING):
    """Adapts an object: by its exact type, by its own `__conform__`, by a superclass's adapter."""
    adapter = adapters.get((type(obj), protocol))
    if adapter is not None:
        return adapter(obj)
    for owner, name, argument in ((protocol, "__adapt__", obj), (obj, "__conform__", protocol)):
        method = getattr(owner, name, None)
        # A class that is to be adapted has the method of its instances, which cannot be called here.
        if method is not None and not isinstance(owner, type) | (owner is protocol):
            adapted = method(argument)
            if adapted is not None:
                return adapted
    for ancestor in type(obj).__mro__[1:]:
        adapter = adapters.get((ancestor, protocol))
        if adapter is not None:
            return adapter(obj)
    if alternate is not _MISSING:
        return alternate
    raise ProgrammingError(f"can't adapt type '{_type_name(type(obj))}'")


def quoted(obj, connection) -> bytes:
    """The SQL of any value, as it goes over a connection."""
    if obj is None:
        return b"NULL"
    adapted = adapt(obj)
    prepare = getattr(adapted, "prepare", None)
    if prepare is not None and connection is not None:
        prepare(connection)
    sql = adapted.getquoted()
    return sql.encode(connection._codec if connection else "utf-8") if isinstance(sql, str) else sql


def _type_name(kind: type) -> str:
    # What C calls tp_name: classes made by Python code have no module in it.
    if kind.__flags__ & _HEAP_TYPE or kind.__module__ == "builtins":
        return kind.__name__
    return f"{kind.__module__}.{kind.__name__}"
