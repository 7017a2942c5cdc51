"""What every program here prints with: a value, or the exception that came instead of it."""

import os

import psycopg2


def connect(**options):
    return psycopg2.connect(os.environ['DATABASE_URL'], **options)


def attempt(function, *arguments, **named):
    try:
        value = function(*arguments, **named)
    except Exception as error:
        bases = [base.__name__ for base in type(error).__mro__[:2]]
        return f'{bases[0]}({bases[1]}): {error}'.rstrip('\n').replace('\n', '\n    ')
    return repr(bytes(value) if isinstance(value, memoryview) else value)


def show(label, function, *arguments, **named):
    print(f'{label} -> {attempt(function, *arguments, **named)}')
