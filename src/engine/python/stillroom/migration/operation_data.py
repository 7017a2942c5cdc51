"""Alembic's operation objects as data: the shapes of src/engine/migration/operations.ts."""

from functools import singledispatch

from alembic.ddl.postgresql import CreateExcludeConstraintOp
from alembic.operations import MigrateOperation, ops
from alembic.operations.schemaobj import SchemaObjects
from alembic.runtime.migration import MigrationContext
from sqlalchemy import Table
from sqlalchemy.dialects.postgresql import CreateEnumType, DropEnumType

from .table_data import (
    check_data,
    column_data,
    default_sql,
    index_data,
    name_of,
    sql_of,
    table_parts,
    type_data,
)


@singledispatch
def operation_data(operation: MigrateOperation, context: MigrationContext) -> dict:
    """An operation as data. One that Alembic does not bring along is only named."""
    return {"kind": "other", "className": type(operation).__name__}


def created_table(operation: ops.CreateTableOp, table: Table, context: MigrationContext) -> dict:
    """`create_table`, which Alembic hands back as a Table."""
    return {
        "kind": "create_table",
        **_named(table.name, table.schema),
        "columns": [column_data(column, context) for column in table.columns],
        "comment": table.comment,
        "ifNotExists": _flag(operation, "if_not_exists"),
        **table_parts(table, context),
    }


def statement_data(sql: str, element: object) -> dict:
    """A statement that went through the connection of `op.get_bind()`."""
    enum_type = None
    if isinstance(element, (CreateEnumType, DropEnumType)):
        action = "create" if isinstance(element, CreateEnumType) else "drop"
        type_ = element.element
        enum_type = {"action": action, "name": str(type_.name), "schema": name_of(type_.schema)}
    return {"kind": "execute", "sql": sql, "through": "connection", "readsRows": False, "enumType": enum_type}


@operation_data.register
def _(operation: ops.DropTableOp, context: MigrationContext) -> dict:
    return {"kind": "drop_table", **_on(operation), "ifExists": _flag(operation, "if_exists")}


@operation_data.register
def _(operation: ops.AddColumnOp, context: MigrationContext) -> dict:
    table = SchemaObjects(context).table(operation.table_name, operation.column, schema=operation.schema)
    (column,) = (column for column in table.columns if column.name == operation.column.name)
    return {
        "kind": "add_column",
        **_on(operation),
        "column": column_data(column, context),
        "ifNotExists": _flag(operation, "if_not_exists"),
        **table_parts(table, context),
    }


@operation_data.register
def _(operation: ops.DropColumnOp, context: MigrationContext) -> dict:
    exists = _flag(operation, "if_exists") or bool(operation.kw.get("if_exists"))
    return {"kind": "drop_column", **_on(operation), "column": str(operation.column_name), "ifExists": exists}


@operation_data.register
def _(operation: ops.AlterColumnOp, context: MigrationContext) -> dict:
    changes, existing = {}, {}
    if operation.modify_name is not None:
        changes["name"] = str(operation.modify_name)
    for into, type_, nullable in (
        (changes, operation.modify_type, operation.modify_nullable),
        (existing, operation.existing_type, operation.existing_nullable),
    ):
        if type_ is not None:
            into["type"] = type_data(_instance(type_), context)
        if nullable is not None:
            into["nullable"] = bool(nullable)
    # False says that nothing was said; None takes the default or comment away.
    if operation.modify_server_default is not False:
        changes["default"] = default_sql(operation.modify_server_default, context)
    if operation.existing_server_default is not False:
        existing["default"] = default_sql(operation.existing_server_default, context)
    if operation.modify_comment is not False:
        changes["comment"] = operation.modify_comment
    using = operation.kw.get("postgresql_using")
    return {
        "kind": "alter_column",
        **_on(operation),
        "column": str(operation.column_name),
        "changes": changes,
        "existing": existing,
        "using": None if using is None else sql_of(using, context),
    }


@operation_data.register
def _(operation: ops.CreateIndexOp, context: MigrationContext) -> dict:
    return {
        "kind": "create_index",
        **_on(operation),
        "index": index_data(operation.to_index(context), context),
        "concurrently": bool(operation.kw.get("postgresql_concurrently")),
        "ifNotExists": _flag(operation, "if_not_exists"),
    }


