"""Where in a revision file an operation is called: the call itself, and the statement that it belongs to."""

import ast
from types import CodeType, FrameType

_NOWHERE = {"span": None, "statement": None}


class SourceMap:
    """One revision file's text, as far as it tells places."""

    def __init__(self, path: str) -> None:
        self.path = path
        with open(path, encoding="utf-8") as file:
            text = file.read()
        self._lines = text.split("\n")
        self._positions: dict[int, tuple[CodeType, list[tuple]]] = {}
        # Those of the functions' own level: what can be moved without taking a block apart.
        self._statements = [
            (statement.lineno, statement.end_lineno)
            for function in ast.parse(text).body
            if isinstance(function, ast.FunctionDef)
            for statement in function.body
        ]

    def place_of(self, frame: FrameType | None) -> dict:
        """The innermost call in this file that led to `frame`, and the statement around it."""
        while frame is not None and frame.f_code.co_filename != self.path:
            frame = frame.f_back
        if frame is None:
            return _NOWHERE
        line, end_line, column, end_column = self._positions_of(frame.f_code)[frame.f_lasti // 2]
        span = {
            "line": line,
            "column": self._units(line, column),
            "endLine": end_line,
            "endColumn": self._units(end_line, end_column),
        }
        return {"span": span, "statement": self._statement_around(line)}

    def _positions_of(self, code: CodeType) -> list[tuple]:
        """The places of a function's instructions: Python works them out from its start each time."""
        # By identity: to hash a code object, Python goes through all of its instructions.
        known = self._positions.get(id(code))
        if known is None:
            known = self._positions[id(code)] = code, list(code.co_positions())
        return known[1]

    def _statement_around(self, line: int) -> dict | None:
        for first, last in self._statements:
            if first <= line <= last:
                return {"line": first, "endLine": last}
        return None

    def _units(self, line: int, column: int) -> int:
        """Python counts a column in bytes of UTF-8, an editor in units of UTF-16."""
        before = self._lines[line - 1].encode()[:column].decode()
        return len(before) + sum(character > "\uffff" for character in before)
