"""A look ahead: what `flask db migrate` would write now.

The JavaScript module `_stillroom_preview` (previewer.ts) tells how far a look has come and how the database
stands; files are a copy that is thrown away, and the database a transaction that is rolled back.
"""

import importlib

__all__ = ["begin", "clean", "describe", "list_files", "load", "look", "prepare"]


def begin(stack: str) -> list[str]:
    """Start; give the libraries to import next, one by one, since all of them take a while."""
    from stillroom.process import libraries

    return libraries.put_stand_ins(stack)


def load(name: str) -> None:
    """Import one of the libraries."""
    importlib.import_module(name)


def prepare(stack: str) -> None:
    """Note how each look is to find the interpreter; what those before it leave is not part of that."""
    from stillroom.process import runner

    from . import places, reflection, source_cache, time_limit

    changes = [places.watch, reflection.remember, source_cache.install, time_limit.keep]
    runner.prepare(stack, changes)


def look(root: str, cwd: str, environ: dict[str, str]) -> dict:
    """Say what would be written; the shapes are PreviewOutcome's (src/engine/migration/preview.ts)."""
    from . import looking

    return looking.look(root, cwd, environ)


def describe(root: str, path: str, environ: dict[str, str], order: list[str]) -> dict:
    """Say what a revision file does (Revision in migration/revision.ts); an `order` carries it out, too."""
    from . import describing

    return describing.describe(root, path, environ, order)


def list_files(root: str, environ: dict[str, str]) -> dict:
    """List the revision files. The shape is RevisionList's (migration/revision.ts)."""
    from . import describing

    return describing.list_files(root, environ)


def clean() -> None:
    """Make the interpreter ready for the next look."""
    from stillroom.process import runner

    from . import source_cache

    runner.end()
    source_cache.turn()
