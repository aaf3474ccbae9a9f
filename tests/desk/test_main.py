from __future__ import annotations

import sys
from datetime import datetime
from pathlib import Path

import pytest

from plugins.core.dates.date import TIME_ZONE
from plugins.desk.__main__ import main, new
from tests.desk.word_files import TITLE, p, word_file


def desk(monkeypatch: pytest.MonkeyPatch, *arguments: object) -> int:
    monkeypatch.setattr(sys, "argv", ["desk", *map(str, arguments)])
    return main()


@pytest.fixture
def settings(tmp_path: Path) -> Path:
    file = tmp_path / "settings.py"
    text = f"from pelicanconf import *\nPATH = {str(tmp_path / 'content')!r}\n"
    file.write_text(text, encoding="utf-8")
    (tmp_path / "content").mkdir()
    return file


def test_files_are_imported_one_after_the_other_and_a_bad_one_stops_none(
    settings: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    good = word_file(tmp_path / "a.docx", TITLE + p("11/01/2024") + p("Chợ đông."))
    missing = tmp_path / "b.docx"
    assert desk(monkeypatch, "-s", settings, "import", missing, good, "--to", "Chợ Bắc Hà") == 1
    said = capsys.readouterr().out
    assert "b.docx: LỖI: không có tệp này [WORD01]" in said
    assert (tmp_path / "content/articles/2024/01/cho-bac-ha/index.md").is_file()
    assert desk(monkeypatch, "-s", settings, "import", good) == 0


def test_a_new_draft_has_a_head_and_is_never_written_over(tmp_path: Path) -> None:
    made, lines = new("  Chợ phiên:  cuối năm ", tmp_path)
    now = datetime.now(TIME_ZONE)
    article = tmp_path / f"articles/{now:%Y/%m}/cho-phien-cuoi-nam/index.md"
    assert (made, lines) == (True, [f"Đã tạo {article} (bản nháp)."])
    text = article.read_text(encoding="utf-8")
    assert text.startswith(f"Title: Chợ phiên: cuối năm\nDate: {now:%d/%m/%Y} ")
    assert text.endswith("\nStatus: draft\n\n")
    made, lines = new("Chợ phiên cuối năm", tmp_path)
    assert not made
    assert "[WORD07]" in lines[0]
    assert article.read_text(encoding="utf-8") == text


def test_a_title_without_letters_makes_no_draft(tmp_path: Path) -> None:
    made, lines = new("…", tmp_path)
    assert not made
    assert "[DAU13]" in lines[0]
    assert list(tmp_path.iterdir()) == []
