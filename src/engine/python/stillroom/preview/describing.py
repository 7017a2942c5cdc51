"""Revision files, described within a look's limits: of time, and of what is left behind."""

import _stillroom_preview as host
from sqlalchemy import create_engine
from sqlalchemy.pool import NullPool

from stillroom.migration.operations import describe_revision, list_revisions

_STOPPED = {"type": "TimeoutError", "message": "It did not come back within 3 seconds, and was stopped."}


def describe(root: str, path: str, environ: dict[str, str], order: list[str]) -> dict:
    """Say what a revision does: on no database, or (with an order of its functions) carried out on this one.

    Where that fails, `errors` says so: what was recorded up to there is all that there is.
    """
    if not order:
        return _in_time(describe_revision(root, path, environ))
    engine = create_engine("postgresql+psycopg2://", poolclass=NullPool)
    with engine.connect() as connection, connection.begin() as transaction:
        described = describe_revision(root, path, environ, connection, tuple(order))
        transaction.rollback()
    return _in_time(described)


def list_files(root: str, environ: dict[str, str]) -> dict:
    """List the revision files."""
    listed = list_revisions(root, environ)
    for file in listed["revisions"]:
        if file["error"] is not None:
            file["error"] = _as_stopped(file["error"])
    return listed


def _in_time(described: dict) -> dict:
    return described | {"errors": [_as_stopped(error) for error in described["errors"]]}


def _as_stopped(error: dict) -> dict:
    """An interrupt that the time limit sent is no interrupt of anybody's."""
    return error | _STOPPED if error["type"] == "KeyboardInterrupt" and host.isOverdue() else error
