"""A bar for work that takes seconds or minutes, where a person is looking on."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

PATIENCE = 1.0
"""Seconds of work before a bar is worth showing."""


@contextmanager
def progress(what: str, total: int) -> Iterator[Callable[[], None]]:
    """Give what to call after each of ``total`` things, to which ``what`` (in Vietnamese) is done.

    It shows a bar on a terminal, if it takes long; nothing in a file, a pipe or an automatic
    run (which sets ``CI``, and often pretends to be a terminal).
    """
    if not total or not sys.stderr.isatty() or os.environ.get("CI"):
        yield lambda: None
        return
    from rich.console import Console  # slow to import
    from rich.progress import (
        BarColumn,
        MofNCompleteColumn,
        Progress,
        TextColumn,
        TimeRemainingColumn,
    )

    console = Console(stderr=True)
    if not console.is_interactive:
        yield lambda: None
        return
    columns = (TextColumn(what), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
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
