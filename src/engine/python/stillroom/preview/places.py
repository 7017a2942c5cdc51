"""Where models are written: the file and line of each table and column of the student's."""

import contextlib
import os
import sys
from collections.abc import Callable, Iterator
from functools import cache

from sqlalchemy import Column, MetaData, Table

from stillroom.process.workspace import owns_path

_PLACE = "_stillroom_place"
_noting = False


@contextlib.contextmanager
def noting() -> Iterator[None]:
    """Note places only here: what Alembic reflects from the database is nobody's text."""
    global _noting
    _noting = True
    try:
        yield
    finally:
        _noting = False


def watch() -> None:
    """Have each Column and Table note where it is made."""
    _watch(Column, "__init__")
    _watch(Table, "_init" if hasattr(Table, "_init") else "__init__")
    copy = Column._copy

    def copy_with_place(self, **options):
        copied = copy(self, **options)
        # A column of a mixin is copied into each class: it is written in the mixin.
        if (place := vars(self).get(_PLACE)) is not None:
            vars(copied)[_PLACE] = place
        return copied

    Column._copy = copy_with_place


def model_places(target: MetaData | list[MetaData] | tuple[MetaData, ...] | None, root: str) -> list[dict]:
    """The shape is ModelPlace's (src/engine/migration/preview.ts); tables from elsewhere are left out."""
    metadatas = target if isinstance(target, (list, tuple)) else [target]
    tables = [table for metadata in metadatas if metadata is not None for table in metadata.tables.values()]
    relative = cache(lambda path: os.path.relpath(path, root))
    return [_table_place(table, place, relative) for table in tables if (place := vars(table).get(_PLACE))]


def _table_place(table: Table, place: tuple[str, int], relative: Callable[[str], str]) -> dict:
    columns = [(column.name, vars(column).get(_PLACE)) for column in table.columns]
    return {
        "schema": None if table.schema is None else str(table.schema),
        "table": str(table.name),
        "path": relative(place[0]),
        "line": place[1],
        "columns": [
            {"name": str(name), "path": relative(where[0]), "line": where[1]}
            for name, where in columns
            if where
        ],
    }


def _watch(kind: type, name: str) -> None:
    initialise = getattr(kind, name)

    def initialise_with_place(self, *args, **options):
        if _noting and (place := _caller()) is not None:
            vars(self).setdefault(_PLACE, place)
        return initialise(self, *args, **options)

    setattr(kind, name, initialise_with_place)


def _caller() -> tuple[str, int] | None:
    frame = sys._getframe(2)
    while frame is not None:
        if owns_path(frame.f_code.co_filename):
            return frame.f_code.co_filename, frame.f_lineno
        frame = frame.f_back
    return None
