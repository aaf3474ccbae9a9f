from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest

from plugins.core import checks
from plugins.core.article import Article
from plugins.core.problems import Problem
from plugins.desk.__main__ import main
from plugins.desk.check import command

HEAD = "Title: {}\nDate: 11/01/2024\nCategory: Thời sự\n\n"


class Desk:
    """A newsroom of two articles, and its command."""

    def __init__(self, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        self.articles = folder / "content" / "articles"
        self.articles.mkdir(parents=True)
        self.write("a.md", "Nhà của của ta.")
        self.write("b.md", "[Xem](/khong-co/) nhé.")
        changed = {"PATH": str(folder / "content")}
        text = "".join(f"{name} = {value!r}\n" for name, value in changed.items())
        text += f"BUILD = BUILD | {{'cache_dir': {str(folder / 'cache')!r}}}\n"
        (folder / "settings.py").write_text(f"from pelicanconf import *\n{text}", encoding="utf-8")
        self._folder = folder
        self._monkeypatch = monkeypatch

    def write(self, name: str, body: str) -> None:
        """Write an article."""
        text = f"{HEAD.format(name)}{body}\n"
        (self.articles / name).write_text(text, encoding="utf-8")

    def check(self, *arguments: object) -> int:
        """Run the command in the newsroom's folder."""
        start = ["desk", "-s", "settings.py", "check"]
        self._monkeypatch.setattr(sys, "argv", [*start, *map(str, arguments)])
        self._monkeypatch.chdir(self._folder)
        return main()


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Desk:
    return Desk(tmp_path, monkeypatch)


def test_everything_is_checked_and_an_error_is_status_1(
    desk: Desk, capsys: pytest.CaptureFixture[str]
) -> None:
    assert desk.check() == 1
    said = capsys.readouterr().out
    assert "content/articles/a.md:5:5: SOAT01 Cảnh báo:" in said
    assert "content/articles/b.md:5: LKET02 Lỗi:" in said
    assert said.endswith("1 lỗi, 1 cảnh báo.\n")


def test_warnings_alone_are_status_0_and_a_path_is_kept_to(
    desk: Desk, capsys: pytest.CaptureFixture[str]
) -> None:
    assert desk.check("content/articles/a.md") == 0
    assert capsys.readouterr().out.endswith("0 lỗi, 1 cảnh báo.\n")
    assert desk.check("content/articles", "--only", "soat01,DAU19") == 0
    assert capsys.readouterr().out.endswith("0 lỗi, 1 cảnh báo.\n")


def test_a_path_may_go_up_again_and_over_a_link(
    desk: Desk, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "bai").symlink_to(tmp_path / "content")
    for path in ("content/../content/articles/a.md", "bai/articles/", tmp_path / "bai"):
        desk.check(path)
        assert "content/articles/a.md:5:5: SOAT01" in capsys.readouterr().out
    assert desk.check("content/../settings.py") == 2


def test_what_can_be_is_mended_first(desk: Desk, capsys: pytest.CaptureFixture[str]) -> None:
    desk.write("b.md", "Thôi.")
    assert desk.check("--fix") == 0
    said = capsys.readouterr().out
    assert said.startswith("Đã sửa articles/a.md: SOAT01 (1 chỗ)\n")
    assert said.endswith("Không có lỗi, không có cảnh báo.\n")


def test_programs_read_what_is_for_them_alone(
    desk: Desk, capsys: pytest.CaptureFixture[str]
) -> None:
    assert desk.check("--fix", "--format", "json") == 1
    said = capsys.readouterr()
    assert [found["code"] for found in json.loads(said.out)] == ["LKET02"]
    assert "Đã sửa" in said.err


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["--only", "XYZ99"], "Không có mã “XYZ99”"),
        (["khong-co.md"], "Không có tệp hay thư mục “khong-co.md”"),
        (["settings.py"], "không nằm trong thư mục nội dung"),
    ],
)
def test_what_cannot_be_asked_for_is_said_in_words(
    desk: Desk, arguments: list[str], told: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert desk.check(*arguments) == 2
    said = capsys.readouterr()
    assert (told in said.err, said.out) == (True, "")


def test_settings_that_are_wrong_are_said_in_words(
    desk: Desk, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with (tmp_path / "settings.py").open("a", encoding="utf-8") as file:
        file.write("PROOFREADING = {'silent': ['XYZ']}\n")
    assert desk.check() == 1
    assert "settings.py:4: LỖI: PROOFREADING['silent']" in capsys.readouterr().err


def test_sources_are_asked_for_only_if_that_is_wanted(
    desk: Desk, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    desk.write("b.md", "Thôi.")
    desk.write("c.md", "Chợ.\n\nNguồn: Báo Lào Cai (https://khong-co.invalid/bai, 10/01/2024)")
    asked: list[str] = []

    def look(articles: Iterable[Article]) -> Iterator[Problem]:
        for article in articles:
            asked.append(article.path)
            if article.source:
                yield Problem(checks.SOURCE_DEAD, article.path, None, "không còn", "Tìm lại.")

    monkeypatch.setattr(command, "dead_sources", look)
    assert desk.check() == 0
    assert asked == []
    assert "NGUON17" not in capsys.readouterr().out
    assert desk.check("--online") == 0
    assert asked == ["articles/a.md", "articles/b.md", "articles/c.md"]
    assert "c.md: NGUON17 Cảnh báo: không còn" in capsys.readouterr().out
