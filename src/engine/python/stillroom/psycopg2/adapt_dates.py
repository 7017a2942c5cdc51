"""Dates, times and intervals to SQL, and the DB-API's constructors of them."""

import datetime
import time
from math import floor

from .adapt import ISQLQuote, adapters
from .adapters import _Adapter


class Moment(_Adapter):
    """datetime(datetime, type) -> new datetime wrapper object."""

    __module__ = "psycopg2._psycopg"
    __qualname__ = "datetime"

    def __init__(self, adapted, sql_type: str) -> None:
        self.adapted = adapted
        self._sql_type = sql_type

    def getquoted(self) -> bytes:
        value = self.adapted
        if isinstance(value, datetime.timedelta):
            text = f"{value.days} days {value.seconds}.{value.microseconds:06d} seconds"
        else:
            text = value.isoformat()
        return f"'{text}'::{self._sql_type}".encode()


Moment.__name__ = "datetime"


def DateFromPy(date: datetime.date) -> Moment:
    """DateFromPy(datetime.date) -> new wrapper"""
    return Moment(_checked(date, datetime.date), "date")


def TimeFromPy(moment: datetime.time) -> Moment:
    """TimeFromPy(datetime.time) -> new wrapper"""
    _checked(moment, datetime.time)
    return Moment(moment, "time" if moment.tzinfo is None else "timetz")


def TimestampFromPy(moment: datetime.datetime) -> Moment:
    """TimestampFromPy(datetime.datetime) -> new wrapper"""
    _checked(moment, datetime.datetime)
    return Moment(moment, "timestamp" if moment.tzinfo is None else "timestamptz")


def IntervalFromPy(interval: datetime.timedelta) -> Moment:
    """IntervalFromPy(datetime.timedelta) -> new wrapper"""
    return Moment(_checked(interval, datetime.timedelta), "interval")


def Date(year: int, month: int, day: int) -> Moment:
    """Date(year, month, day) -> new date"""
    return DateFromPy(datetime.date(year, month, day))


def Time(hour: int, minutes: int, seconds: float, tzinfo: datetime.tzinfo | None = None) -> Moment:
    """Time(hour, minutes, seconds, tzinfo=None) -> new time"""
    return TimeFromPy(datetime.time(hour, minutes, *_whole_and_micro(seconds), tzinfo))


def Timestamp(
    year: int,
    month: int,
    day: int,
    hour: int = 0,
    minutes: int = 0,
    seconds: float = 0.0,
    tzinfo: datetime.tzinfo | None = None,
) -> Moment:
    """Timestamp(year, month, day, hour, minutes, seconds, tzinfo=None) -> new timestamp"""
    return TimestampFromPy(
        datetime.datetime(year, month, day, hour, minutes, *_whole_and_micro(seconds), tzinfo)
    )


def DateFromTicks(ticks: float) -> Moment:
    """DateFromTicks(ticks) -> new date"""
    return DateFromPy(datetime.date.fromtimestamp(ticks))


def TimeFromTicks(ticks: float) -> Moment:
    """TimeFromTicks(ticks) -> new time"""
    local = time.localtime(floor(ticks))
    return Time(local.tm_hour, local.tm_min, local.tm_sec + (ticks - floor(ticks)))


def TimestampFromTicks(ticks: float) -> Moment:
    """TimestampFromTicks(ticks) -> new timestamp"""
    return TimestampFromPy(datetime.datetime.fromtimestamp(ticks).astimezone())


def _whole_and_micro(seconds: float) -> tuple[int, int]:
    whole = floor(seconds)
    return whole, round((seconds - whole) * 1_000_000)


def _checked(value, kind: type):
    if not isinstance(value, kind):
        raise TypeError(f"argument 1 must be {kind.__module__}.{kind.__name__}, not {type(value).__name__}")
    return value


adapters.update(
    {
        (datetime.date, ISQLQuote): DateFromPy,
        (datetime.time, ISQLQuote): TimeFromPy,
        (datetime.datetime, ISQLQuote): TimestampFromPy,
        (datetime.timedelta, ISQLQuote): IntervalFromPy,
    }
)
