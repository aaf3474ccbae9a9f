"""The service as a process of its own, on a free port of this machine."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.fuzz.counter.service import ROOT, free_port

_PATIENCE = 20.0


@contextmanager
def running(file: Path, site: Path) -> Iterator[int]:
    """Give the port of a service that answers from ``file`` in the look of ``site``; it tells
    nobody what a reader typed."""
    port = free_port()
    process = subprocess.Popen(
        [sys.executable, "-m", "plugins.search", "serve", "--port", str(port)],
        cwd=ROOT,
        env=os.environ | {"SEARCH_DATABASE": str(file), "SEARCH_SITE": str(site)},
        stderr=subprocess.PIPE,
        encoding="utf-8",
    )
    end = time.monotonic() + _PATIENCE
    while not _listens(port):
        assert time.monotonic() < end
        assert process.poll() is None
        time.sleep(0.02)
    yield port
    process.send_signal(signal.SIGTERM)
    _, said = process.communicate(timeout=_PATIENCE)
    assert "Traceback" not in said
    assert "khen" not in said, "what was looked for is in no log"


def _listens(port: int) -> bool:
    try:
        socket.create_connection(("127.0.0.1", port), timeout=1).close()
    except OSError:
        return False
    return True
