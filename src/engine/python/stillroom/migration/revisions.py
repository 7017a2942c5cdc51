"""The revision files of a script directory, as data."""

import os
import re
import warnings

from alembic.script import Script
from alembic.util import to_tuple

from .script_files import ScriptFiles

_CREATE_DATE = re.compile(r"^Create Date: *(\S.*?) *$", re.MULTILINE)


def list_directory(root: str) -> dict:
    """Every revision file, whether Alembic can read it or not, and what is wrong with the whole."""
    files = ScriptFiles.of(root)
    if files is None:
        return {"directory": None, "revisions": [], "problem": None}
    revisions = []
    for path in files.paths():
        script, error = files.load(path)
        depends_on = [] if script is None else list(to_tuple(script.dependencies, ()))
        labels = [] if script is None else sorted(script._orig_branch_labels)
        header = read_header(files, path, script)
        revisions.append(header | {"dependsOn": depends_on, "labels": labels, "error": error})
    followed = {parent for revision in revisions for parent in revision["downRevision"]}
    for revision in revisions:
        revision["isHead"] = revision["revision"] is not None and revision["revision"] not in followed
    broken = any(revision["error"] for revision in revisions)
    directory = os.path.relpath(files.directory, root)
    return {"directory": directory, "revisions": revisions, "problem": None if broken else _problem(files)}


def read_header(files: ScriptFiles, path: str, script: Script | None) -> dict:
    """What a revision file says about itself; its date is nowhere but in its docstring."""
    if script is None:
        return {"revision": None, "downRevision": [], "message": "", "createDate": None, "path": path}
    date = _CREATE_DATE.search(script.module.__doc__ or "")
    return {
        "revision": script.revision,
        "downRevision": list(script._versioned_down_revisions),
        "message": script.doc or "",
        "createDate": date and date[1],
        "path": path,
    }


def _problem(files: ScriptFiles) -> str | None:
    """What Alembic says when it puts the files together: two with one id, a parent that no file has."""
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        try:
            for _ in files.scripts.walk_revisions():
                pass
        except Exception as error:
            return f"{type(error).__name__}: {error}"
    return str(caught[0].message) if caught else None
