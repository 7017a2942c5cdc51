"""Connection strings as the driver shows them."""

from ..libpq import Connection, ConninfoError, parse_conninfo
from ..libpq.options import SECRET
from .errors import ProgrammingError


def parse_dsn(dsn) -> dict[str, str]:
    """parse_dsn(dsn) -> dict -- parse a connection string into parameters"""
    if isinstance(dsn, bytes):
        dsn = dsn.decode()
    if not isinstance(dsn, str):
        raise TypeError(f"Expected bytes or unicode string, got {type(dsn).__name__} instead")
    try:
        return parse_conninfo(dsn)
    except ConninfoError as error:
        raise ProgrammingError(f"invalid dsn: {error}") from None


def obscured(dsn: str) -> str:
    """The connection string with its password hidden."""
    try:
        given = parse_conninfo(dsn)
    except ConninfoError:
        return dsn
    if "password" not in given:
        return dsn
    from psycopg2.extensions import make_dsn

    return make_dsn(**(given | {"password": "xxx"}))


def dsn_parameters(session: Connection) -> dict[str, str]:
    """The options in force on a connection, without the secret ones."""
    return {name: value for name, value in session.options.items() if name not in SECRET}
