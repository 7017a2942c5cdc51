"""The wait callback, with which programs watch a connection while it works."""

_callback = None


def set_wait_callback(callback) -> None:
    """Registers a callback function to block waiting for data: called once a statement is over."""
    global _callback
    _callback = callback


def get_wait_callback():
    """Returns the currently registered wait callback, or None."""
    return _callback


def wait_for(connection) -> None:
    """Calls the callback, which finds the connection ready at once."""
    if _callback is not None:
        _callback(connection)
