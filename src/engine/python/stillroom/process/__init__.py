"""A command as a fresh process.

`boot` readies an interpreter in which commands are to run; it wants the JavaScript module
`_stillroom_terminal`. `load_libraries` does without a terminal, for interpreters that serve something else.
"""

from .libraries import load_libraries

__all__ = ["boot", "command_tree", "load_libraries", "run"]


def boot(stack: str) -> list[str]:
    """Import the libraries, note how each process is to find the interpreter; give the packages' commands."""
    load_libraries(stack)
    from . import runner, scripts

    runner.prepare(stack)
    return sorted(scripts.names())


def command_tree() -> list[dict]:
    """Give the commands and options for tab completion (CommandTree in the shell has the shape)."""
    from . import completion

    return completion.command_tree()


def run(argv: list[str], cwd: str, environ: dict[str, str], surroundings: dict) -> int:
    """Run one command and give its exit code. `surroundings` holds the fields of terminal.Surroundings."""
    from . import runner

    return runner.run(argv, cwd, environ, surroundings)
