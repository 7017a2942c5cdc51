"""Places where the process layer steps in."""

from collections.abc import Callable

#: Called before each exchange with the backend. One may raise (Ctrl-C does): nothing has been sent then.
before_query: list[Callable[[], None]] = []


def run_before_query() -> None:
    """Calls every hook, in the order of their registration."""
    for hook in before_query:
        hook()
