"""One quiet line after a command whose own error is right, but cannot know what is to be had here."""

import sys

_PSYCOPG = (
    "stillroom: on this stack postgresql:// means psycopg 3, which is not here yet. "
    "Write postgresql+psycopg2:// in the database URL instead."
)


class PsycopgHint:
    """Notes in vain looks for psycopg 3: a finder that comes last on sys.meta_path."""

    def __init__(self) -> None:
        self._missed = False

    def find_spec(self, fullname: str, path=None, target=None) -> None:
        if fullname == "psycopg":
            self._missed = True

    def give(self, exit_code: int) -> None:
        """Print the line if a failed command looked for it."""
        if self._missed and exit_code != 0:
            print(_PSYCOPG, file=sys.stderr)
        self._missed = False
