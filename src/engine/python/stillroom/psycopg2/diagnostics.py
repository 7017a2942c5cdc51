"""What the server said about an error, field by field."""

_CODES = {
    "severity": "S",
    "severity_nonlocalized": "V",
    "sqlstate": "C",
    "message_primary": "M",
    "message_detail": "D",
    "message_hint": "H",
    "statement_position": "P",
    "internal_position": "p",
    "internal_query": "q",
    "context": "W",
    "schema_name": "s",
    "table_name": "t",
    "column_name": "c",
    "datatype_name": "d",
    "constraint_name": "n",
    "source_file": "F",
    "source_line": "L",
    "source_function": "R",
}


class Diagnostics:
    """Details from a database error report."""

    __module__ = "psycopg2.extensions"
    __slots__ = ("_fields",)

    def __init__(self, error) -> None:
        if not hasattr(error, "_result"):
            raise TypeError("The argument must be a psycopg2.Error")
        self._fields = error._result.error_fields if error._result else {}


def _reader(code: str) -> property:
    return property(lambda diagnostics: diagnostics._fields.get(code))


for _name, _code in _CODES.items():
    setattr(Diagnostics, _name, _reader(_code))
