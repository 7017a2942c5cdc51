"""Runs one command after another, each as if in an interpreter of its own."""

import contextvars
import gc
import os
import sys

from stillroom import libpq

from . import completion, identity, launch, scripts, streams, terminal, tracebacks
from .hints import PsycopgHint
from .patches import patch_server, patch_standard_library
from .state import Baseline

_baseline: Baseline | None = None
_hint = PsycopgHint()


def prepare(stack: str) -> None:
    """Take the interpreter as it is now for the state in which every process starts."""
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
    _baseline = Baseline()
    gc.collect()
    # What was imported so far stays for good: later collections need not look at it.
    gc.freeze()


def run(argv: list[str], cwd: str, environ: dict[str, str], surroundings: dict) -> int:
    """Run one command and give its exit code."""
    terminal.attach(terminal.Surroundings(**surroundings))
    streams.renew()
    os.chdir(cwd)
    os.environ.clear()
    os.environ.update(environ)
    sys.orig_argv = list(argv)
    try:
        code = contextvars.Context().run(launch.launch, argv)
        _hint.give(code)
        return code
    finally:
        terminal.detach()
        _baseline.restore()
        gc.collect()
