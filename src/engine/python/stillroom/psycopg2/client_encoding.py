"""The part of a connection that says in which encoding its program speaks.

The wire stays UTF-8; only the name, and the codec of what goes in, are the wanted ones.
"""

from ..libpq import ExecStatus, Result
from .encodings import clean_name, codec_of
from .sqlstates import error_of


class ClientEncoding:
    """`set_client_encoding` and what it sets."""

    __slots__ = ()

    def set_client_encoding(self, encoding: str) -> None:
        """set_client_encoding(encoding) -- Set client encoding to `encoding`."""
        self._check_open()
        if clean_name(encoding) == self._encoding:
            return
        self._end_transaction("ROLLBACK")
        self._set_encoding(encoding)

    def _set_encoding(self, encoding: str) -> None:
        name = clean_name(encoding)
        codec = codec_of(name)
        if codec is None:
            raise error_of(_unknown_encoding(name))
        self._encoding = name
        self._codec = codec


def _unknown_encoding(name: str) -> Result:
    message = f'invalid value for parameter "client_encoding": "{name}"'
    fields = {"S": "ERROR", "V": "ERROR", "C": "22023", "M": message}
    return Result(ExecStatus.FATAL_ERROR, error_fields=fields, error_message=f"ERROR:  {message}\n")
