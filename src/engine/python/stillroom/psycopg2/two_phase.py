"""Two-phase commit: as the DB-API has it. Whether it works is for the server to say."""

from .errors import ProgrammingError
from .values import Xid

_READY, _BEGIN, _PREPARED = 1, 2, 5


class TwoPhase:
    """The `tpc_*` methods of a connection."""

    __slots__ = ()

    def xid(self, format_id, gtrid, bqual) -> Xid:
        """xid(format_id, gtrid, bqual) -- create a transaction identifier."""
        self._check_open()
        return Xid(format_id, gtrid, bqual)

    def tpc_begin(self, xid) -> None:
        """tpc_begin(xid) -- begin a TPC transaction with given transaction ID xid."""
        self._check_open()
        self._check_idle("tpc_begin")
        if self._autocommit:
            raise ProgrammingError("tpc_begin can't be called in autocommit mode")
        xid = _ensure(xid)
        self._begin_if_due()
        self._xid = xid

    def tpc_prepare(self) -> None:
        """tpc_prepare() -- perform the first phase of a two-phase transaction."""
        self._check_open()
        if self._xid is None:
            raise ProgrammingError("prepare must be called inside a two-phase transaction")
        self._on_xid("PREPARE TRANSACTION", self._xid)
        self._status = _PREPARED

    def tpc_commit(self, xid=None) -> None:
        """tpc_commit([xid]) -- commit a transaction previously prepared."""
        self._finish("tpc_commit", "COMMIT", xid)

    def tpc_rollback(self, xid=None) -> None:
        """tpc_rollback([xid]) -- abort a transaction previously prepared."""
        self._finish("tpc_rollback", "ROLLBACK", xid)

    def tpc_recover(self) -> list[Xid]:
        """tpc_recover() -- returns a list of transaction IDs pending recovery."""
        self._check_open()
        was_ready = self._status == _READY
        with self.cursor() as cursor:
            cursor.execute("SELECT gid, prepared, owner, database FROM pg_prepared_xacts")
            rows = cursor.fetchall()
        if was_ready and self._status == _BEGIN:
            self.rollback()
        found = []
        for name, prepared, owner, database in rows:
            xid = Xid.from_string(name)
            xid.prepared, xid.owner, xid.database = prepared, owner, database
            found.append(xid)
        return found

    def _finish(self, method: str, verb: str, xid) -> None:
        self._check_open()
        if xid is not None:
            if self._status != _READY:
                raise ProgrammingError(f"{method} with a xid must be called outside a transaction")
            self._on_xid(f"{verb} PREPARED", _ensure(xid))
            return
        if self._xid is None:
            raise ProgrammingError(
                "tpc_commit/tpc_rollback with no parameter must be called in a two-phase transaction"
            )
        if self._status == _PREPARED:
            self._on_xid(f"{verb} PREPARED", self._xid)
            self._status = _READY
        else:
            self._end_transaction(verb)
        self._xid = None

    def _on_xid(self, command: str, xid: Xid) -> None:
        name = str(xid).replace("'", "''")
        self._command(f"{command} '{name}'")

    def _check_not_prepared(self, what: str) -> None:
        if self._status == _PREPARED:
            raise ProgrammingError(f"{what} cannot be used with a prepared two-phase transaction")

    def _check_not_two_phase(self, what: str) -> None:
        if self._xid is not None:
            raise ProgrammingError(f"{what} cannot be used during a two-phase transaction")


def _ensure(xid) -> Xid:
    return xid if isinstance(xid, Xid) else Xid.from_string(xid)
