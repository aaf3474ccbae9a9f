from __future__ import annotations

import sys
from pathlib import Path

import pytest

from plugins.desk import placing
from plugins.desk.placing import place
from tests.desk.word_files import TITLE, p, photo, word_file

SETTINGS = str(Path(__file__).parents[2] / "pelicanconf.py")
BODY = p("11/01/2024") + p("Chợ đông.") + p(photo()) + p("Hình 1: Chợ.")
PLACE = "articles/2024/01/cho-phien-cuoi-nam"


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return word_file(tmp_path / "bài gửi.docx", TITLE + BODY)


def files_of(content: Path) -> list[str]:
    return sorted(
        path.relative_to(content).as_posix() for path in content.rglob("*") if path.is_file()
    )


def test_an_article_comes_to_the_folder_of_its_month_with_its_photos(
    file: Path, tmp_path: Path
) -> None:
    content = tmp_path / "content"
    made, lines = place(file, content, SETTINGS)
    assert made
    assert lines[:3] == [
        f"bài gửi.docx → {content / PLACE / 'index.md'} (bản nháp)",
        "  Tiêu đề: Chợ phiên cuối năm",
        "  Ngày: 11/01/2024",
    ]
    assert files_of(content) == [f"{PLACE}/cho-phien-cuoi-nam-1.jpg", f"{PLACE}/index.md"]


def test_a_second_import_changes_nothing_and_shows_what_differs(file: Path, tmp_path: Path) -> None:
    content = tmp_path / "content"
    place(file, content, SETTINGS)
    made, lines = place(file, content, SETTINGS)
    assert (made, lines[1:]) == (False, ["Hai bài giống hệt nhau."])
    article = content / PLACE / "index.md"
    article.write_text(article.read_text(encoding="utf-8").replace("Chợ đông", "Chợ vắng"))
    before = files_of(content), article.read_bytes()
    made, lines = place(file, content, SETTINGS)
    assert not made
    assert "đã có bài ở thư mục ấy; không ghi đè" in lines[0]
    assert {"-Chợ vắng.", "+Chợ đông."} <= set(lines)
    assert (files_of(content), article.read_bytes()) == before


def test_an_article_that_is_one_file_is_there_too(file: Path, tmp_path: Path) -> None:
    one = tmp_path / "content" / f"{PLACE}.md"
    one.parent.mkdir(parents=True)
    one.write_text("Title: Chợ\n", encoding="utf-8")
    made, lines = place(file, tmp_path / "content", SETTINGS)
    assert not made
    assert "-Title: Chợ" in lines


def test_another_name_or_a_number_keeps_both(file: Path, tmp_path: Path) -> None:
    content = tmp_path / "content"
    for _ in range(3):
        assert place(file, content, SETTINGS, numbered=True)[0]
    assert place(file, content, SETTINGS, "cho-bac-ha")[0]
    folders = sorted(path.name for path in (content / "articles/2024/01").iterdir())
    assert folders == [
        "cho-bac-ha",
        "cho-phien-cuoi-nam",
        "cho-phien-cuoi-nam-2",
        "cho-phien-cuoi-nam-3",
    ]


def test_a_file_that_is_refused_leaves_nothing(tmp_path: Path) -> None:
    broken = tmp_path / "bai.docx"
    broken.write_bytes(b"PK")
    made, lines = place(broken, tmp_path / "content", SETTINGS)
    assert not made
    assert lines[0].startswith("bai.docx: LỖI: tệp hỏng, hoặc không phải tệp Word [WORD01]")
    assert list((tmp_path / "content" / "articles").iterdir()) == []


@pytest.mark.parametrize(
    ("program", "said"),
    [
        ("import os; os.kill(os.getpid(), 9)", "nhập quá lâu, hoặc hết bộ nhớ"),
        ("import time; time.sleep(60)", "nhập quá lâu, hoặc hết bộ nhớ"),
        ("raise ValueError('lạ')", "chương trình gặp sự cố: ValueError: lạ"),
    ],
)
def test_a_process_that_fails_is_said_and_leaves_nothing(
    program: str, said: str, file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    python = tmp_path / "python"
    python.write_text(f'#!/bin/sh\nexec "{sys.executable}" -c "{program}"\n')
    python.chmod(0o755)
    monkeypatch.setattr(sys, "executable", str(python))
    monkeypatch.setattr(placing, "_SECONDS", 3)
    made, lines = place(file, tmp_path / "content", SETTINGS)
    assert not made
    assert said in lines[0]
    assert list((tmp_path / "content" / "articles").iterdir()) == []
