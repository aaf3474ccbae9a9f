from __future__ import annotations

import threading
from collections.abc import Callable
from pathlib import Path

import pytest

from plugins.preview.state import Board

PAGE = "bai/index.html"


@pytest.fixture
def board(tmp_path: Path) -> Board:
    (tmp_path / "bai").mkdir()
    (tmp_path / PAGE).write_bytes(b"built")
    board = Board()
    board.place(tmp_path, tmp_path)
    return board


def test_a_page_in_memory_is_shown_until_the_folder_has_it(board: Board) -> None:
    board.show({PAGE: b"saved"})
    assert board.answer("/bai/").body == b"saved"
    board.settle(dict(board.pages))
    assert board.answer("/bai/").body == b"built"


def test_a_page_saved_during_a_build_outlives_it(board: Board) -> None:
    board.show({PAGE: b"saved"})
    before = dict(board.pages)
    board.show({PAGE: b"saved again"})
    board.settle(before)
    assert board.answer("/bai/").body == b"saved again"


def test_who_waits_is_woken_by_a_change_and_by_the_end(board: Board) -> None:
    changes: tuple[Callable[[], None], ...] = (lambda: board.show({}), board.close)
    for change in changes:
        woken = threading.Event()
        count = board.wait(-1, 0)

        def wait(count: int = count, woken: threading.Event = woken) -> None:
            board.wait(count, 60)
            woken.set()

        threading.Thread(target=wait, daemon=True).start()
        change()
        assert woken.wait(30)


def test_a_site_is_built_once_it_has_a_home_page(board: Board, tmp_path: Path) -> None:
    assert not board.built
    (tmp_path / "index.html").touch()
    assert board.built
