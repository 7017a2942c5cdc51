"""A SQLAlchemy connection that notes what it is asked to run, and finds no rows.

It is a real Connection on SQLAlchemy's own PostgreSQL dialect; only what would be the driver is ours. So
whatever a migration does with `op.get_bind()` (text, Core, the inspector, enum.create) works, and sees an
empty database.
"""

from collections.abc import Callable

from sqlalchemy.dialects.postgresql.base import PGDialect
from sqlalchemy.engine import Connection, Engine, make_url
from sqlalchemy.pool import StaticPool
from sqlalchemy.sql.elements import TextClause

Note = Callable[[str, object], Callable[[], None]]


def recording_connection(note: Note) -> Connection:
    """A connection that calls `note(sql, element)` for each statement.

    `element` is SQLAlchemy's own object where it made the statement of one (DDL), else None. What `note`
    returns is called when rows are asked for.
    """
    dialect = _Dialect(note)
    engine = _Engine(StaticPool(_DriverConnection, dialect=dialect), dialect, make_url("postgresql://"))
    connection = engine.connect()
    connection.begin()
    return connection


class _Dialect(PGDialect):
    driver = "recording"
    supports_statement_cache = False
    default_paramstyle = "pyformat"
    server_version_info = (18, 0)
    default_schema_name = "public"

    def __init__(self, note: Note) -> None:
        super().__init__(paramstyle="pyformat", dbapi=_Driver)
        self._note = note

    def do_execute(self, cursor, statement, parameters, context=None):
        compiled = getattr(context, "compiled", None)
        is_ddl = getattr(context, "isddl", False)
        cursor.on_fetch = self._note(statement, compiled.statement if is_ddl else None)
        cursor.description = _description(compiled, is_ddl)

    def do_executemany(self, cursor, statement, parameters, context=None):
        self.do_execute(cursor, statement, parameters, context)

    def do_execute_no_params(self, cursor, statement, parameters, context=None):
        self.do_execute(cursor, statement, parameters, context)


class _Connection(Connection):
    def _run_ddl_visitor(self, visitorcallable, element, **kwargs):
        # Whether a type or table is there cannot be known here: take it that the statement is needed.
        super()._run_ddl_visitor(visitorcallable, element, **(kwargs | {"checkfirst": False}))


class _Engine(Engine):
    _connection_cls = _Connection


def _description(compiled, is_ddl: bool) -> list[tuple] | None:
    """The columns of a result that has no rows. Of plain text nobody knows them: one without a name."""
    if compiled is None or isinstance(compiled.statement, TextClause):
        names = ["?column?"]
    else:
        names = [] if is_ddl else [column[0] for column in compiled._result_columns]
    return [(name, None, None, None, None, None, None) for name in names] or None


class _Cursor:
    arraysize = 1
    rowcount = 0
    lastrowid = None
    description = None

    def __init__(self) -> None:
        self.on_fetch = lambda: None

    def fetchone(self):
        self.on_fetch()

    def fetchmany(self, size=None):
        self.on_fetch()
        return []

    def fetchall(self):
        self.on_fetch()
        return []

    def close(self):
        pass


class _Driver:
    Error = type("Error", (Exception,), {})


class _DriverConnection:
    def cursor(self, *args, **kwargs):
        return _Cursor()

    def commit(self):
        pass

    def rollback(self):
        pass

    def close(self):
        pass
