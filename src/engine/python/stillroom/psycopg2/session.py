"""The part of a connection that says what its transactions are like."""

from .session_options import Characteristics, isolation_level, on_off_default, setting_changes


class Session:
    """`autocommit`, `isolation_level`, `readonly`, `deferrable` and what sets them."""

    __slots__ = ()

    @property
    def autocommit(self) -> bool:
        """Set or return the autocommit status."""
        return self._autocommit

    @autocommit.setter
    def autocommit(self, value) -> None:
        self.set_session(autocommit=value)

    @property
    def isolation_level(self) -> int | None:
        """Set or return the connection transaction isolation level."""
        return self._characteristics.isolation_level

    @isolation_level.setter
    def isolation_level(self, value) -> None:
        self.set_session(isolation_level="default" if value is None else value)

    @property
    def readonly(self) -> bool | None:
        """Set or return the connection read-only status."""
        return self._characteristics.readonly

    @readonly.setter
    def readonly(self, value) -> None:
        self.set_session(readonly="default" if value is None else value)

    @property
    def deferrable(self) -> bool | None:
        """Set or return the connection deferrable status."""
        return self._characteristics.deferrable

    @deferrable.setter
    def deferrable(self, value) -> None:
        self.set_session(deferrable="default" if value is None else value)

    def set_session(self, isolation_level=None, readonly=None, deferrable=None, autocommit=None) -> None:
        """set_session(...) -- Set one or more parameters for the next transactions."""
        self._check_open()
        wanted = self._changed(isolation_level, readonly, deferrable)
        self._check_idle("set_session")
        self._set_characteristics(wanted, self._autocommit if autocommit is None else bool(autocommit))

    def _changed(self, level, readonly, deferrable) -> Characteristics:
        changes = {}
        if level is not None:
            changes["isolation_level"] = isolation_level(level)
        if readonly is not None:
            changes["readonly"] = on_off_default(readonly)
        if deferrable is not None:
            changes["deferrable"] = on_off_default(deferrable)
        return self._characteristics._replace(**changes)

    def _set_characteristics(self, wanted: Characteristics, autocommit: bool) -> None:
        before = self._characteristics if self._autocommit else None
        for statement in setting_changes(before, wanted if autocommit else None):
            self._command(statement)
        self._characteristics = wanted
        self._autocommit = autocommit

    def set_isolation_level(self, level) -> None:
        """set_isolation_level(level) -- Switch isolation level to `level`."""
        self._check_open()
        if isinstance(level, int) and not 0 <= level <= 4:
            raise ValueError("isolation level must be between 0 and 4")
        self._end_transaction("ROLLBACK")
        if level == 0 and level is not None:
            self._set_characteristics(self._characteristics, True)
        else:
            wanted = self._characteristics._replace(isolation_level=isolation_level(level))
            self._set_characteristics(wanted, False)
