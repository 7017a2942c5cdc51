"""Typecasters: text from the server to Python values, chosen by type oid.

The wire is always UTF-8 here, whatever encoding the connection goes by.
"""

from collections.abc import Callable

from .arrays import parse_array


class Typecaster:
    """psycopg type-casting object: compares equal to the oids that it casts."""

    __module__ = "psycopg2._psycopg"
    __slots__ = ("_function", "name", "values")
    __hash__ = None

    def __init__(self, name: str, values: tuple[int, ...], function: Callable) -> None:
        self.name = name
        self.values = values
        self._function = function

    def from_server(self, value: bytes | None, cursor):
        """The Python value of what a column holds."""
        return None if value is None else self._function(value.decode(), cursor)

    def __call__(self, *arguments):
        if len(arguments) != 2:
            raise TypeError(f"function takes exactly 2 arguments ({len(arguments)} given)")
        value, cursor = arguments
        if value is None:
            return None
        if isinstance(value, str):
            value = value.encode()
        elif not isinstance(value, bytes):
            raise TypeError(f"a bytes-like object is required, not '{type(value).__name__}'")
        return self.from_server(value, cursor)

    def __eq__(self, other) -> bool:
        if isinstance(other, Typecaster):
            return any(value in self.values for value in other.values)
        return other in self.values

    def __repr__(self) -> str:
        return f"<psycopg2._psycopg.type '{self.name}' at 0x{id(self):x}>"


Typecaster.__name__ = Typecaster.__qualname__ = "type"


class BytesTypecaster(Typecaster):
    """A typecaster that wants the bytes as they came."""

    __slots__ = ()

    def from_server(self, value: bytes | None, cursor):
        return None if value is None else self._function(value, cursor)


class CustomTypecaster(Typecaster):
    """A typecaster around somebody's function, which wants to see NULL too."""

    __slots__ = ()

    def from_server(self, value: bytes | None, cursor):
        return self._function(None if value is None else value.decode(), cursor)


class ArrayTypecaster(Typecaster):
    """A typecaster of arrays: splits the literal and casts each element."""

    __slots__ = ("_element",)

    def __init__(self, name: str, values: tuple[int, ...], element: Typecaster) -> None:
        super().__init__(name, values, self._parse)
        self._element = element

    def _parse(self, text: str, cursor) -> list:
        cast = self._element.from_server
        return parse_array(text, lambda item: cast(None if item is None else item.encode(), cursor))


#: The typecasters in force for every connection, by oid.
string_types: dict[int, Typecaster] = {}
binary_types: dict[int, Typecaster] = {}


def new_type(values: tuple[int, ...], name: str, function: Callable | None = None, base=None) -> Typecaster:
    """new_type(oids, name, castobj) -> new type object: create a typecaster from a function"""
    if not isinstance(values, tuple):
        raise TypeError(f"argument 1 must be tuple, not {type(values).__name__}")
    for value in values:
        if not isinstance(value, int):
            raise TypeError("an integer is required")
    return CustomTypecaster(name, values, function or (lambda value, cursor: value))


def new_array_type(values: tuple[int, ...], name: str, baseobj: Typecaster) -> Typecaster:
    """new_array_type(oids, name, baseobj) -> new type object: create a typecaster of arrays"""
    if not isinstance(values, tuple):
        raise TypeError(f"argument 1 must be tuple, not {type(values).__name__}")
    if not isinstance(baseobj, Typecaster):
        raise TypeError(f"argument 3 must be psycopg2._psycopg.type, not {type(baseobj).__name__}")
    return ArrayTypecaster(name, values, baseobj)
