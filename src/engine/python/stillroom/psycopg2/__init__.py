"""What stands in for psycopg2's C module: its own Python files run unmodified on top of this."""

from .finder import install

__all__ = ["install"]
