import datetime
import decimal
import enum

import psycopg2
from psycopg2.extensions import AsIs, ISQLQuote, QuotedString, adapt, register_adapter
from psycopg2.extras import Json
from show import connect, show

cursor = connect().cursor()


class Conforming(str):
    def __conform__(self, protocol):
        return AsIs('conformed') if protocol is ISQLQuote else None


class Number(int):
    pass


class Colour(enum.IntEnum):
    RED = 1


class Point:
    def __init__(self, x, y):
        self.x, self.y = x, y


class Odd:
    pass


class Special(Point):
    pass


register_adapter(Point, lambda point: AsIs(f"'({point.x}, {point.y})'"))
half_past = datetime.timezone(datetime.timedelta(hours=5, minutes=30))
values = [
    1, -1, 10**30, True, False, 1.5, -1.5, 1e100, float('nan'), float('inf'), float('-inf'),
    decimal.Decimal('1.50'), decimal.Decimal('-1'), decimal.Decimal('NaN'), decimal.Decimal('Infinity'), decimal.Decimal('1E+10'),
    "a'b", 'a\\b', 'a\0b', 'é漢', '', b'a\0\xff\\', b'', bytearray(b'xy'), memoryview(b'z'),
    [], [1], [[]], [None], [[None]], [1, None], [[1, None], [None, 2]], ['a', "b'"], [[], None], [b'x'],
    (1, 2), (), ('a', None), None, {}, set(), object(), Odd(), Odd, 1j, datetime.timezone.utc, [Odd()],
    datetime.date(2020, 1, 2), datetime.date(1, 1, 1), datetime.time(1, 2, 3), datetime.time(1, 2, 3, 4, tzinfo=half_past),
    datetime.datetime(2020, 1, 2, 3, 4, 5, 6), datetime.datetime(2020, 1, 2, 3, 4, 5, tzinfo=half_past),
    datetime.timedelta(1, 2, 3), datetime.timedelta(-1, 2, 3), datetime.timedelta(0), datetime.timedelta(microseconds=-1),
    Conforming('x'), Number(5), Colour.RED, Point(1, 2), Special(3, 4), AsIs('-1'), AsIs(5), QuotedString('x'), Json({'a': "b'"}), [Json(1)],
    psycopg2.Binary(None), psycopg2.Binary(b'q'), psycopg2.Date(2020, 1, 1), psycopg2.Time(1, 2, 3.5), psycopg2.Timestamp(2020, 1, 1),
    psycopg2.DateFromTicks(0), psycopg2.TimestampFromTicks(0.5), psycopg2.TimeFromTicks(1),
]  # fmt: skip
for value in values:
    name = type(value).__name__ if ' at 0x' in repr(value) else repr(value)
    show(f'{name} on a connection', cursor.mogrify, '%s', (value,))
    if value != 'é漢':
        show(f'{name} alone', lambda value=value: adapt(value).getquoted())
