"""Row descriptions as the DB-API wants them."""

from collections.abc import Sequence

from ..libpq import Field
from .values import Column

_NUMERIC = 1700
_MODIFIER_HEADER = 4


def describe(fields: Sequence[Field]) -> tuple[Column, ...]:
    """The columns of a result."""
    return tuple(_column(field) for field in fields)


def _column(field: Field) -> Column:
    size, precision, scale = field.type_size, None, None
    modifier = field.type_modifier - _MODIFIER_HEADER if field.type_modifier > 0 else field.type_modifier
    if field.type_oid == _NUMERIC:
        precision, scale = (modifier >> 16) & 0xFFFF, modifier & 0xFFFF
        if size == -1 and modifier != -1:
            size = precision
    elif size == -1:
        size = modifier
    return Column(
        field.name,
        field.type_oid,
        internal_size=size,
        precision=precision,
        scale=scale,
        table_oid=field.table_oid or None,
        table_column=field.table_column or None,
    )
