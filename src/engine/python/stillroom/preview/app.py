"""Finds what `flask db migrate` works on: the Flask app with its Migrate, or Alembic's configuration."""

import contextlib
import os
import sys
from collections.abc import Callable
from dataclasses import dataclass

from alembic.config import Config
from flask import Flask
from flask.cli import NoAppException, ScriptInfo, load_dotenv

from stillroom.process.scripts import BIN

from .code_error import code_error


class Answer(Exception):
    """The look has come to its end: there is no revision to show, and the outcome says why."""

    def __init__(self, outcome: dict, models: list[dict] | None = None) -> None:
        super().__init__(outcome["kind"])
        self.outcome = outcome
        self.models = models or []


@dataclass
class Project:
    """A project whose models are imported."""

    root: str
    config: Callable[[], Config]
    # The script directory, as the configuration names it.
    directory: str
    context: Callable[[], contextlib.AbstractContextManager]
    init: Callable[[], None] | None

    def init_if_missing(self) -> bool:
        """Make the script directory from Flask-Migrate's template where there is none; tells whether."""
        if self.init is None or (os.path.isdir(self.directory) and os.listdir(self.directory)):
            return False
        self.init()
        return True


def find_project(root: str) -> Project:
    """Find and import the app as the `flask` command does; raises Answer where that fails."""
    app = _load_app(root)
    if app is None:
        return _alembic_project(root)
    if "migrate" not in app.extensions:
        raise Answer({"kind": "no-migrate"})
    return _flask_project(root, app)


def _load_app(root: str) -> Flask | None:
    """The app, or None where there is none but an alembic.ini."""
    sys.argv = [f"{BIN}/flask", "db", "migrate"]
    sys.path.insert(0, BIN)
    os.environ["FLASK_RUN_FROM_CLI"] = "true"
    try:
        if os.environ.get("FLASK_SKIP_DOTENV") not in ("1", "true"):
            load_dotenv()
        return ScriptInfo(app_import_path=os.environ.get("FLASK_APP")).load_app()
    except NoAppException as error:
        cause = error.__context__
        # Flask turns an ImportError inside the app into one of its own; where the app's module itself is
        # missing, no frame of the student's is involved.
        if isinstance(cause, ImportError) and code_error(cause, root)["path"] is not None:
            raise Answer({"kind": "import-failed", "error": code_error(cause, root)}) from error
        if cause is None and os.path.isfile("alembic.ini"):
            return None
        raise Answer({"kind": "no-app", "error": code_error(error, root)}) from error
    except (Exception, SystemExit) as error:
        raise Answer({"kind": "import-failed", "error": code_error(error, root)}) from error


def _flask_project(root: str, app: Flask) -> Project:
    import flask_migrate

    migrate = app.extensions["migrate"]
    return Project(
        root=root,
        config=lambda: migrate.migrate.get_config(None, opts=["autogenerate"]),
        directory=str(migrate.directory),
        context=app.app_context,
        init=flask_migrate.init.__wrapped__,
    )


def _alembic_project(root: str) -> Project:
    config = Config("alembic.ini")
    return Project(
        root=root,
        config=lambda: config,
        directory=config.get_main_option("script_location") or "",
        context=contextlib.nullcontext,
        init=None,
    )
