"""Keeps a look from waiting: whatever sleeps, or asks for input, is over when the time is up."""

import time

import _stillroom_preview as host

_LISTEN_EVERY = 0.05
_sleep = time.sleep


def keep() -> None:
    """Replace the sleep that waits for the page."""
    time.sleep = _sleep_within_limit


def _sleep_within_limit(seconds: float, /) -> None:
    if seconds < 0:
        raise ValueError("sleep length must be non-negative")
    end = time.monotonic() + seconds
    while (left := end - time.monotonic()) > 0:
        _sleep(min(left, _LISTEN_EVERY))
        if host.isOverdue():
            raise KeyboardInterrupt
