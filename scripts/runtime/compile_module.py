"""Compiles modules as Pyodide itself would, for archives that it imports from without their sources."""

import importlib.util
import warnings
from importlib._bootstrap_external import _code_to_hash_pyc

# Old packages have invalid escapes and the like; their authors were told, and our readers need not be.
warnings.simplefilter("ignore")


def compile_module(source, filename):
    """The bytes of an unchecked-hash .pyc, or None where the source is not valid Python 3."""
    source = source.to_bytes() if hasattr(source, "to_bytes") else source
    try:
        code = compile(source, filename, "exec", dont_inherit=True, optimize=0)
    except SyntaxError:
        return None
    return bytes(_code_to_hash_pyc(code, importlib.util.source_hash(source), checked=False))
