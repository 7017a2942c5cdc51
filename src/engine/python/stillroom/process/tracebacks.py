"""Tracebacks as a native interpreter prints them: without the frames of the engine's own Python."""

import os
import traceback
from types import TracebackType

from . import terminal

_ENGINE = os.path.dirname(os.path.dirname(__file__)) + os.sep


def without_engine_frames(trace: TracebackType | None) -> TracebackType | None:
    """Leave out the frames before the program's first one."""
    while trace is not None and trace.tb_frame.f_code.co_filename.startswith(_ENGINE):
        trace = trace.tb_next
    return trace


def hide_engine_frames() -> None:
    """Leave them out wherever a program's traceback is made into text: a driver in C has no frames, so ours shows none."""
    extract = traceback.StackSummary._extract_from_extended_frame_gen.__func__

    def extract_without_engine(cls, frames, **options):
        return extract(cls, (entry for entry in frames if not _is_engine(entry[0])), **options)

    traceback.StackSummary._extract_from_extended_frame_gen = classmethod(extract_without_engine)


def _is_engine(frame) -> bool:
    return terminal.is_attached() and frame.f_code.co_filename.startswith(_ENGINE)
