"""No article may keep a build for ever: a text can be written for a pattern to be slow on it."""

from __future__ import annotations

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

LONGEST = 60.0
"""Seconds that one article may take; the longest of ten thousand takes half a second."""


class TooSlowError(Exception):
    """An article took longer to read than any does."""


@contextmanager
def time_limit(seconds: float = LONGEST) -> Iterator[None]:
    """Raise :class:`TooSlowError` in what takes longer.

    Python looks for signals between its instructions, and so do its regular expressions. Without
    signals (Windows) and beside a process's first thread there is no limit.
    """
    first = threading.current_thread() is threading.main_thread()
    if not first or not hasattr(signal, "setitimer"):
        yield
        return

    def stop(_: int, __: FrameType | None) -> None:
        raise TooSlowError

    before = signal.signal(signal.SIGALRM, stop)
    signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)
