"""Runs the workspace's code so that it leaves no trace in the interpreter."""

import contextlib
import importlib
import io
import logging
import os
import sys
import warnings


@contextlib.contextmanager
def standing_alone(root: str, environ: dict[str, str] | None):
    """Behave like a command started in `root`, with its import path and environment; then undo it."""
    before = (
        os.getcwd(),
        list(sys.path),
        dict(os.environ),
        sys.dont_write_bytecode,
        logging.root.manager.disable,
    )
    modules = set(sys.modules)
    silence = io.StringIO()
    try:
        os.chdir(root)
        sys.path.insert(0, root)
        sys.dont_write_bytecode = True
        if environ is not None:
            os.environ.clear()
            os.environ.update(environ)
        _read_dotenv(root)
        logging.disable()
        importlib.invalidate_caches()
        with (
            contextlib.redirect_stdout(silence),
            contextlib.redirect_stderr(silence),
            warnings.catch_warnings(),
        ):
            warnings.simplefilter("ignore")
            yield
    finally:
        cwd, path, environment, sys.dont_write_bytecode, disabled = before
        logging.disable(disabled)
        os.environ.clear()
        os.environ.update(environment)
        sys.path[:] = path
        os.chdir(cwd)
        _forget_modules(root, modules)


def _read_dotenv(root: str) -> None:
    """Add what the `flask` command would: `.env`, then `.flaskenv`; neither overrides what is set."""
    try:
        from dotenv import dotenv_values
    except ImportError:
        return
    for name in (".env", ".flaskenv"):
        for key, value in dotenv_values(os.path.join(root, name)).items():
            if value is not None:
                os.environ.setdefault(key, value)


def _forget_modules(root: str, before: set[str]) -> None:
    """Drop the workspace's modules that came in meanwhile; those of libraries are the same for all."""
    for name in set(sys.modules) - before:
        module = sys.modules[name]
        places = [getattr(module, "__file__", None), *(getattr(module, "__path__", None) or ())]
        if any(isinstance(place, str) and place.startswith(root + os.sep) for place in places):
            del sys.modules[name]
    for entry in [entry for entry in sys.path_importer_cache if entry.startswith(root)]:
        del sys.path_importer_cache[entry]
