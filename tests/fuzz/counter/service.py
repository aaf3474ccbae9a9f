"""A real service of its own: started, asked, killed."""

from __future__ import annotations

import json
import os
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Mapping
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[3]
_PATIENCE = 20.0


def free_port() -> int:
    """Return a port of this machine on which nobody listens."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


class Program:
    """``python -m`` what ``command`` says, which listens on a free port of this machine."""

    def __init__(self, *command: str, environment: Mapping[str, str] = os.environ) -> None:
        self.port = free_port()
        self.process = subprocess.Popen(
            [sys.executable, "-m", *command, "--port", str(self.port)],
            cwd=ROOT,
            env=environment,
            stderr=subprocess.PIPE,
            encoding="utf-8",
        )
        self._wait()

    @property
    def url(self) -> str:
        """Where it listens, without a slash at the end."""
        return f"http://127.0.0.1:{self.port}"

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


class Service(Program):
    """The counter; proxies on this machine are trusted."""

    def __init__(self, *options: str) -> None:
        super().__init__("plugins.counter", "--trusted-proxy", "127.0.0.1", *options)

    def stats(self) -> dict[str, Any]:
        """Return the numbers; raises ``OSError`` where it does not answer with them."""
        with urllib.request.urlopen(f"{self.url}/tk/v1/stats", timeout=10) as reply:
            found: dict[str, Any] = json.load(reply)
        return found
