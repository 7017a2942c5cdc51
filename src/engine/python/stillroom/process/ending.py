"""What ended the last process, as data: nobody should have to read it out of what was printed."""

import traceback

from .workspace import owns_path

_last: dict | None = None


def forget() -> None:
    """A new process starts: nothing has ended it yet."""
    global _last
    _last = None


def note(error: BaseException | None) -> None:
    """Keep what is known of the exception that ends the process, but not the exception with its frames."""
    global _last
    _last = None if error is None else _describe(error)


def last() -> dict | None:
    """Give type, message, SQLSTATE and the innermost of the student's own lines, if an exception did it."""
    return _last


def _describe(error: BaseException) -> dict:
    driver = _driver_error(error)
    path, line = _place(error)
    return {
        "type": type(error).__name__,
        "message": _message(error, driver),
        "sqlstate": getattr(driver, "pgcode", None) or getattr(driver, "sqlstate", None),
        "path": path,
        "line": line,
    }


def _driver_error(error: BaseException) -> BaseException | None:
    """The driver's exception: SQLAlchemy keeps it as `orig`."""
    candidates = (getattr(error, "orig", None), error)
    return next((one for one in candidates if hasattr(one, "pgcode") or hasattr(one, "sqlstate")), None)


def _message(error: BaseException, driver: BaseException | None) -> str:
    if isinstance(error, SyntaxError):
        return error.msg
    diagnostics = getattr(driver, "diag", None)
    primary = getattr(diagnostics, "message_primary", None)
    return primary or str(driver or error).strip() or type(error).__name__


def _place(error: BaseException) -> tuple[str | None, int | None]:
    if isinstance(error, SyntaxError) and owns_path(error.filename):
        return error.filename, error.lineno
    seen: set[int] = set()
    reason: BaseException | None = error
    # What a library raises in place of another exception may have lost the student's frames.
    while reason is not None and id(reason) not in seen:
        seen.add(id(reason))
        frames = traceback.StackSummary.extract(traceback.walk_tb(reason.__traceback__), lookup_lines=False)
        own = [frame for frame in frames if owns_path(frame.filename)]
        if own:
            return own[-1].filename, own[-1].lineno
        reason = reason.__cause__ or reason.__context__
    return None, None
