from __future__ import annotations

import asyncio
import threading
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest

from plugins.search.service import app as service
from plugins.search.service.app import App


def test_who_comes_while_too_many_wait_is_to_come_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    go_on = threading.Event()
    monkeypatch.setattr(service, "MOST_WAITING", 2)
    monkeypatch.setattr(App, "_filled", lambda *_: go_on.wait(10) and (200, b""))
    statuses: list[int] = []

    async def send(message: dict[str, Any]) -> None:
        if "status" in message:
            statuses.append(message["status"])
            go_on.set()

    async def run() -> None:
        with ThreadPoolExecutor(1) as threads:
            app = App(tmp_path / "none", tmp_path, threads)
            scope = {"path": "/tim-kiem/", "method": "GET", "query_string": b""}
            await asyncio.gather(*(app(scope, None, send) for _ in range(3)))

    asyncio.run(run())
    assert statuses == [503, 200, 200]
