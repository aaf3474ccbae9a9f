from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from plugins.preview.watch import Watch, is_temporary
from tests.preview.served import wait_for


@pytest.mark.parametrize(
    "name",
    [
        "~$bai.docx",
        "~WRL0001.tmp",
        ".bai.md.swp",
        "bai.md~",
        "4913",
        ".#bai.md",
        "x.tmp",
        "#bai.md#",
    ],
)
def test_what_editors_leave_for_a_moment_is_temporary(name: str) -> None:
    assert is_temporary(Path("articles", name))


@pytest.mark.parametrize("name", ["bai.md", "ảnh chợ.jpg", "strings.toml", "14913", "#1 tin.md"])
def test_what_the_newsroom_saves_is_not_temporary(name: str) -> None:
    assert not is_temporary(Path("articles", name))


@contextmanager
def watching(folder: Path) -> Iterator[list[set[Path]]]:
    """Watch a folder; what is given are the saves so far."""
    saves: list[set[Path]] = []
    watch = Watch([folder], saves.append)
    probe = folder / "probe"
    try:
        while not saves:  # it watches from some moment on
            probe.touch()
            threading.Event().wait(0.05)
            probe.unlink(missing_ok=True)
        saves.clear()
        yield saves
    finally:
        watch.end()


def test_a_save_through_a_temporary_file_names_the_article_alone(tmp_path: Path) -> None:
    article = tmp_path / "bài.md"
    article.write_text("cũ", encoding="utf-8")
    with watching(tmp_path) as saves:
        temporary = tmp_path / "~WRD0000.tmp"
        temporary.write_text("mới", encoding="utf-8")
        article.rename(tmp_path / "~WRL0001.tmp")
        temporary.replace(article)
        (tmp_path / "~WRL0001.tmp").unlink()
        wait_for(lambda: any(article in saved for saved in saves))
        assert set().union(*saves) <= {article, tmp_path / "probe"}


def test_files_below_a_linked_folder_have_the_name_it_was_given(tmp_path: Path) -> None:
    (tmp_path / "thật").mkdir()
    linked = tmp_path / "nối"
    linked.symlink_to(tmp_path / "thật")
    with watching(linked) as saves:
        (linked / "bài.md").write_text("x")
        wait_for(lambda: any(linked / "bài.md" in saved for saved in saves))


def test_hidden_folders_are_not_watched(tmp_path: Path) -> None:
    hidden = tmp_path / ".git"
    hidden.mkdir()
    with watching(tmp_path) as saves:
        (hidden / "index").write_text("x")
        (tmp_path / "bài.md").write_text("x")
        wait_for(lambda: any(tmp_path / "bài.md" in saved for saved in saves))
        assert not any(hidden / "index" in saved for saved in saves)
