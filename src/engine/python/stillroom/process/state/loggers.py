"""Python's logging, which `logging.config.fileConfig` in env.py turns inside out."""

import logging
import sys
from dataclasses import dataclass

from ..workspace import owns_module


@dataclass
class _Settings:
    """What can be set on one logger."""

    level: int
    handlers: list[logging.Handler]
    filters: list
    propagate: bool
    disabled: bool

    @classmethod
    def of(cls, logger: logging.Logger) -> _Settings:
        return cls(
            logger.level, list(logger.handlers), list(logger.filters), logger.propagate, logger.disabled
        )

    def apply(self, logger: logging.Logger) -> None:
        logger.level = self.level
        logger.handlers[:] = self.handlers
        logger.filters[:] = self.filters
        logger.propagate = self.propagate
        logger.disabled = self.disabled


class Loggers:
    """Restores every logger, forgets those that no library asked for, closes handlers."""

    def __init__(self) -> None:
        self._manager = logging.Logger.manager
        self._root = _Settings.of(logging.root)
        self._known = {name: _Settings.of(logger) for name, logger in self._loggers()}
        self._handlers = list(logging._handlerList)
        self._levels = dict(logging._levelToName), dict(logging._nameToLevel)
        self._factories = logging.getLoggerClass(), logging.getLogRecordFactory(), logging.lastResort
        self._raise = logging.raiseExceptions

    def restore(self) -> None:
        logging.captureWarnings(False)
        logging.shutdown([ref for ref in logging._handlerList if ref not in self._handlers])
        logging._handlerList[:] = self._handlers
        self._root.apply(logging.root)
        for name, logger in self._loggers():
            self._known.get(name, _Settings(logging.NOTSET, [], [], True, False)).apply(logger)
        self._forget_workspace()
        logging._levelToName.clear()
        logging._levelToName.update(self._levels[0])
        logging._nameToLevel.clear()
        logging._nameToLevel.update(self._levels[1])
        logger_class, record_factory, logging.lastResort = self._factories
        logging.setLoggerClass(logger_class)
        logging.setLogRecordFactory(record_factory)
        logging.raiseExceptions = self._raise
        self._manager.disable = logging.NOTSET
        self._manager._clear_cache()

    def _loggers(self) -> list[tuple[str, logging.Logger]]:
        entries = self._manager.loggerDict.items()
        return [(name, logger) for name, logger in entries if isinstance(logger, logging.Logger)]

    def _forget_workspace(self) -> None:
        """Keep a logger only if it bears a library's name: the library holds it for good."""
        for name in list(self._manager.loggerDict):
            module = sys.modules.get(name.partition(".")[0])
            if name not in self._known and (module is None or owns_module(module)):
                del self._manager.loggerDict[name]
