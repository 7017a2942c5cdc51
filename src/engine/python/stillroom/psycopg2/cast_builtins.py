"""The typecasters that come with the driver, under psycopg2's own names."""

from decimal import Decimal

from ..libpq import escaping
from .cast_dates import cast_date, cast_datetime, cast_datetime_tz, cast_interval, cast_time
from .errors import InterfaceError
from .typecast import ArrayTypecaster, BytesTypecaster, Typecaster, string_types


def _cast_boolean(text: str, cursor) -> bool:
    if text[:1] in ("t", "f"):
        return text[0] == "t"
    raise InterfaceError(f"can't parse boolean: '{text}'")


def _cast_binary(value: bytes, cursor) -> memoryview:
    try:
        return memoryview(escaping.unescape_bytea(value))
    except ValueError:
        return memoryview(b"")


def _whole(text: str, cursor) -> int:
    return int(text)


def _floating(text: str, cursor) -> float:
    return float(text)


def _decimal(text: str, cursor) -> Decimal:
    return Decimal(text)


def _text(text: str, cursor) -> str:
    return text


_TEXT_OIDS = (19, 18, 25, 1042, 1043)
_TEXT_ARRAY_OIDS = (1002, 1003, 1009, 1014, 1015)

NUMBER = Typecaster("NUMBER", (20, 23, 21, 701, 700, 1700), _decimal)
LONGINTEGER = Typecaster("LONGINTEGER", (20,), _whole)
INTEGER = Typecaster("INTEGER", (23, 21), _whole)
FLOAT = Typecaster("FLOAT", (701, 700), _floating)
DECIMAL = Typecaster("DECIMAL", (1700,), _decimal)
UNICODE = Typecaster("UNICODE", _TEXT_OIDS, _text)
BYTES = BytesTypecaster("BYTES", _TEXT_OIDS, lambda value, cursor: value)
STRING = Typecaster("STRING", _TEXT_OIDS, _text)
BOOLEAN = Typecaster("BOOLEAN", (16,), _cast_boolean)
DATETIME = Typecaster("DATETIME", (1114,), cast_datetime)
DATETIMETZ = Typecaster("DATETIMETZ", (1184,), cast_datetime_tz)
TIME = Typecaster("TIME", (1083, 1266), cast_time)
DATE = Typecaster("DATE", (1082,), cast_date)
INTERVAL = Typecaster("INTERVAL", (704, 1186), cast_interval)
BINARY = BytesTypecaster("BINARY", (17,), _cast_binary)
ROWID = Typecaster("ROWID", (26,), _whole)
UNKNOWN = Typecaster("UNKNOWN", (705,), _text)
PYDATETIME = Typecaster("PYDATETIME", (1114,), cast_datetime)
PYDATETIMETZ = Typecaster("PYDATETIMETZ", (1184,), cast_datetime_tz)
PYTIME = Typecaster("PYTIME", (1083, 1266), cast_time)
PYDATE = Typecaster("PYDATE", (1082,), cast_date)
PYINTERVAL = Typecaster("PYINTERVAL", (704, 1186), cast_interval)

LONGINTEGERARRAY = ArrayTypecaster("LONGINTEGERARRAY", (1016,), LONGINTEGER)
INTEGERARRAY = ArrayTypecaster("INTEGERARRAY", (1005, 1006, 1007), INTEGER)
FLOATARRAY = ArrayTypecaster("FLOATARRAY", (1021, 1022), FLOAT)
DECIMALARRAY = ArrayTypecaster("DECIMALARRAY", (1231,), DECIMAL)
UNICODEARRAY = ArrayTypecaster("UNICODEARRAY", _TEXT_ARRAY_OIDS, UNICODE)
BYTESARRAY = ArrayTypecaster("BYTESARRAY", _TEXT_ARRAY_OIDS, BYTES)
STRINGARRAY = ArrayTypecaster("STRINGARRAY", _TEXT_ARRAY_OIDS, STRING)
BOOLEANARRAY = ArrayTypecaster("BOOLEANARRAY", (1000,), BOOLEAN)
DATETIMEARRAY = ArrayTypecaster("DATETIMEARRAY", (1115,), DATETIME)
DATETIMETZARRAY = ArrayTypecaster("DATETIMETZARRAY", (1185,), DATETIMETZ)
TIMEARRAY = ArrayTypecaster("TIMEARRAY", (1183, 1270), TIME)
DATEARRAY = ArrayTypecaster("DATEARRAY", (1182,), DATE)
INTERVALARRAY = ArrayTypecaster("INTERVALARRAY", (1187,), INTERVAL)
BINARYARRAY = ArrayTypecaster("BINARYARRAY", (1001,), BINARY)
ROWIDARRAY = ArrayTypecaster("ROWIDARRAY", (1028, 1013), ROWID)
INETARRAY = ArrayTypecaster("INETARRAY", (1041,), STRING)
CIDRARRAY = ArrayTypecaster("CIDRARRAY", (651,), STRING)
MACADDRARRAY = ArrayTypecaster("MACADDRARRAY", (1040,), STRING)
PYDATETIMEARRAY = ArrayTypecaster("PYDATETIMEARRAY", (1115,), PYDATETIME)
PYDATETIMETZARRAY = ArrayTypecaster("PYDATETIMETZARRAY", (1185,), PYDATETIMETZ)
PYTIMEARRAY = ArrayTypecaster("PYTIMEARRAY", (1183, 1270), PYTIME)
PYDATEARRAY = ArrayTypecaster("PYDATEARRAY", (1182,), PYDATE)
PYINTERVALARRAY = ArrayTypecaster("PYINTERVALARRAY", (1187,), PYINTERVAL)

_DEFAULTS = (
    LONGINTEGER,
    INTEGER,
    FLOAT,
    DECIMAL,
    STRING,
    BOOLEAN,
    DATETIME,
    DATETIMETZ,
    TIME,
    DATE,
    INTERVAL,
    BINARY,
    ROWID,
    LONGINTEGERARRAY,
    INTEGERARRAY,
    FLOATARRAY,
    DECIMALARRAY,
    STRINGARRAY,
    BOOLEANARRAY,
    DATETIMEARRAY,
    DATETIMETZARRAY,
    TIMEARRAY,
    DATEARRAY,
    INTERVALARRAY,
    BINARYARRAY,
    ROWIDARRAY,
    UNKNOWN,
    INETARRAY,
    CIDRARRAY,
    MACADDRARRAY,
)

__all__ = [name for name, value in list(globals().items()) if isinstance(value, Typecaster)]

for _caster in _DEFAULTS:
    for _oid in _caster.values:
        string_types[_oid] = _caster
