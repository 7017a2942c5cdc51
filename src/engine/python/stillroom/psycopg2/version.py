"""The release of psycopg2 whose Python files are at hand: the C module carries the same number."""

from importlib.metadata import PackageNotFoundError, version


def _release() -> str:
    for distribution in ("psycopg2-binary", "psycopg2"):
        try:
            return version(distribution)
        except PackageNotFoundError:
            continue
    return "2.9"


VERSION = _release()
