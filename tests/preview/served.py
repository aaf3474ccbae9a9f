"""A preview server of one's own, as `make devserver` starts it."""

from __future__ import annotations

import http.client
import json
import os
import re
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import quote, urlencode

from tests.conftest import NOW, ROOT
from tests.site.newsroom import Newsroom
from tests.site_files import caches, write_settings

PATIENCE = 60  # seconds; a busy machine is slow, and nothing here is waited for in vain


@dataclass
class Reply:
    """What the server answered."""

    status: int
    headers: dict[str, str]
    body: bytes

    @property
    def text(self) -> str:
        return self.body.decode()

    @property
    def version(self) -> str:
        found = re.search(r'data-version="(\w+)"', self.text)
        assert found, "this page does not listen for its changes"
        return found[1]


def wait_for(condition: Callable[[], object]) -> None:
    deadline = time.monotonic() + PATIENCE
    while not condition():
        assert time.monotonic() < deadline, "what was waited for did not come"
        time.sleep(0.02)


class Events:
    """The events that an open page is told; it reloads when it is told to."""

    def __init__(self, served: Served, page: str) -> None:
        self._served = served
        self._page = page
        self._connect()

    def _connect(self) -> None:
        version = self._served.get(self._page).version
        self._connection = http.client.HTTPConnection(
            "127.0.0.1", self._served.port, timeout=PATIENCE
        )
        query = urlencode({"page": self._page, "version": version})
        self._connection.request("GET", f"/__preview/events?{query}")
        self._reply = self._connection.getresponse()
        assert self._reply.headers["Content-Type"].startswith("text/event-stream")

    def next(self, name: str) -> Any:
        """Wait for the next event of this name, and return its data."""
        deadline = time.monotonic() + PATIENCE
        while time.monotonic() < deadline:
            event = self._reply.readline().decode().strip().removeprefix("event: ")
            if event == "reload":
                self.close()
                self._connect()
            if event == name:
                data = self._reply.readline().decode() if name != "reload" else ""
                return json.loads(data.removeprefix("data: ")) if data else None
        raise AssertionError(f"no event “{name}” came")

    def problems(self) -> list[dict[str, str]]:
        """Wait until the page shows problems, and return them."""
        while True:
            if found := self.next("problems")["problems"]:
                return list(found)

    def warnings(self) -> dict[str, Any]:
        """Wait until the page is told warnings of its own; return all that it is told then."""
        while True:
            told: dict[str, Any] = self.next("problems")
            if told["warnings"]["problems"]:
                return told

    def close(self) -> None:
        self._connection.close()


class Served:
    """A newsroom with its preview server; ``said`` is what the terminal shows."""

    def __init__(self, folder: Path) -> None:
        self.newsroom = Newsroom(folder)
        self.theme = folder / "giao diện"
        shutil.copytree(ROOT / "theme", self.theme)
        self.settings = write_settings(
            folder / "thiết lập" / "conf.py",
            caches(folder / "cache"),
            f"THEME = {str(self.theme)!r}",
        )
        self.port = 0
        self._log = folder / "nói.txt"

    @property
    def arguments(self) -> list[str]:
        return [str(self.newsroom.content), "-s", str(self.settings)]

    @property
    def said(self) -> str:
        return self._log.read_text(encoding="utf-8")

    @contextmanager
    def running(self, *options: str) -> Iterator[subprocess.Popen[bytes]]:
        """Have the server run; it has built everything once."""
        with self._log.open("wb") as log:
            process = subprocess.Popen(
                [
                    *(sys.executable, "-m", "plugins.preview"),
                    *(*self.arguments, "-p", "0", *options),
                ],
                cwd=ROOT,
                env=os.environ | {"SOURCE_DATE_EPOCH": NOW, "NO_COLOR": "1"},
                stdout=log,
                stderr=subprocess.STDOUT,
            )
        try:
            wait_for(lambda: "Đã dựng" in self.said or process.poll() is not None)
            found = re.search(r"http://127\.0\.0\.1:(\d+)/", self.said)
            assert found, self.said
            self.port = int(found[1])
            yield process
        finally:
            if process.poll() is None:
                process.send_signal(signal.SIGINT)
            process.wait(PATIENCE)

    def get(self, path: str, method: str = "GET", **headers: str) -> Reply:
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=PATIENCE)
        try:
            connection.request(method, quote(path), headers=headers)
            reply = connection.getresponse()
            return Reply(reply.status, dict(reply.headers), reply.read())
        finally:
            connection.close()

    @contextmanager
    def listening(self, page: str) -> Iterator[Events]:
        """Listen as an open page does."""
        events = Events(self, page)
        try:
            yield events
        finally:
            events.close()

    def wait_until(self, page: str, text: str) -> None:
        wait_for(lambda: text in self.get(page).text)
