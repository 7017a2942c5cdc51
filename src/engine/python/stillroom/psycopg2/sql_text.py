"""SQL as programs hand it over: text, bytes or psycopg2.sql objects."""

from ..libpq import escaping


def as_bytes(query, cursor) -> bytes:
    """The statement in the connection's encoding."""
    if query is None:
        return b""
    if isinstance(query, bytes):
        return query
    if isinstance(query, str):
        return query.encode(cursor.connection._codec)
    composed = getattr(query, "as_string", None)
    if composed is None:
        raise TypeError(f"argument 1 must be a string or unicode object: got {type(query).__name__} instead")
    return as_bytes(composed(cursor), cursor)


def decoded(text) -> str:
    """A name given as text or bytes."""
    if isinstance(text, bytes):
        return text.decode()
    if not isinstance(text, str):
        raise TypeError(f"Expected bytes or unicode string, got {type(text).__name__} instead")
    return text


def quote_ident(str, scope) -> str:
    """quote_ident(str, conn_or_curs) -> str -- the name quoted as an SQL identifier"""
    name = decoded(str)
    if not hasattr(scope, "_run") and not hasattr(scope, "_make_row"):
        raise TypeError("argument 2 must be a connection or a cursor")
    return escaping.escape_identifier(name)
