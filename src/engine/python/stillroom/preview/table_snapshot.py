"""Reflected tables as they were before Alembic compared them: it hangs constraints and indexes onto them."""

from sqlalchemy import MetaData, Table


class TableSnapshot:
    """The tables of a MetaData as they are now, to go back to."""

    def __init__(self, metadata: MetaData) -> None:
        self.metadata = metadata
        self._tables = dict(metadata.tables)
        self._sets = [(live, set(live)) for table in self._tables.values() for live in _sets_of(table)]
        self._memos = {key: list(keys) for key, keys in metadata._fk_memos.items()}

    def restore(self) -> None:
        """Take away all that has been added since."""
        for key, table in list(self.metadata.tables.items()):
            if key not in self._tables:
                self.metadata.remove(table)
        for live, saved in self._sets:
            if live != saved:
                live.clear()
                live.update(saved)
        self.metadata._fk_memos.clear()
        self.metadata._fk_memos.update({key: list(keys) for key, keys in self._memos.items()})


def _sets_of(table: Table) -> list[set]:
    of_columns = [live for column in table.columns for live in (column.foreign_keys, column.constraints)]
    return [table.constraints, table.indexes, table.foreign_keys, *of_columns]
