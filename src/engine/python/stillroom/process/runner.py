"""Runs one command after another, each as if in an interpreter of its own."""

import contextvars
import gc
import os
import sys
from collections.abc import Callable, Iterable

from stillroom import libpq

from . import completion, identity, launch, scripts, streams, terminal, tracebacks
from .hints import PsycopgHint
from .patches import patch_server, patch_standard_library
from .state import Baseline

_baseline: Baseline | None = None
_hint = PsycopgHint()


def prepare(stack: str, before_baseline: Iterable[Callable[[], None]] = ()) -> None:
    """Take the interpreter as it is now for the state in which every process starts.

    `before_baseline` are called when everything else is in place, and what they change stays.
    """
    global _baseline
    identity.assume()
    patch_standard_library()
    patch_server()
    tracebacks.write_as_native()
    scripts.write_scripts()
    completion.watch()
    libpq.hooks.before_query.append(terminal.listen)
    if stack == "current":
        sys.meta_path.append(_hint)
    for change in before_baseline:
        change()
    _baseline = Baseline()
    gc.collect()
    # What was imported so far stays for good: later collections need not look at it.
    gc.freeze()


def run(argv: list[str], cwd: str, environ: dict[str, str], surroundings: dict) -> int:
    """Run one command and give its exit code."""
    begin(argv, cwd, environ, surroundings)
    try:
        code = perform(lambda: launch.launch(argv))
        _hint.give(code)
        return code
    finally:
        end()


def begin(argv: list[str], cwd: str, environ: dict[str, str], surroundings: dict | None = None) -> None:
    """Start a process: what follows finds the interpreter as a new one. `end` must come in the end."""
    terminal.attach(terminal.Surroundings(**surroundings or {}))
    streams.renew()
    os.chdir(cwd)
    os.environ.clear()
    os.environ.update(environ)
    sys.orig_argv = list(argv)


def perform[T](work: Callable[[], T]) -> T:
    """Do the process's work in a context of its own."""
    return contextvars.Context().run(work)


def end() -> None:
    """End the process: nothing of it is left."""
    terminal.detach()
    _baseline.restore()
    gc.collect()
