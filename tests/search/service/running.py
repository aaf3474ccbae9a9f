"""The service as a process of its own, on a free port of this machine."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.fuzz.counter.service import Program


@contextmanager
def running(file: Path, site: Path) -> Iterator[int]:
    """Give the port of a service that answers from ``file`` in the look of ``site``; it tells
    nobody what a reader typed."""
    named = {"SEARCH_DATABASE": str(file), "SEARCH_SITE": str(site)}
    program = Program("plugins.search", "serve", environment=os.environ | named)
    try:
        yield program.port
    finally:
        said = program.stop()
    assert "Traceback" not in said
    assert "khen" not in said, "what was looked for is in no log"
