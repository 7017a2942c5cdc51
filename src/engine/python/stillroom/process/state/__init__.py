"""What one process must not leave to the next: each keeper knows how it was at first, and restores that."""

from .dialect_caches import DialectCaches
from .drivers import Drivers
from .interpreter import InterpreterState
from .loggers import Loggers
from .modules import Modules
from .random_state import RandomState
from .sqlalchemy_registries import SqlAlchemyRegistries
from .warning_filters import WarningFilters


class Baseline:
    """The interpreter as every process finds it."""

    def __init__(self) -> None:
        # In the order in which they are undone: listeners and loggers look at modules that are about to go.
        self._keepers = (
            Drivers(),
            DialectCaches(),
            SqlAlchemyRegistries(),
            Loggers(),
            InterpreterState(),
            RandomState(),
            Modules(),
            WarningFilters(),
        )

    def restore(self) -> None:
        """Undo what the process that ended has changed."""
        for keeper in self._keepers:
            keeper.restore()
