"""One look ahead, from finding the app to the revision's text and operations."""

import gc
from contextlib import suppress

import _stillroom_preview as host

from stillroom.process import runner

from . import places
from .app import Answer, find_project
from .autogenerate import autogenerate
from .code_error import code_error

_COMMAND = ["flask", "db", "migrate"]
# New objects after which Python looks for unused ones: nearly all of a look's are in use until it ends, and
# everything is collected then.
_COLLECT_AFTER = 100_000


def look(root: str, cwd: str, environ: dict[str, str]) -> dict:
    """Run it as a process of its own would; the process is not cleaned up yet when this returns."""
    runner.begin(_COMMAND, cwd, environ)
    gc.set_threshold(_COLLECT_AFTER)
    return runner.perform(lambda: _look(root))


def _look(root: str) -> dict:
    answer = {"beforeInit": False, "models": []}
    try:
        try:
            with places.noting():
                project = find_project(root)
        finally:
            with suppress(Exception):
                host.imported()
        with project.context():
            answer["beforeInit"] = project.init_if_missing()
            outcome, models = autogenerate(project)
        return answer | {"outcome": outcome, "models": models}
    except Answer as found:
        return answer | {"outcome": found.outcome, "models": found.models}
    except KeyboardInterrupt as error:
        if host.endTime():
            return answer | {"outcome": {"kind": "stopped"}}
        return answer | {"outcome": {"kind": "import-failed", "error": code_error(error, root)}}
