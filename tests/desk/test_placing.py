from __future__ import annotations

import sys
import zipfile
from pathlib import Path

import pytest

from plugins.desk import placing
from plugins.desk.placing import place
from tests.desk import office
from tests.desk.word_files import TITLE, p, photo, picture, word_file

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


def test_a_name_that_a_terminal_would_turn_round_is_shown_as_it_is(tmp_path: Path) -> None:
    file = word_file(tmp_path / "bai\u202egnp.docx", TITLE + p("Chợ đông."))
    _, lines = place(file, tmp_path / "content", SETTINGS)
    assert lines[0].startswith("bai\\u202egnp.docx → ")


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


def test_an_archive_is_an_article_for_each_text_with_its_photos(file: Path, tmp_path: Path) -> None:
    archive, content = tmp_path / "bài.zip", tmp_path / "content"
    with zipfile.ZipFile(archive, "w") as packed:
        packed.write(file, "gửi/cho.docx")
        packed.writestr("gửi/hoi.txt", "Hội xuân Bắc Hà\n12/01/2024\nĐông vui.\nchung.jpg\n")
        for name in ("gửi/cho-2.jpg", "gửi/chung.jpg", "thừa.jpg", "gửi/.DS_Store", "gửi/ke.pdf"):
            packed.writestr(name, picture(colour=f"rgb(0,{len(name)},0)"))
    made, lines = place(archive, content, SETTINGS)
    assert made
    hoi = "articles/2024/01/hoi-xuan-bac-ha"
    assert files_of(content) == [
        f"{PLACE}/cho-phien-cuoi-nam-1.jpg",
        f"{PLACE}/cho-phien-cuoi-nam-2.jpg",
        f"{PLACE}/index.md",
        f"{hoi}/hoi-xuan-bac-ha-1.jpg",
        f"{hoi}/index.md",
    ]
    said = "\n".join(lines)
    assert f"cho.docx → {content / PLACE / 'index.md'} (bản nháp)" in lines
    assert "cho-2.jpg (trong bài: cho-phien-cuoi-nam-2.jpg)" in said
    assert said.endswith(
        "bài.zip: CẢNH BÁO: tệp gửi kèm không vào bài nào: gửi/ke.pdf, thừa.jpg [WORD14]\n"
        "    Cách sửa: Cần tệp nào thì chép vào thư mục của bài rồi ghi tên tệp trên một dòng."
    )


def test_a_folder_is_read_as_it_stands_and_changed_nowhere(tmp_path: Path) -> None:
    folder = tmp_path / "Bài gửi"
    folder.mkdir()
    word_file(folder / "a.docx", TITLE + BODY)
    (folder / "b.docx").write_bytes(b"PK")
    before = files_of(folder)
    made, lines = place(folder, tmp_path / "content", SETTINGS)
    assert not made  # one of two
    assert files_of(tmp_path / "content") == [
        f"{PLACE}/cho-phien-cuoi-nam-1.jpg",
        f"{PLACE}/index.md",
    ]
    assert any(line.startswith("b.docx: LỖI: tệp hỏng") for line in lines)
    assert files_of(folder) == before


@pytest.mark.parametrize(
    ("name", "said"),
    [("../bai.docx", "đường dẫn ra ngoài"), ("a.jpg", "không có tệp Word, HTML hay .txt nào")],
)
def test_an_archive_that_is_refused_leaves_nothing(name: str, said: str, tmp_path: Path) -> None:
    archive, content = tmp_path / "bai.zip", tmp_path / "content"
    with zipfile.ZipFile(archive, "w") as packed:
        packed.writestr(name, b"1")
    made, lines = place(archive, content, SETTINGS)
    assert not made
    assert said in lines[0]
    assert lines[0].startswith("bai.zip: LỖI: ")
    assert files_of(tmp_path) == ["bai.zip"]


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


def test_an_import_that_is_ended_ends_libreoffice(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    log = office.install(tmp_path / "bin", monkeypatch, "hangs")
    monkeypatch.setattr(placing, "_SECONDS", 10)
    made, lines = place(office.old_file(tmp_path / "bai.doc"), tmp_path / "content", SETTINGS)
    assert not made
    assert "nhập quá lâu" in lines[0]
    assert office.ends(int(log.read_text()))
