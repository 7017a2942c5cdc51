"""An exception as data: what it says, and the line of the student's code that it goes back to."""

import os
import traceback


def code_error(error: BaseException, root: str) -> dict:
    """The shape is CodeError's (src/engine/migration/preview.ts)."""
    path, line = _place(error, root)
    return {
        "type": type(error).__name__,
        "message": error.msg if isinstance(error, SyntaxError) else str(error),
        "path": path,
        "line": line,
        "sqlstate": getattr(getattr(error, "orig", error), "pgcode", None),
    }


def _place(error: BaseException, root: str) -> tuple[str | None, int | None]:
    places = [(frame.filename, frame.lineno) for frame in traceback.extract_tb(error.__traceback__)]
    if isinstance(error, SyntaxError):
        places.append((error.filename, error.lineno))
    for path, line in reversed(places):
        if path is not None and path.startswith(root + os.sep):
            return os.path.relpath(path, root), line
    return None, None
