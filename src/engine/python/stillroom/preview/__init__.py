"""A look ahead: what `flask db migrate` would write now.

The JavaScript module `_stillroom_preview` (previewer.ts) tells how far a look has come and how the database
stands; files are a copy that is thrown away, and the database a transaction that is rolled back.
"""

__all__ = ["clean", "look", "prepare"]


def prepare(stack: str) -> None:
    """Import the libraries and note how each look is to find the interpreter."""
    from stillroom.process import boot

    from . import places, reflection, source_cache, time_limit

    boot(stack, before_baseline=[places.watch, reflection.remember, source_cache.install, time_limit.keep])


def look(root: str, cwd: str, environ: dict[str, str]) -> dict:
    """Say what would be written; the shapes are PreviewOutcome's (src/engine/migration/preview.ts)."""
    from . import looking

    return looking.look(root, cwd, environ)


def clean() -> None:
    """Make the interpreter ready for the next look."""
    from stillroom.process import runner

    runner.end()
