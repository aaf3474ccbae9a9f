"""A bar for the minutes that new photos take, where a person is looking on."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

PATIENCE = 1.0
"""Seconds of work before a bar is worth showing."""


@contextmanager
def progress(total: int) -> Iterator[Callable[[], None]]:
    """Give what to call after each of ``total`` photos.

    It shows a bar on a terminal, if it takes long; nothing in a file, a pipe or an automatic
    run (which sets ``CI``, and often pretends to be a terminal).
    """
    console = Console(stderr=True)
    watched = console.is_interactive and sys.stderr.isatty() and not os.environ.get("CI")
    if not total or not watched:
        yield lambda: None
        return
    columns = (TextColumn("Thu nhỏ ảnh"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    bar = Progress(*columns, console=console, transient=True)
    task = bar.add_task("", total=total)
    began = time.monotonic()

    def finished() -> None:
        bar.advance(task)
        # Started from here, after the workers were forked: a bar runs in a thread.
        if not bar.live.is_started and time.monotonic() - began > PATIENCE:
            bar.start()

    try:
        yield finished
    finally:
        bar.stop()