@operation_data.register
def _(operation: ops.DropIndexOp, context: MigrationContext) -> dict:
    return {
        "kind": "drop_index",
        "name": name_of(operation.index_name),
        "schema": name_of(operation.schema),
        "table": name_of(operation.table_name),
        "concurrently": bool(operation.kw.get("postgresql_concurrently")),
        "ifExists": _flag(operation, "if_exists"),
    }


@operation_data.register
def _(operation: ops.CreateForeignKeyOp, context: MigrationContext) -> dict:
    options = operation.kw
    return {
        "kind": "create_foreign_key",
        **_named(operation.source_table, options.get("source_schema")),
        "key": {
            "name": name_of(operation.constraint_name),
            "columns": [str(name) for name in operation.local_cols],
            "referenced": _named(operation.referent_table, options.get("referent_schema")),
            "referencedColumns": [str(name) for name in operation.remote_cols or ()],
            "onUpdate": options.get("onupdate"),
            "onDelete": options.get("ondelete"),
            "deferrable": bool(options.get("deferrable")),
            "useAlter": bool(options.get("use_alter")),
        },
        "notValid": bool(options.get("postgresql_not_valid")),
    }


@operation_data.register
def _(operation: ops.CreateUniqueConstraintOp, context: MigrationContext) -> dict:
    constraint = {
        "name": name_of(operation.constraint_name),
        "columns": [str(name) for name in operation.columns],
    }
    return {"kind": "create_unique_constraint", **_on(operation), "constraint": constraint}


@operation_data.register
def _(operation: ops.CreatePrimaryKeyOp, context: MigrationContext) -> dict:
    constraint = {
        "name": name_of(operation.constraint_name),
        "columns": [str(name) for name in operation.columns],
    }
    return {"kind": "create_primary_key", **_on(operation), "constraint": constraint}


@operation_data.register
def _(operation: ops.CreateCheckConstraintOp, context: MigrationContext) -> dict:
    return {
        "kind": "create_check_constraint",
        **_on(operation),
        "constraint": check_data(operation.to_constraint(context), context),
        "notValid": bool(operation.kw.get("postgresql_not_valid")),
    }


@operation_data.register
def _(operation: CreateExcludeConstraintOp, context: MigrationContext) -> dict:
    return {
        "kind": "create_exclude_constraint",
        **_on(operation),
        "name": name_of(operation.constraint_name),
        "elements": [
            f"{sql_of(element, context)} WITH {operator}" for element, operator in operation.elements
        ],
        "using": operation.kw.get("using", "gist"),
        "where": None if operation.where is None else sql_of(operation.where, context),
    }


@operation_data.register
def _(operation: ops.DropConstraintOp, context: MigrationContext) -> dict:
    kind = operation.constraint_type
    return {
        "kind": "drop_constraint",
        **_on(operation),
        "name": name_of(operation.constraint_name),
        "type": kind if kind in ("foreignkey", "unique", "check", "primary") else None,
        "ifExists": _flag(operation, "if_exists"),
    }


@operation_data.register
def _(operation: ops.RenameTableOp, context: MigrationContext) -> dict:
    return {"kind": "rename_table", **_on(operation), "newName": str(operation.new_table_name)}


@operation_data.register
def _(operation: ops.CreateTableCommentOp, context: MigrationContext) -> dict:
    return {"kind": "create_table_comment", **_on(operation), "comment": operation.comment}


@operation_data.register
def _(operation: ops.DropTableCommentOp, context: MigrationContext) -> dict:
    return {"kind": "drop_table_comment", **_on(operation)}


@operation_data.register
def _(operation: ops.BulkInsertOp, context: MigrationContext) -> dict:
    rows = list(operation.rows)
    columns = [str(name) for name in rows[0]] if rows else []
    named = _named(operation.table.name, getattr(operation.table, "schema", None))
    return {"kind": "bulk_insert", **named, "columns": columns, "rows": len(rows)}


@operation_data.register
def _(operation: ops.ExecuteSQLOp, context: MigrationContext) -> dict:
    sql = sql_of(operation.sqltext, context)
    return {"kind": "execute", "sql": sql, "through": "op", "readsRows": False, "enumType": None}


def _on(operation) -> dict:
    return _named(operation.table_name, operation.schema)


def _named(table: str, schema: str | None) -> dict:
    return {"schema": name_of(schema), "table": str(table)}


def _flag(operation: MigrateOperation, name: str) -> bool:
    """An option that older versions of Alembic do not have."""
    return bool(getattr(operation, name, False))


def _instance(type_):
    return type_() if isinstance(type_, type) else type_
