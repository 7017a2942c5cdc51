"""The SQL of one operation, as `flask db upgrade --sql` would write it."""

import copy
import io

from alembic.operations import MigrateOperation, Operations
from alembic.operations.ops import AddColumnOp
from alembic.runtime.migration import MigrationContext
from alembic.util.sqla_compat import _copy
from sqlalchemy.exc import SQLAlchemyError

_TERMINATOR = ";"


class OfflineSql:
    """Alembic's offline mode for single operations. What it cannot write without a database has no SQL."""

    def __init__(self) -> None:
        self._buffer = io.StringIO()
        options = {"as_sql": True, "output_buffer": self._buffer}
        context = MigrationContext.configure(dialect_name="postgresql", opts=options)
        self._operations = Operations(context)

    def statements_of(self, operation: MigrateOperation) -> list[str]:
        """The statements that the operation becomes, in order, without semicolons."""
        statements: list[str] = []
        # Handed over a statement at a time, each of which may hold semicolons of its own.
        self._operations.impl.static_output = lambda text: statements.append(text.strip())
        try:
            self._operations.invoke(_spared(operation))
        except SQLAlchemyError, NotImplementedError, TypeError, ValueError, AttributeError:
            return []
        return [text.removesuffix(_TERMINATOR) for text in statements if text]


def _spared(operation: MigrateOperation) -> MigrateOperation:
    """The operation with a column of its own: one that was part of a table is copied without its keys."""
    if not isinstance(operation, AddColumnOp):
        return operation
    spared = copy.copy(operation)
    spared.column = _copy(operation.column)
    return spared
