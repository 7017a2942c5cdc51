"""Array literals of the server."""

from collections.abc import Callable

from .errors import DataError


def parse_array(text: str, cast: Callable):
    """An array literal as nested lists."""
    position = text.find("=") + 1 if text.startswith("[") else 0
    if text[position : position + 1] != "{":
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
            if character == "{":
                nested: list = []
                # A dimension without elements adds nothing: `{{}}` is empty.
                if text[self._position + 1 : self._position + 2] != "}":
                    stack[-1].append(nested)
                stack.append(nested)
                self._position += 1
            elif character == "}":
                stack.pop()
                self._position += 1
                if not stack and self._position < end:
                    raise DataError("unbalanced braces in array")
            elif character == ",":
                self._position += 1
                if text[self._position : self._position + 1] == ",":
                    stack[-1].append(self._cast(""))
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
            if character == "\\":
                position += 1
                pieces.append(text[position : position + 1])
            elif character == '"' and quoted:
                self._position = position + 1
                return "".join(pieces)
            elif character in ",}" and not quoted:
                break
            else:
                pieces.append(character)
            position += 1
        self._position = position
        item = "".join(pieces)
        if quoted:
            return item
        item = item.strip()
        return None if item.upper() == "NULL" else item
