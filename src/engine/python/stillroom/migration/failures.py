"""Exceptions of revision files as data."""

import traceback


def failure(error: BaseException, path: str, where: str) -> dict:
    """An exception with the line of the revision file that it goes back to."""
    return {
        "where": where,
        "type": type(error).__name__,
        "message": error.msg if isinstance(error, SyntaxError) else str(error),
        "line": _line(error, path),
    }


def _line(error: BaseException, path: str) -> int | None:
    if isinstance(error, SyntaxError) and error.filename == path:
        return error.lineno
    lines = [frame.lineno for frame in traceback.extract_tb(error.__traceback__) if frame.filename == path]
    return lines[-1] if lines else None
