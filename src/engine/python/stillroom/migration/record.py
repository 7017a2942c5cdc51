"""Runs a revision on Alembic's own Operations: all is noted, and carried out only if asked."""

import contextlib
import inspect
import sys
from collections.abc import Callable, Iterator

from alembic.operations import MigrateOperation, Operations
from alembic.operations.ops import CreateTableOp
from alembic.runtime.environment import EnvironmentContext
from alembic.runtime.migration import MigrationContext
from alembic.script import Script
from sqlalchemy.engine import Connection

from .connection import recording_connection
from .failures import failure
from .live_connection import LiveConnection
from .offline_sql import OfflineSql
from .operation_data import created_table, operation_data, statement_data
from .script_files import ScriptFiles
from .source_map import SourceMap


def record(
    files: ScriptFiles,
    script: Script,
    connection: Connection | None = None,
    order: tuple[str, ...] = ("upgrade", "downgrade"),
) -> dict:
    """The operations of `upgrade` and `downgrade`, in order, and where one of them failed.

    With a connection they are carried out on it as well, so that what they do may depend on the rows they
    read; `order` says which of the two comes first then.
    """
    recorded = {}
    errors = []
    reads_rows = False
    source = SourceMap(str(script.path))
    for name in order:
        recorder = Recorder(source, connection)
        with recorder.installed(files):
            try:
                for call in _calls(script, name):
                    call()
            except (Exception, SystemExit, KeyboardInterrupt) as error:
                errors.append(failure(error, recorder.path, name))
        recorded[name] = recorder.operations
        reads_rows = reads_rows or recorder.reads_rows
    return recorded | {"readsRows": reads_rows, "onRows": connection is not None, "errors": errors}


class Recorder:
    """Stands where Alembic hands an operation to the database."""

    def __init__(self, source: SourceMap, connection: Connection | None = None) -> None:
        self.path = source.path
        self._source = source
        # Where operations are carried out; without one, nothing is.
        self._live = None if connection is None else LiveConnection(connection, self._note_statement)
        self.operations: list[dict] = []
        self.reads_rows = False
        self._autocommit = False
        self._context: MigrationContext
        self._offline: OfflineSql

    @contextlib.contextmanager
    def installed(self, files: ScriptFiles) -> Iterator[None]:
        """Make `alembic.op` and `alembic.context` lead here."""
        with (
            self._connection() as connection,
            EnvironmentContext(files.config, files.scripts) as environment,
        ):
            environment.configure(connection=connection)
            self._context = environment.get_context()
            self._offline = OfflineSql()
            self._context.autocommit_block = self._autocommit_block
            operations = Operations(self._context)
            operations.batch_alter_table = self._batches(operations.batch_alter_table)
            operations.invoke = self._invoker(self.operations, operations.invoke, batch=False)
            operations._install_proxy()
            try:
                yield
            finally:
                operations._remove_proxy()

    def _connection(self) -> contextlib.AbstractContextManager[Connection]:
        return recording_connection(self._note_statement) if self._live is None else self._live.listening()

    def _invoker(self, into: list[dict], carry_out: Callable, batch: bool) -> Callable:
        def invoke(operation: MigrateOperation) -> object:
            around = self._circumstances(batch)
            table = None
            if isinstance(operation, CreateTableOp):
                # Made once: a second table would be made of copies, which lack the keys that a column brings.
                table = operation.to_table(self._context)
                operation.to_table = lambda *_: table
            around["statements"] = self._offline.statements_of(operation)
            if table is not None:
                into.append(created_table(operation, table, self._context) | around)
            else:
                into.append(operation_data(operation, self._context) | around)
            if self._live is None:
                return table
            with self._live.carrying_out():
                return carry_out(operation)

        return invoke

    def _batches(self, batch_alter_table: Callable) -> Callable:
        """Alembic runs a batch when its block ends without an exception; it is noted then, too."""

        @contextlib.contextmanager
        def batch(*args, **kwargs):
            operations: list[dict] = []
            with contextlib.ExitStack() as ending, batch_alter_table(*args, **kwargs) as batch_op:
                batch_op.invoke = self._invoker(operations, batch_op.invoke, batch=True)
                # PostgreSQL alters tables in place; a copy would want to read the table from the database.
                batch_op.impl.recreate = "never"
                yield batch_op
                if self._live is not None:
                    ending.enter_context(self._live.carrying_out())
            self.operations += operations

        return batch

    @contextlib.contextmanager
    def _autocommit_block(self) -> Iterator[None]:
        self._autocommit = True
        try:
            yield
        finally:
            self._autocommit = False

    def _note_statement(self, sql: str, element: object) -> Callable[[], None]:
        noted = statement_data(sql, element) | self._circumstances(batch=False) | {"statements": [sql]}
        self.operations.append(noted)

        def on_fetch() -> None:
            noted["readsRows"] = self.reads_rows = True

        return on_fetch

    def _circumstances(self, batch: bool) -> dict:
        place = self._source.place_of(sys._getframe(1))
        return place | {"batch": batch, "autocommit": self._autocommit}


def _calls(script: Script, name: str) -> list[Callable[[], object]]:
    """The function, as env.py calls it; where there are several databases, once for each."""
    function = getattr(script.module, name)
    if "engine_name" not in inspect.signature(function).parameters:
        return [function]
    engines = [key.removeprefix(f"{name}_") for key in vars(script.module) if key.startswith(f"{name}_")]
    return [lambda engine=engine: function(engine) for engine in engines]
