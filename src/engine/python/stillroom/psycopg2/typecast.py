"""Typecasters: text from the server to Python values, chosen by type oid."""

from collections.abc import Callable

from .errors import DataError

_UTF8 = 'utf-8'


class Typecaster:
    """psycopg type-casting object: compares equal to the oids that it casts."""

    __module__ = 'psycopg2._psycopg'
    __slots__ = ('_function', 'name', 'values')
    __hash__ = None

    def __init__(self, name: str, values: tuple[int, ...], function: Callable) -> None:
        self.name = name
        self.values = values
        self._function = function

    def from_server(self, value: bytes | None, cursor):
        """The Python value of what a column holds."""
        return None if value is None else self._function(value.decode(_codec(cursor)), cursor)

    def __call__(self, *arguments):
        if len(arguments) != 2:
            raise TypeError(f'function takes exactly 2 arguments ({len(arguments)} given)')
        value, cursor = arguments
        if value is None:
            return None
        if isinstance(value, str):
            value = value.encode(_codec(cursor))
        elif not isinstance(value, bytes):
            raise TypeError(f"a bytes-like object is required, not '{type(value).__name__}'")
        return self.from_server(value, cursor)

    def __eq__(self, other) -> bool:
        if isinstance(other, Typecaster):
            return any(value in self.values for value in other.values)
        return other in self.values

    def __repr__(self) -> str:
        return f"<psycopg2._psycopg.type '{self.name}' at 0x{id(self):x}>"


Typecaster.__name__ = Typecaster.__qualname__ = 'type'


class BytesTypecaster(Typecaster):
    """A typecaster that wants the bytes as they came."""

    __slots__ = ()

    def from_server(self, value: bytes | None, cursor):
        return None if value is None else self._function(value, cursor)


class CustomTypecaster(Typecaster):
    """A typecaster around somebody's function, which wants to see NULL too."""

    __slots__ = ()

    def from_server(self, value: bytes | None, cursor):
        return self._function(None if value is None else value.decode(_codec(cursor)), cursor)


class ArrayTypecaster(Typecaster):
    """A typecaster of arrays: splits the literal and casts each element."""

    __slots__ = ('_element',)

    def __init__(self, name: str, values: tuple[int, ...], element: Typecaster) -> None:
        super().__init__(name, values, self._parse)
        self._element = element

    def _parse(self, text: str, cursor) -> list:
        codec = _codec(cursor)
        cast = self._element.from_server
        return parse_array(text, lambda item: cast(None if item is None else item.encode(codec), cursor))


#: The typecasters in force for every connection, by oid.
string_types: dict[int, Typecaster] = {}
binary_types: dict[int, Typecaster] = {}


def new_type(values: tuple[int, ...], name: str, function: Callable | None = None, base=None) -> Typecaster:
    """new_type(oids, name, castobj) -> new type object: create a typecaster from a function"""
    if not isinstance(values, tuple):
        raise TypeError(f'argument 1 must be tuple, not {type(values).__name__}')
    for value in values:
        if not isinstance(value, int):
            raise TypeError('an integer is required')
    return CustomTypecaster(name, values, function or (lambda value, cursor: value))


def new_array_type(values: tuple[int, ...], name: str, baseobj: Typecaster) -> Typecaster:
    """new_array_type(oids, name, baseobj) -> new type object: create a typecaster of arrays"""
    if not isinstance(values, tuple):
        raise TypeError(f'argument 1 must be tuple, not {type(values).__name__}')
    if not isinstance(baseobj, Typecaster):
        raise TypeError(f'argument 3 must be psycopg2._psycopg.type, not {type(baseobj).__name__}')
    return ArrayTypecaster(name, values, baseobj)


def parse_array(text: str, cast: Callable):
    """An array literal as nested lists."""
    position = text.find('=') + 1 if text.startswith('[') else 0
    if text[position : position + 1] != '{':
        raise DataError("array does not start with '{'")
    return _ArrayParser(text, position, cast).parse()


class _ArrayParser:
    def __init__(self, text: str, position: int, cast: Callable) -> None:
        self._text = text
        self._position = position + 1
        self._cast = cast

    def parse(self) -> list:
        result: list = []
        stack = [result]
        text, end = self._text, len(self._text)
        while self._position < end:
            character = text[self._position]
            if character == '{':
                nested: list = []
                # A dimension without elements adds nothing: `{{}}` is empty.
                if text[self._position + 1 : self._position + 2] != '}':
                    stack[-1].append(nested)
                stack.append(nested)
                self._position += 1
            elif character == '}':
                stack.pop()
                self._position += 1
                if not stack and self._position < end:
                    raise DataError('unbalanced braces in array')
            elif character == ',':
                self._position += 1
                if text[self._position : self._position + 1] == ',':
                    stack[-1].append(self._cast(''))
            elif character.isspace():
                self._position += 1
            else:
                stack[-1].append(self._cast(self._element()))
        return result

    def _element(self) -> str | None:
        text, start = self._text, self._position
        quoted = text[start] == '"'
        if quoted:
            start += 1
        pieces, position, end = [], start, len(text)
        while position < end:
            character = text[position]
            if character == '\\':
                position += 1
                pieces.append(text[position : position + 1])
            elif character == '"' and quoted:
                self._position = position + 1
                return ''.join(pieces)
            elif character in ',}' and not quoted:
                break
            else:
                pieces.append(character)
            position += 1
        self._position = position
        item = ''.join(pieces)
        if quoted:
            return item
        item = item.strip()
        return None if item.upper() == 'NULL' else item


def _codec(cursor) -> str:
    # The wire is always UTF-8 here, whatever encoding the connection goes by.
    return _UTF8
