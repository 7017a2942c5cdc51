"""Everything that is imported before the first command, so that no command has to wait for it."""

import importlib

from stillroom import shims

# Imported in pieces: where an interpreter starts beside commands, they may have to wait for one piece.
_FIRST = ("werkzeug.wrappers", "werkzeug.routing", "jinja2", "click", "flask", "sqlalchemy", "sqlalchemy.orm")
# The modules that the course's commands use, by stack. What a module imports itself need not be named.
PRELOAD = {
    "course": ("flask_sqlalchemy", "flask_migrate", "flask_cors", "flask_login", "flask_wtf"),
    "current": ("flask_sqlalchemy", "flask_migrate", "flask_cors", "flask_login", "flask_wtf"),
}
_COMMON = (
    "alembic.autogenerate",
    "alembic.command",
    "dotenv",
    "flask.cli",
    "importlib.metadata",
    "logging.config",
    "psycopg2.extras",
    "runpy",
    "sqlalchemy.dialects.postgresql.psycopg2",
    "sqlalchemy.ext.declarative",
)


def load_libraries(stack: str) -> None:
    """Put the stand-ins and the driver in place, then import the stack's libraries."""
    for name in put_stand_ins(stack):
        importlib.import_module(name)


def put_stand_ins(stack: str) -> list[str]:
    """Put the stand-ins and the driver in place; give the libraries to import then, in order."""
    shims.install(stack)
    from stillroom import psycopg2

    psycopg2.install()
    return [*_FIRST, *PRELOAD[stack], *_COMMON]
