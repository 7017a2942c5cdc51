"""Helpers for the attributes and methods of connections and cursors."""

from functools import wraps


def read_only(slot: str) -> property:
    """An attribute that programs may read and not set."""

    def refuse(self, value):
        raise AttributeError("readonly attribute")

    return property(lambda self: getattr(self, slot), refuse)


def open_only(method):
    """A method that is refused once its object is closed."""

    @wraps(method)
    def checked(self, *arguments, **named):
        self._check_open()
        return method(self, *arguments, **named)

    return checked
