"""What one statement gave back."""

from dataclasses import dataclass, field
from typing import NamedTuple

from .status import ExecStatus

_COUNTING_COMMANDS = {"SELECT", "INSERT", "UPDATE", "DELETE", "MERGE", "FETCH", "MOVE", "COPY"}


class Field(NamedTuple):
    """One column of a row description."""

    name: str
    table_oid: int
    table_column: int
    type_oid: int
    type_size: int
    type_modifier: int
    format: int


@dataclass(slots=True)
class Result:
    """A PGresult: rows, a command's tag, COPY data, or an error with its fields."""

    status: ExecStatus
    fields: list[Field] = field(default_factory=list)
    rows: list[tuple[bytes | None, ...]] = field(default_factory=list)
    command_status: str = ""
    #: Of a described statement.
    parameter_types: list[int] = field(default_factory=list)
    #: What COPY TO STDOUT sent.
    copied: list[bytes] = field(default_factory=list)
    #: Of an error or notice, by one-letter code (`C` is the SQLSTATE, `M` the message, ...).
    error_fields: dict[str, str] = field(default_factory=dict)
    #: The error as libpq words it.
    error_message: str = ""

    @property
    def sqlstate(self) -> str | None:
        """The five-letter code of an error."""
        return self.error_fields.get("C")

    @property
    def command_tuples(self) -> str:
        """How many rows a command touched, as text; empty where its tag does not say (`PQcmdTuples`)."""
        command, _, rest = self.command_status.partition(" ")
        return rest.rpartition(" ")[2] if command in _COUNTING_COMMANDS else ""

    @property
    def oid_value(self) -> int:
        """The oid of an inserted row where the tag has one (`PQoidValue`)."""
        parts = self.command_status.split()
        return int(parts[1]) if len(parts) == 3 and parts[0] == "INSERT" else 0
