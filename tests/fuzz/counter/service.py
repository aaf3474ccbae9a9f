"""A real service of its own: started, asked, killed."""

from __future__ import annotations

import json
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[3]
_PATIENCE = 20.0


def free_port() -> int:
    """Return a port of this machine on which nobody listens."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


class Service:
    """``python -m plugins.counter`` on a free port of this machine; proxies there are trusted."""

    def __init__(self, *options: str) -> None:
        self.port = free_port()
        command = [sys.executable, "-m", "plugins.counter", "--port", str(self.port)]
        self.process = subprocess.Popen(
            [*command, "--trusted-proxy", "127.0.0.1", *options],
            cwd=ROOT,
            stderr=subprocess.PIPE,
            encoding="utf-8",
        )
        self._wait()

    @property
    def url(self) -> str:
        """Where it listens, without a slash at the end."""
        return f"http://127.0.0.1:{self.port}"

    def stats(self) -> dict[str, Any]:
        """Return the numbers; raises ``OSError`` where it does not answer with them."""
        with urllib.request.urlopen(f"{self.url}/tk/v1/stats", timeout=10) as reply:
            found: dict[str, Any] = json.load(reply)
        return found

    def kill(self) -> None:
        """End it as a crash would: it can do nothing about it."""
        self.process.kill()
        self.process.communicate()

    def stop(self) -> str:
        """End it as a technician does; returns what it said of errors."""
        self.process.send_signal(signal.SIGTERM)
        return self.process.communicate(timeout=_PATIENCE)[1]

    def _wait(self) -> None:
        end = time.monotonic() + _PATIENCE
        while time.monotonic() < end:
            if self.process.poll() is not None:
                break
            try:
                socket.create_connection(("127.0.0.1", self.port), timeout=1).close()
            except OSError:
                time.sleep(0.02)
            else:
                return
        self.process.kill()
        raise RuntimeError(f"the service did not start: {self.process.communicate()[1]}")
