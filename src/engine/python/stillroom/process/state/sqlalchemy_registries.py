"""What SQLAlchemy keeps for good: listeners on classes (Engine, Session), and modules with models."""

from contextlib import suppress

from sqlalchemy.event import registry
from sqlalchemy.exc import InvalidRequestError
from sqlalchemy.orm import clsregistry

from ..workspace import owns_callable


class SqlAlchemyRegistries:
    """Takes back the workspace's registrations on classes, and forgets its declarative bases."""

    def __init__(self) -> None:
        self._class_registries = set(clsregistry._registries)
        self._keys: list[registry._EventKey] = []
        keys = self._keys
        base_listen = registry._EventKey.base_listen

        def recording_base_listen(self, *args, **kwargs):
            if isinstance(self.dispatch_target, type):
                keys.append(self)
            return base_listen(self, *args, **kwargs)

        registry._EventKey.base_listen = recording_base_listen

    def restore(self) -> None:
        for key in self._keys:
            if owns_callable(key.fn):
                # Not there: the program has removed it itself.
                with suppress(InvalidRequestError):
                    key.remove()
        self._keys.clear()
        clsregistry._registries.intersection_update(self._class_registries)
