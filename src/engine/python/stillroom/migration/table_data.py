"""SQLAlchemy's schema objects as data: types, columns, keys, constraints, indexes."""

from alembic.autogenerate import render
from alembic.autogenerate.api import AutogenContext
from alembic.runtime.migration import MigrationContext
from sqlalchemy import (
    CheckConstraint,
    Column,
    Computed,
    Enum,
    ForeignKeyConstraint,
    Identity,
    Index,
    Integer,
    PrimaryKeyConstraint,
    Table,
    UniqueConstraint,
)
from sqlalchemy.exc import CompileError, SQLAlchemyError
from sqlalchemy.types import TypeEngine

# How SQLAlchemy 2 and 1.4 say that they cannot write a value out.
_CANNOT_WRITE_OUT = (CompileError, NotImplementedError)


def name_of(name: object) -> str | None:
    """A name as plain text; SQLAlchemy marks a missing one in several ways."""
    return str.__str__(name) if isinstance(name, str) else None


def sql_of(element: object, context: MigrationContext) -> str:
    """An expression as PostgreSQL is told it, with its values written out where that can be done."""
    if isinstance(element, str):
        return element
    try:
        return str(element.compile(dialect=context.dialect, compile_kwargs={"literal_binds": True}))
    except _CANNOT_WRITE_OUT:
        return str(element.compile(dialect=context.dialect))


def default_sql(default: object, context: MigrationContext) -> str | None:
    """A server default as it stands in DDL."""
    if default is None or isinstance(default, (Identity, Computed)):
        return None
    column = Column("x", Integer, server_default=default)
    return context.dialect.ddl_compiler(context.dialect, None).get_column_default_string(column)


def type_data(type_: TypeEngine, context: MigrationContext) -> dict:
    """A type in PostgreSQL's words and in the revision's."""
    try:
        sql = type_.compile(dialect=context.dialect)
    except SQLAlchemyError:
        sql = repr(type_)
    options = {"sqlalchemy_module_prefix": "sa.", "alembic_module_prefix": "op.", "user_module_prefix": None}
    rendering = AutogenContext(context, opts=options | {"render_item": None}, autogenerate=False)
    return {"sql": sql, "python": render._repr_type(type_, rendering), "enum": _enum_data(type_)}


def _enum_data(type_: TypeEngine) -> dict | None:
    type_ = getattr(type_, "item_type", type_)
    type_ = getattr(type_, "impl_instance", type_)
    if not isinstance(type_, Enum) or not type_.native_enum:
        return None
    return {
        "name": name_of(type_.name),
        "schema": name_of(type_.schema),
        "labels": [str(label) for label in type_.enums],
        "createsType": getattr(type_, "create_type", True),
    }


def column_data(column: Column, context: MigrationContext) -> dict:
    """A column as CREATE TABLE or ADD COLUMN makes it."""
    identity, computed = column.identity, column.computed
    return {
        "name": str(column.name),
        "type": type_data(column.type, context),
        "nullable": bool(column.nullable),
        "primaryKey": bool(column.primary_key),
        "default": default_sql(column.server_default, context),
        "serial": _is_serial(column),
        "identity": identity and ("always" if identity.always else "by default"),
        "generated": computed
        and {"sql": sql_of(computed.sqltext, context), "stored": _is_stored(computed, context)},
        "comment": column.comment,
    }


def _is_stored(computed: Computed, context: MigrationContext) -> bool:
    """Where a revision does not say, SQLAlchemy 2.1 leaves it to PostgreSQL 18, which stores nothing."""
    if computed.persisted is not None:
        return computed.persisted
    return not getattr(context.dialect, "supports_virtual_generated_columns", False)


def _is_serial(column: Column) -> bool:
    return (
        column.table._autoincrement_column is column
        and column.identity is None
        and column.server_default is None
        and (column.default is None or getattr(column.default, "optional", False))
    )


def table_parts(table: Table, context: MigrationContext) -> dict:
    """The keys, constraints and indexes that come with a table, or with a column that is added to one."""
    primary = table.primary_key
    constraints = sorted(table.constraints, key=lambda constraint: constraint._creation_order)
    indexes = sorted(table.indexes, key=lambda index: str(index.name))
    return {
        "primaryKey": key_data(primary) if len(primary.columns) > 0 else None,
        "foreignKeys": [
            foreign_key_data(one) for one in constraints if isinstance(one, ForeignKeyConstraint)
        ],
        "uniques": [key_data(one) for one in constraints if isinstance(one, UniqueConstraint)],
        "checks": [check_data(one, context) for one in constraints if isinstance(one, CheckConstraint)],
        "indexes": [index_data(one, context) for one in indexes],
    }


def key_data(constraint: PrimaryKeyConstraint | UniqueConstraint) -> dict:
    """A primary key or unique constraint."""
    return {"name": name_of(constraint.name), "columns": [str(column.name) for column in constraint.columns]}


def check_data(constraint: CheckConstraint, context: MigrationContext) -> dict:
    """A check constraint."""
    return {"name": name_of(constraint.name), "condition": sql_of(constraint.sqltext, context)}


def foreign_key_data(constraint: ForeignKeyConstraint) -> dict:
    """A foreign key; Alembic has made stand-ins for the tables that it references."""
    targets = [element.column for element in constraint.elements]
    referenced = targets[0].table
    return {
        "name": name_of(constraint.name),
        "columns": [str(name) for name in constraint.column_keys],
        "referenced": {"schema": name_of(referenced.schema), "table": str(referenced.name)},
        "referencedColumns": [str(column.name) for column in targets],
        "onUpdate": constraint.onupdate,
        "onDelete": constraint.ondelete,
        "deferrable": bool(constraint.deferrable),
        "useAlter": bool(constraint.use_alter),
    }


def index_data(index: Index, context: MigrationContext) -> dict:
    """An index, with what PostgreSQL alone knows of it: a condition, an access method."""
    options = index.dialect_options["postgresql"]
    where = options["where"]
    return {
        "name": name_of(index.name),
        "columns": [
            str(expression.name) if isinstance(expression, Column) else sql_of(expression, context)
            for expression in index.expressions
        ],
        "columnNames": [str(one.name) for one in index.expressions if isinstance(one, Column)],
        "unique": bool(index.unique),
        "where": None if where is None else sql_of(where, context),
        "using": options["using"] or None,
    }
