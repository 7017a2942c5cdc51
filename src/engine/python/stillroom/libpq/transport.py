"""The one place that touches JavaScript: bytes to the backend and back."""

from pyodide.ffi import JsException, to_js


class TransportError(Exception):
    """The backend could not answer: it died, or the connection is unknown to it."""


def connect(startup: bytes) -> tuple[int, bytes]:
    """Opens a session with a startup message; gives its number and the backend's first reply."""
    opened = _call("connect", to_js(startup))
    return opened.id, opened.reply.to_bytes()


def exchange(session: int, request: bytes) -> bytes:
    """Sends complete frontend messages and gives every message that they caused."""
    return _call("exchange", session, to_js(request)).to_bytes()


def close(session: int) -> None:
    """Forgets the session; its open transaction, if any, is rolled back."""
    _call("close", session)


def _call(name: str, *arguments):
    # Imported late: the module is registered after this package may have been put on the path.
    import _stillroom_postgres

    try:
        return getattr(_stillroom_postgres, name)(*arguments)
    except JsException as error:
        raise TransportError(str(error)) from error
