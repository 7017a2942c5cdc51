"""The entry points: what a revision file does, and which revision files there are. Results are plain data.

Nothing here touches a database that is not handed in, prints, or leaves anything of the workspace imported.
"""

from sqlalchemy.engine import Connection

from .process import standing_alone
from .record import record
from .revisions import list_directory, read_header
from .script_files import ScriptFiles


def describe_revision(
    root: str,
    path: str,
    environ: dict[str, str] | None = None,
    connection: Connection | None = None,
    order: tuple[str, ...] = ("upgrade", "downgrade"),
) -> dict:
    """Say what the revision file `path` (relative to the workspace `root`) does, up and down.

    `environ` is the environment to run it in; without one, it is this interpreter's. What `.env` and
    `.flaskenv` hold is added, as the `flask` command does. With a `connection` the revision is carried out on
    it, in this `order`, and only what is done to that can be undone.
    """
    with standing_alone(root, environ):
        files = ScriptFiles.around(root, path)
        script, error = files.load(path)
        described = read_header(files, path, script)
        return described | (record(files, script, connection, order) if error is None else _nothing(error))


def list_revisions(root: str, environ: dict[str, str] | None = None) -> dict:
    """List the revision files of the workspace's script directory, broken ones included."""
    with standing_alone(root, environ):
        return list_directory(root)


def _nothing(error: dict) -> dict:
    return {"upgrade": [], "downgrade": [], "readsRows": False, "onRows": False, "errors": [error]}
