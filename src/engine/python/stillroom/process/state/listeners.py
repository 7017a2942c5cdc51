"""SQLAlchemy's class-level event listeners (on Engine, Session, Mapper), which would pile up from process to process."""

from sqlalchemy.event import registry
from sqlalchemy.exc import InvalidRequestError

from ..workspace import owns_callable


class Listeners:
    """Records registrations on classes and takes back those of the workspace."""

    def __init__(self) -> None:
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
                try:
                    key.remove()
                except InvalidRequestError:
                    pass  # The program removed it itself.
        self._keys.clear()
