from __future__ import annotations

import threading
from collections.abc import Callable
from pathlib import Path

import pytest

from plugins.preview.live import LiveSite

PAGE = "bai/index.html"


@pytest.fixture
def live(tmp_path: Path) -> LiveSite:
    (tmp_path / "bai").mkdir()
    (tmp_path / PAGE).write_bytes(b"built")
    live = LiveSite()
    live.place(tmp_path, tmp_path)
    return live


def test_a_page_in_memory_is_shown_until_the_folder_has_it(live: LiveSite) -> None:
    live.show({PAGE: b"saved"})
    assert live.answer("/bai/").body == b"saved"
    live.settle(dict(live.pages))
    assert live.answer("/bai/").body == b"built"


def test_a_page_saved_during_a_build_outlives_it(live: LiveSite) -> None:
    live.show({PAGE: b"saved"})
    before = dict(live.pages)
    live.show({PAGE: b"saved again"})
    live.settle(before)
    assert live.answer("/bai/").body == b"saved again"


def test_who_waits_is_woken_by_a_change_and_by_the_end(live: LiveSite) -> None:
    changes: tuple[Callable[[], None], ...] = (lambda: live.show({}), live.close)
    for change in changes:
        woken = threading.Event()
        count = live.wait(-1, 0)

        def wait(count: int = count, woken: threading.Event = woken) -> None:
            live.wait(count, 60)
            woken.set()

        threading.Thread(target=wait, daemon=True).start()
        change()
        assert woken.wait(30)


def test_a_site_is_built_once_it_has_a_home_page(live: LiveSite, tmp_path: Path) -> None:
    assert not live.built
    (tmp_path / "index.html").touch()
    assert live.built
