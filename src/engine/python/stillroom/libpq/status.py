"""libpq's own status numbers, under its own names."""

from enum import IntEnum


class ConnectionStatus(IntEnum):
    """What `PQstatus()` answers, as far as it can occur here."""

    OK = 0
    BAD = 1


class ExecStatus(IntEnum):
    """What `PQresultStatus()` answers."""

    EMPTY_QUERY = 0
    COMMAND_OK = 1
    TUPLES_OK = 2
    COPY_OUT = 3
    COPY_IN = 4
    BAD_RESPONSE = 5
    NONFATAL_ERROR = 6
    FATAL_ERROR = 7
    COPY_BOTH = 8
    SINGLE_TUPLE = 9
    PIPELINE_SYNC = 10
    PIPELINE_ABORTED = 11


class TransactionStatus(IntEnum):
    """What `PQtransactionStatus()` answers."""

    IDLE = 0
    ACTIVE = 1
    INTRANS = 2
    INERROR = 3
    UNKNOWN = 4


#: The byte of ReadyForQuery.
TRANSACTION_STATUS_OF_BYTE = {
    ord("I"): TransactionStatus.IDLE,
    ord("T"): TransactionStatus.INTRANS,
    ord("E"): TransactionStatus.INERROR,
}
