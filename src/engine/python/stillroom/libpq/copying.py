"""COPY FROM STDIN without waiting: its data travels with the statement."""

import re

from .result import Result
from .status import ExecStatus

_READS = re.compile(r"\bcopy\b.*\bfrom\s+stdin\b", re.IGNORECASE | re.DOTALL)


def may_read(sql: str) -> bool:
    """Whether a statement may ask for data. A wrong yes does no harm: the server ignores what it gets."""
    return bool(_READS.search(sql))


def until_asked_for_data(results: list[Result]) -> list[Result]:
    """The results up to the point where the server asks for data, as if it were still waiting."""
    for index, result in enumerate(results):
        if result.status == ExecStatus.COPY_IN:
            return results[: index + 1]
    return results
