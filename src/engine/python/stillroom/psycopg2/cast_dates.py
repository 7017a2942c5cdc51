"""Dates, times and intervals from the server's text."""

import datetime
import re

from .errors import DataError, NotSupportedError

_MOMENT = re.compile(
    r"(\d+)-(\d+)-(\d+)(?:[ T](\d+):(\d+):(\d+)(?:\.(\d+))?([+-][\d:]+)?)?(\s+BC)?", re.ASCII
)
_TIME = re.compile(r"(\d+):(\d+):(\d+)(?:\.(\d+))?([+-][\d:]+)?", re.ASCII)
_OFFSET = re.compile(r"([+-])(\d+)(?::(\d+))?(?::(\d+))?", re.ASCII)
_CLOCK = re.compile(r"([+-]?)(\d+):(\d+)(?::(\d+)(?:\.(\d+))?)?", re.ASCII)
_UNIT_DAYS = {"y": 365, "m": 30, "d": 1}
_INT_MAX = 2**31 - 1


def cast_date(text: str, cursor) -> datetime.date:
    """A date; infinity is the first or last that Python knows."""
    infinite = _infinite(text, datetime.date.min, datetime.date.max)
    return infinite or datetime.date(*_date_parts(_moment(text)))


def cast_datetime(text: str, cursor) -> datetime.datetime:
    """A timestamp without time zone, unless the text has one."""
    infinite = _infinite(text, datetime.datetime.min, datetime.datetime.max)
    return infinite or _cast_moment(text, cursor)


def cast_datetime_tz(text: str, cursor) -> datetime.datetime:
    """A timestamp with time zone."""
    infinite = _infinite(text, datetime.datetime.min, datetime.datetime.max)
    if infinite:
        return infinite.replace(tzinfo=_zone("+00", cursor))
    return _cast_moment(text, cursor)


def cast_time(text: str, cursor) -> datetime.time:
    """A time of day; 24:00 is midnight."""
    found = _TIME.match(text)
    if not found:
        raise DataError("unable to parse time")
    hour, minute, second, fraction, offset = found.groups()
    hour, minute, second, _ = _clock(int(hour), int(minute), int(second))
    return datetime.time(hour % 24, minute, second, _microseconds(fraction), _zone(offset, cursor))


def cast_interval(text: str, cursor) -> datetime.timedelta:
    """An interval; a year counts 365 days and a month 30."""
    if text.startswith("P"):
        raise NotSupportedError("iso_8601 intervalstyle currently not supported")
    if text in ("infinity", "-infinity"):
        return datetime.timedelta(0)
    days, seconds, microseconds = 0, 0, 0
    amount = 0
    for word in text.split():
        clock = _CLOCK.fullmatch(word)
        if clock:
            sign, hours, minutes, whole, fraction = clock.groups()
            factor = -1 if sign == "-" else 1
            seconds = factor * (int(hours) * 3600 + int(minutes) * 60 + int(whole or 0))
            microseconds = factor * _microseconds(fraction)
        elif word[0] in _UNIT_DAYS:
            days += amount * _UNIT_DAYS[word[0]]
        elif word not in ("@", "ago"):
            amount = int(word)
            if abs(amount) > _INT_MAX:
                raise OverflowError("interval component too big")
    if abs(days) > _INT_MAX:
        raise OverflowError("Python int too large to convert to C int")
    return datetime.timedelta(days, seconds, microseconds)


def _cast_moment(text: str, cursor) -> datetime.datetime:
    found = _moment(text)
    hour, minute, second, days = _clock(int(found[4] or 0), int(found[5] or 0), int(found[6] or 0))
    zone = _zone(found[8], cursor)
    moment = datetime.datetime(*_date_parts(found), hour % 24, minute, second, _microseconds(found[7]), zone)
    return moment + datetime.timedelta(days) if days else moment


def _infinite(text: str, first, last):
    if text == "infinity":
        return last
    return first if text == "-infinity" else None


def _moment(text: str) -> re.Match:
    found = _MOMENT.match(text)
    if not found:
        raise DataError("unable to parse date")
    return found


def _date_parts(found: re.Match) -> tuple[int, int, int]:
    year = -int(found[1]) if found[9] else int(found[1])
    if not datetime.MINYEAR <= year <= datetime.MAXYEAR:
        raise ValueError(f"year {year} is out of range")
    return year, int(found[2]), int(found[3])


def _clock(hour: int, minute: int, second: int) -> tuple[int, int, int, int]:
    """Sixty seconds, which the server may round to, are the next minute; the last number is days over."""
    if second < 60:
        return hour, minute, second, 0
    minute, second = minute + 1, second - 60
    if minute < 60:
        return hour, minute, second, 0
    hour, minute = hour + 1, minute - 60
    return hour, minute, second, hour // 24


def _microseconds(fraction: str | None) -> int:
    return int(fraction.ljust(6, "0")) if fraction else 0


def _zone(offset: str | None, cursor) -> datetime.tzinfo | None:
    factory = getattr(cursor, "tzinfo_factory", None)
    if offset is None or factory is None:
        return None
    sign, hours, minutes, seconds = _OFFSET.match(offset).groups()
    amount = int(hours) * 3600 + int(minutes or 0) * 60 + int(seconds or 0)
    return factory(datetime.timedelta(seconds=-amount if sign == "-" else amount))
