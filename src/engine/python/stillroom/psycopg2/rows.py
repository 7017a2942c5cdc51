"""Rows: the server's values through the typecasters into tuples, or what a row factory makes."""

from collections.abc import Callable, Sequence

from ..libpq import Field
from .cast_builtins import STRING
from .typecast import Typecaster, string_types


def caster_for(cursor, oid: int) -> Typecaster:
    """The typecaster of a type: the cursor's own, else the connection's, else the global one."""
    for registered in (cursor.string_types, cursor.connection.string_types, string_types):
        if registered and oid in registered:
            return registered[oid]
    return STRING


def row_maker(cursor, fields: Sequence[Field]) -> Callable:
    """The function that turns one row of a result into what fetching gives."""
    casts = [caster_for(cursor, field.type_oid).from_server for field in fields]

    def make_tuple(values):
        return tuple([cast(value, cursor) for cast, value in zip(casts, values, strict=True)])

    if cursor.row_factory is None:
        return make_tuple

    def make_with_factory(values):
        row = cursor.row_factory(cursor)
        for index, value in enumerate(make_tuple(values)):
            row[index] = value
        return row

    return make_with_factory
