from __future__ import annotations

import threading
from collections.abc import Callable
from pathlib import Path

import pytest

from plugins.preview.state import PreviewState

PAGE = "bai/index.html"


@pytest.fixture
def state(tmp_path: Path) -> PreviewState:
    (tmp_path / "bai").mkdir()
    (tmp_path / PAGE).write_bytes(b"built")
    state = PreviewState()
    state.place(tmp_path, tmp_path)
    return state


def test_a_page_in_memory_is_shown_until_the_folder_has_it(state: PreviewState) -> None:
    state.show({PAGE: b"saved"})
    assert state.answer("/bai/").body == b"saved"
    state.settle(dict(state.pages))
    assert state.answer("/bai/").body == b"built"


def test_a_page_saved_during_a_build_outlives_it(state: PreviewState) -> None:
    state.show({PAGE: b"saved"})
    before = dict(state.pages)
    state.show({PAGE: b"saved again"})
    state.settle(before)
    assert state.answer("/bai/").body == b"saved again"


def test_who_waits_is_woken_by_a_change_and_by_the_end(state: PreviewState) -> None:
    changes: tuple[Callable[[], None], ...] = (lambda: state.show({}), state.close)
    for change in changes:
        woken = threading.Event()
        count = state.wait(-1, 0)

        def wait(count: int = count, woken: threading.Event = woken) -> None:
            state.wait(count, 60)
            woken.set()

        threading.Thread(target=wait, daemon=True).start()
        change()
        assert woken.wait(30)


def test_a_site_is_built_once_it_has_a_home_page(state: PreviewState, tmp_path: Path) -> None:
    assert not state.built
    (tmp_path / "index.html").touch()
    assert state.built
