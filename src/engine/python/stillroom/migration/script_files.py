"""The script directory (`migrations/`) and its files, read by Alembic's own loader."""

import os
from pathlib import Path
from typing import Self

from alembic.config import Config
from alembic.script import Script, ScriptDirectory

from .failures import failure


class ScriptFiles:
    """A script directory, and how to load one of its files."""

    def __init__(self, root: str, config: Config, scripts: ScriptDirectory) -> None:
        self.root = root
        self.config = config
        self.scripts = scripts
        self.directory = scripts.dir

    @classmethod
    def of(cls, root: str) -> Self | None:
        """The workspace's script directory; None before there is one."""
        directory = _find(root)
        return None if directory is None else cls._at(root, directory)

    @classmethod
    def around(cls, root: str, path: str) -> Self:
        """The script directory that a revision file lies in: the nearest one above it, or the workspace's."""
        directory = Path(root, path).parent
        while directory != Path(root) and Path(root) in directory.parents:
            if (directory / "env.py").exists():
                return cls._at(root, str(directory))
            directory = directory.parent
        return cls._at(root, _find(root) or str(Path(root, path).parent))

    @classmethod
    def _at(cls, root: str, directory: str) -> Self:
        config = _config(root, directory)
        return cls(root, config, ScriptDirectory.from_config(config))

    def paths(self) -> list[str]:
        """The revision files, relative to the workspace."""
        paths = []
        for location in self.scripts._version_locations:
            if os.path.isdir(location):
                # Alembic 1.6 lists names, later ones list paths.
                listed = Script._list_py_dir(self.scripts, location)
                paths += [os.path.relpath(os.path.join(location, path), self.root) for path in listed]
        return sorted(
            path for path in set(paths) if path.endswith(".py") and not path.endswith("__init__.py")
        )

    def load(self, path: str) -> tuple[Script | None, dict | None]:
        """Import a revision file as Alembic does; what goes wrong comes back as data."""
        absolute = os.path.normpath(os.path.join(self.root, path))
        try:
            script = Script._from_path(self.scripts, Path(absolute))
        except (Exception, SystemExit, KeyboardInterrupt) as error:
            return None, failure(error, absolute, "import")
        if script is None:
            message = "Alembic does not take this file for a revision."
            return None, {"where": "import", "type": "CommandError", "message": message, "line": None}
        return script, None


def _config(root: str, directory: str) -> Config:
    """The configuration that Flask-Migrate or Alembic would read, with the script directory spelt out."""
    candidates = [os.path.join(directory, "alembic.ini"), os.path.join(root, "alembic.ini")]
    config = Config(next(filter(os.path.isfile, candidates), None))
    config.set_main_option("script_location", directory.replace("%", "%%"))
    return config


def _find(root: str) -> str | None:
    """`migrations/`, where Flask-Migrate puts it, or what the workspace's alembic.ini says."""
    directories = [os.path.join(root, "migrations")]
    ini = os.path.join(root, "alembic.ini")
    if os.path.isfile(ini):
        location = Config(ini).get_main_option("script_location")
        directories += [os.path.join(root, location)] if location else []
    return next((path for path in directories if os.path.isfile(os.path.join(path, "env.py"))), None)
