"""What Alembic reads of the database, kept for as long as the database is the same.

Reflecting a hundred tables takes most of a look at them. What came of it is used again while the database is
called what it was called then: whatever changes a table or the catalog gives it another name.
"""

import importlib
from types import ModuleType

import _stillroom_preview as host
from alembic.autogenerate.api import AutogenContext
from alembic.runtime.migration import MigrationContext
from sqlalchemy import MetaData, Table
from sqlalchemy.engine.reflection import Inspector

from .table_snapshot import TableSnapshot


class Reflection:
    """What was read at one state of the database, as one connection sees it."""

    def __init__(self, version: str) -> None:
        self.version = version
        # The inspector's own cache: by query and arguments.
        self.answers: dict = {}
        self.tables: TableSnapshot | None = None
        # Which tables the snapshot was made for.
        self.names: object = None


_kept = Reflection("")
# What the database was called right after Alembic had made its own table, and what to call it instead.
_with_version_table = ("", "")


def remember() -> None:
    """Have Alembic use again what it has read."""
    _share_answers()
    _know_version_table()
    module = importlib.import_module(AutogenContext.__module__.rpartition(".")[0] + ".compare")
    # Alembic 1.6 has one module, later ones a package.
    _keep_tables(getattr(module, "tables", module))


def _share_answers() -> None:
    """Give each new inspector the answers that were given before, where they are still true."""
    make = AutogenContext.inspector.fget

    def inspector(context: AutogenContext) -> Inspector:
        made = make(context)
        made.info_cache = _current().answers
        return made

    inspector.__name__ = "inspector"
    AutogenContext.inspector = type(AutogenContext.inspector)(inspector)


def _know_version_table() -> None:
    """Where Alembic's table is missing, each look makes it before it reads anything: the same each time."""
    ensure = MigrationContext._ensure_version_table

    def ensure_version_table(self, *args, **options):
        global _with_version_table
        before = host.databaseVersion()
        ensure(self, *args, **options)
        name = f"{before} with {self.version_table_schema}.{self.version_table}"
        _with_version_table = host.databaseVersion(), name

    MigrationContext._ensure_version_table = ensure_version_table


def _current() -> Reflection:
    """What is kept, if the database is as it was then; else a new, empty one."""
    global _kept
    version = host.databaseVersion()
    if version == _with_version_table[0]:
        version = _with_version_table[1]
    if _kept.version != version or _listens():
        _kept = Reflection(version)
    return _kept


def _listens() -> bool:
    """Tell whether code of the student's takes part, so that more than the database decides."""
    return bool(Table.dispatch.column_reflect._clslevel.get(Table))


def _keep_tables(compare: ModuleType) -> None:
    """Hand `_compare_tables` the tables it has reflected before, as they were right after."""
    schema = _Schema(compare.sa_schema)
    compare.sa_schema = schema
    compare_tables, compare_columns = compare._compare_tables, compare._compare_columns

    def compare_tables_keeping(conn_table_names, metadata_table_names, *rest):
        reflection = _current()
        names = frozenset(conn_table_names), frozenset(metadata_table_names)
        if reflection.names != names:
            reflection.names, reflection.tables = names, None
        schema.begin(reflection)
        try:
            return compare_tables(conn_table_names, metadata_table_names, *rest)
        finally:
            schema.end()

    def compare_columns_after_reflection(*args, **options):
        # The tables that are on both sides are all reflected before the first of them is compared.
        schema.reflected()
        return compare_columns(*args, **options)

    compare._compare_tables = compare_tables_keeping
    compare._compare_columns = compare_columns_after_reflection


class _Schema:
    """Stands for the module `sqlalchemy.schema`, whose MetaData() is asked for twice in each comparison.

    The first is for tables that no model has, the second for those that are on both sides.
    """

    def __init__(self, module: ModuleType) -> None:
        self._module = module
        self._asked = 0
        self._reflection: Reflection | None = None
        self._metadata: MetaData | None = None

    def __getattr__(self, name: str):
        return getattr(self._module, name)

    def MetaData(self) -> MetaData:
        self._asked += 1
        if self._reflection is None or self._asked != 2:
            return MetaData()
        kept = self._reflection.tables
        self._metadata = MetaData() if kept is None else kept.metadata
        return self._metadata

    def begin(self, reflection: Reflection) -> None:
        self._asked, self._reflection, self._metadata = 0, reflection, None

    def reflected(self) -> None:
        if self._reflection is not None and self._reflection.tables is None and self._metadata is not None:
            self._reflection.tables = TableSnapshot(self._metadata)

    def end(self) -> None:
        if self._reflection is not None and self._reflection.tables is not None:
            self._reflection.tables.restore()
        self._reflection = self._metadata = None
