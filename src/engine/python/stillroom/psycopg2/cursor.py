"""The cursor object."""

import datetime

from ..libpq import ExecStatus, Result
from . import copy
from .attributes import read_only
from .columns import describe
from .copy_methods import CopyMethods
from .errors import InterfaceError, NotSupportedError, ProgrammingError
from .fetching import Fetching
from .merge import merge
from .named_cursor import NamedCursor
from .rows import caster_for, row_maker
from .sql_text import as_bytes, decoded, quote_ident


class cursor(Fetching, CopyMethods, NamedCursor):
    """A database cursor."""

    __module__ = "psycopg2.extensions"
    __slots__ = (
        "__weakref__",
        "_binary_types",
        "_closed",
        "_connection",
        "_description",
        "_lastrowid",
        "_make_row",
        "_mark",
        "_name",
        "_position",
        "_query",
        "_result",
        "_rowcount",
        "_scrollable",
        "_statusmessage",
        "_string_types",
        "_withhold",
        "arraysize",
        "itersize",
        "row_factory",
        "typecaster",
        "tzinfo_factory",
    )

    def __init__(self, conn, name=None) -> None:
        self._connection = conn
        self._name = None if name is None else decoded(name)
        self._closed = False
        self._mark = conn._mark
        self._scrollable = None
        self._withhold = False
        self._string_types = self._binary_types = None
        self._query = None
        self._lastrowid = 0
        self.arraysize = 1
        self.itersize = 2000
        self.row_factory = None
        self.typecaster = None
        self.tzinfo_factory = datetime.timezone
        self._forget()
        self._statusmessage = None

    def _forget(self) -> None:
        self._result = None
        self._make_row = None
        self._description = None
        self._rowcount = -1
        self._position = 0
        self._statusmessage = ""

    # Running statements

    def execute(self, query, vars=None) -> None:
        """execute(query, vars=None) -- Execute query with bound vars."""
        self._check_open()
        self._check_first_execution()
        self._connection._check_not_prepared("execute")
        sql = self._composed(query, vars)
        if self._name is not None:
            sql = self._declaration(sql)
            self._mark = self._connection._mark
        self._execute(sql)

    def executemany(self, query, vars_list) -> None:
        """executemany(query, vars_list) -- Execute many queries with bound vars."""
        self._check_open()
        self._check_unnamed("executemany")
        total = 0
        for arguments in vars_list:
            self._execute(self._composed(query, arguments))
            total = -1 if self._rowcount == -1 or total == -1 else total + self._rowcount
            self._result = None
        self._rowcount = total

    def callproc(self, procname, parameters=None):
        """callproc(procname, parameters=None) -- Execute stored procedure."""
        self._check_open()
        self._check_unnamed("callproc")
        if isinstance(parameters, dict):
            names = [quote_ident(decoded(name), self._connection) for name in parameters]
            marks, values = [f"{name}:=%s" for name in names], list(parameters.values())
        else:
            count = 0 if parameters is None else len(parameters)
            marks, values = ["%s"] * count, parameters
        self.execute(f"SELECT * FROM {procname}({','.join(marks)})", values if marks else None)
        return parameters if not isinstance(parameters, dict) else None

    def mogrify(self, query, vars=None) -> bytes:
        """mogrify(query, vars=None) -> str -- Return query after vars binding."""
        return self._composed(query, vars)

    def _composed(self, query, arguments) -> bytes:
        sql = as_bytes(query, self)
        if not sql:
            raise ProgrammingError("can't execute an empty query")
        return sql if arguments is None else merge(sql, arguments, self._connection)

    def _execute(self, sql: bytes) -> None:
        self._forget()
        self._query = sql
        results = self._connection._run(self._text(sql), self)
        self._take(next((one for one in results if one.status in copy.STATUSES), results[-1]))

    def _text(self, sql: bytes) -> str:
        codec = self._connection._codec
        # A C string ends at the first NUL.
        return sql.split(b"\0")[0].decode("utf-8" if codec == "ascii" else codec)

    def _take(self, result: Result) -> None:
        self._statusmessage = result.command_status
        if result.status == ExecStatus.EMPTY_QUERY:
            self._statusmessage = ""
            raise ProgrammingError("can't execute an empty query")
        if result.status in copy.STATUSES:
            self._statusmessage = ""
            raise ProgrammingError(copy.COMPLAINTS[result.status])
        if result.status == ExecStatus.TUPLES_OK:
            self._take_rows(result)
        else:
            self._rowcount = int(result.command_tuples or -1)
            self._lastrowid = result.oid_value

    def _take_rows(self, result: Result) -> None:
        self._result = result
        self._position = 0
        self._rowcount = len(result.rows)
        self._lastrowid = result.oid_value
        self._description = describe(result.fields)
        self._make_row = row_maker(self, result.fields)

    # Small things

    def cast(self, oid, value):
        """cast(oid, s) -> value -- Convert a value by the typecaster of an oid."""
        return caster_for(self, oid)(value, self)

    def nextset(self):
        """nextset() -- Skip to next set of data: not supported."""
        raise NotSupportedError("not supported by PostgreSQL")

    def setinputsizes(self, sizes) -> None:
        """setinputsizes(sizes) -- does nothing, as the DB-API allows"""

    def setoutputsize(self, size, column=None) -> None:
        """setoutputsize(size, column=None) -- does nothing, as the DB-API allows"""

    def close(self) -> None:
        """close() -- Close the cursor."""
        if self._closed:
            return
        self._close_on_server()
        self._closed = True

    def __enter__(self):
        return self

    def __exit__(self, kind, error, trace) -> None:
        self.close()

    def _check_open(self) -> None:
        if self._closed:
            raise InterfaceError("cursor already closed")
        self._connection._check_open()

    def __repr__(self) -> str:
        return f"<cursor object at 0x{id(self):x}; closed: {-1 if self._closed else 0}>"


for _name, _slot in {
    "connection": "_connection",
    "description": "_description",
    "lastrowid": "_lastrowid",
    "name": "_name",
    "query": "_query",
    "rowcount": "_rowcount",
    "rownumber": "_position",
    "statusmessage": "_statusmessage",
    "string_types": "_string_types",
    "binary_types": "_binary_types",
}.items():
    setattr(cursor, _name, read_only(_slot))

cursor.closed = property(lambda self: self._closed or bool(self._connection.closed))
