"""Tracebacks as a native interpreter prints them: without the frames of the engine's own Python."""

import os
import traceback
from types import TracebackType

from . import terminal
from .error_numbers import linux_text

_ENGINE = os.path.dirname(os.path.dirname(__file__)) + os.sep


def without_engine_frames(trace: TracebackType | None) -> TracebackType | None:
    """Leave out the frames before the program's first one."""
    while trace is not None and trace.tb_frame.f_code.co_filename.startswith(_ENGINE):
        trace = trace.tb_next
    return trace


def write_as_native() -> None:
    """Make every traceback of a program read as on a machine of its own."""
    _hide_engine_frames()
    _count_errors_as_linux()


def _hide_engine_frames() -> None:
    """Leave them out wherever a program's traceback becomes text: a driver in C shows no frames either."""
    extract = traceback.StackSummary._extract_from_extended_frame_gen.__func__

    def extract_without_engine(cls, frames, **options):
        return extract(cls, (entry for entry in frames if not _is_engine(entry[0])), **options)

    traceback.StackSummary._extract_from_extended_frame_gen = classmethod(extract_without_engine)


def _count_errors_as_linux() -> None:
    initialise = traceback.TracebackException.__init__

    def initialise_with_linux_numbers(self, exc_type, exc_value, exc_traceback, **options):
        initialise(self, exc_type, exc_value, exc_traceback, **options)
        if isinstance(exc_value, OSError) and exc_value.errno is not None:
            self._str = linux_text(exc_value)

    traceback.TracebackException.__init__ = initialise_with_linux_numbers


def _is_engine(frame) -> bool:
    return terminal.is_attached() and frame.f_code.co_filename.startswith(_ENGINE)
