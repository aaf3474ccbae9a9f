from __future__ import annotations

import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from plugins.preview import supervisor as module
from plugins.preview.live import LiveSite
from plugins.preview.workers.messages import Layout, Updated
from tests.preview.served import PATIENCE


class Newsroom:
    """Settings that change, and workers that load them, and then wait until they may go on."""

    def __init__(self, folder: Path) -> None:
        self.settings = "một"
        self.layout = Layout(folder, folder, folder, ())
        self.loading = threading.Semaphore(0)
        self.may_go_on = threading.Semaphore(1)
        self.built = threading.Semaphore(0)
        self.built_with: list[str] = []

    def worker(self, _: list[str]) -> LoadingWorker:
        return LoadingWorker(self)


class LoadingWorker:
    def __init__(self, newsroom: Newsroom) -> None:
        self._newsroom = newsroom
        self._settings = ""

    def layout(self) -> Layout:
        if not self._settings:
            self._settings = self._newsroom.settings
            self._newsroom.loading.release()
            assert self._newsroom.may_go_on.acquire(timeout=PATIENCE)
        return self._newsroom.layout

    def update(self, _: Any) -> Updated:
        self._newsroom.built_with.append(self._settings)
        self._newsroom.built.release()
        return Updated((), changed=1, pages=1)

    def render(self, _: Any) -> dict[str, bytes]:
        return {}

    def end(self) -> None: ...


class NoWatch:
    def __init__(self, *_: Any, **__: Any) -> None: ...

    def end(self) -> None: ...


@pytest.fixture
def newsroom(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Newsroom:
    newsroom = Newsroom(tmp_path)
    monkeypatch.setattr(module, "Worker", newsroom.worker)
    monkeypatch.setattr(module, "Watch", NoWatch)
    return newsroom


@pytest.fixture
def supervisor(newsroom: Newsroom, tmp_path: Path) -> Iterator[module.Supervisor]:
    supervisor = module.Supervisor([], tmp_path / "pelicanconf.py", LiveSite(), lambda _: None)
    assert supervisor.start()
    assert newsroom.loading.acquire(timeout=PATIENCE)
    assert newsroom.built.acquire(timeout=PATIENCE)
    yield supervisor
    supervisor.end()


def test_settings_that_change_while_they_are_loaded_are_loaded_again(
    newsroom: Newsroom, supervisor: module.Supervisor, tmp_path: Path
) -> None:
    for settings in ("hai", "ba"):
        newsroom.settings = settings
        supervisor.saved({tmp_path.parent / "pelicanconf.py"})
        if settings == "hai":
            assert newsroom.loading.acquire(timeout=PATIENCE)
    newsroom.may_go_on.release()
    newsroom.may_go_on.release()
    assert newsroom.built.acquire(timeout=PATIENCE)
    assert newsroom.built_with == ["một", "ba"]
