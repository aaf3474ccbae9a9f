"""Real Redis servers; ``python -m tests.counter.redis_servers`` prints the program."""

# ruff: noqa: T201 - as a command it speaks through print

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path

import redis

MISSING = """LỖI: không tìm thấy redis-server để kiểm thử bộ đếm trên nhiều máy.
    Cách sửa:
      Debian, Ubuntu:   sudo apt install redis-server
      Fedora:           sudo dnf install redis
      macOS:            brew install redis"""
_NAMES = ("redis-server", "valkey-server")


class RedisMissingError(Exception):
    """No server is installed; says in Vietnamese what to do."""


def find_redis(environment: Mapping[str, str] = os.environ) -> Path:
    """Return the server's program, or raise :class:`RedisMissingError`."""
    for name in _NAMES:
        if found := shutil.which(name, path=environment.get("PATH", "")):
            return Path(found)
    raise RedisMissingError(MISSING)


@contextmanager
def redis_server(*options: str) -> Iterator[str]:
    """Run a server with these settings; gives the URL of its socket, which no port disturbs."""
    with tempfile.TemporaryDirectory() as folder:
        socket = Path(folder, "redis.sock")
        command = [str(find_redis()), "--port", "0", "--unixsocket", str(socket)]
        server = subprocess.Popen([*command, "--dir", folder, *options], stdout=subprocess.DEVNULL)
        try:
            _wait(f"unix://{socket}", server)
            yield f"unix://{socket}"
        finally:
            # One that is still writing its first log refuses, and forgets that it was asked.
            while server.poll() is None:
                server.terminate()
                with suppress(subprocess.TimeoutExpired):
                    server.wait(1)


def _wait(url: str, server: subprocess.Popen[bytes]) -> None:
    client = redis.Redis.from_url(url)
    for _ in range(500):
        try:
            client.ping()
        except redis.ConnectionError:
            if server.poll() is not None:
                break
            time.sleep(0.02)
        else:
            client.close()
            return
    raise RuntimeError("redis-server does not answer")


if __name__ == "__main__":
    try:
        print(find_redis())
    except RedisMissingError as error:
        sys.exit(str(error))
