from __future__ import annotations

from pathlib import Path

import pytest

from plugins.articles.config import ArticleSettings
from plugins.articles.links import LinkExtension
from plugins.articles.reader import ArticleReader, Reading
from plugins.core.article import Download, OfficialDocument, attach
from plugins.core.dates.date import parse_date
from plugins.core.problems import ProblemError
from plugins.figures.extension import FiguresExtension
from plugins.photos import PhotoLibrary
from tests.media_files import media_file

HEAD = "Title: Kế hoạch trồng rừng\nDate: 15/01/2024\n"
WHOLE = f"{HEAD}Number: 12/KH-UBND\nIssuer: UBND tỉnh\nFile: ke-hoach.pdf\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder of documents, with two files."""
    made = tmp_path / "van-ban" / "2024"
    made.mkdir(parents=True)
    (made / "ke-hoach.pdf").write_bytes(media_file("ke-hoach.pdf", size=3000))
    (made / "phu-luc.docx").write_bytes(media_file("phu-luc.docx", b"y"))
    (made / "ban-quet.jpg").write_bytes(b"z")
    return made


def read(folder: Path, text: str) -> Reading:
    file = folder / "ke-hoach.md"
    file.write_text(text, encoding="utf-8")
    addresses = {"article": "bai/{slug}/", "document": "van-ban/{slug}/"}
    markdown = {"extensions": [FiguresExtension(), LinkExtension()]}
    root = folder.parents[1]
    reader = ArticleReader(PhotoLibrary(root), markdown, ArticleSettings(), addresses, ["pages"])
    return reader.read(file)


def files_of(reading: Reading) -> list[str]:
    assert reading.article.document
    return [file.name for file in reading.article.document.files]


def test_the_head_says_what_a_document_is_and_a_body_it_need_not_have(folder: Path) -> None:
    reading = read(folder, f"{WHOLE}Effective: 01/02/2024\n")
    url = attach(folder / "ke-hoach.pdf").url
    assert reading.article.kind == "document"
    assert reading.article.url == "van-ban/ke-hoach-trong-rung/"
    assert reading.article.document == OfficialDocument(
        "12/KH-UBND",
        "UBND tỉnh",
        parse_date("01/02/2024"),
        (Download("ke-hoach.pdf", url, "PDF, 3 KB"),),
    )
    assert [file.url for file in reading.body.attachments] == [url]
    assert reading.files == ("van-ban/2024/ke-hoach.pdf",)
    assert reading.warnings == ()


@pytest.mark.parametrize(
    "value",
    [
        "ke-hoach.pdf, phu-luc.docx",
        "[ke-hoach.pdf, phu-luc.docx]",
        "\n  - ke-hoach.pdf\n  - phu-luc.docx",
    ],
)
def test_it_may_have_several_files(folder: Path, value: str) -> None:
    text = WHOLE.replace("File: ke-hoach.pdf", f"File: {value}")
    assert files_of(read(folder, text)) == ["ke-hoach.pdf", "phu-luc.docx"]


def test_a_file_that_the_body_shows_or_links_to_is_one_of_its_files_and_each_is_so_once(
    folder: Path,
) -> None:
    text = f"{WHOLE}\nke-hoach.pdf\nToàn văn\n\nXem [phụ lục](phu-luc.docx).\n"
    assert files_of(read(folder, text)) == ["ke-hoach.pdf", "phu-luc.docx"]
    reading = read(folder, text.replace("File: ke-hoach.pdf\n", ""))
    assert files_of(reading) == ["ke-hoach.pdf", "phu-luc.docx"]
    assert reading.warnings == ()


@pytest.mark.parametrize(
    ("line", "what"),
    [
        ("Number: 12/KH-UBND", "số/ký hiệu"),
        ("Issuer: UBND tỉnh", "cơ quan ban hành"),
        ("File: ke-hoach.pdf", "tệp để tải về"),
    ],
)
def test_what_it_lacks_is_a_warning_that_says_which_line_to_add(
    folder: Path, line: str, what: str
) -> None:
    (problem,) = read(folder, WHOLE.replace(f"{line}\n", "")).warnings
    assert problem.level == "warning"
    assert problem.message == f"văn bản thiếu {what}"
    assert line.partition(":")[0] in problem.fix


def test_a_file_that_is_not_there_stops_the_build(folder: Path) -> None:
    with pytest.raises(ProblemError) as caught:
        read(folder, WHOLE.replace("ke-hoach.pdf", "ke-hoach-2.pdf"))
    (problem,) = caught.value.problems
    assert problem.line == 5


def test_a_photo_is_no_file_to_download(folder: Path) -> None:
    (problem,) = read(folder, WHOLE.replace("ke-hoach.pdf", "ban-quet.jpg")).warnings
    assert problem.line == 5
    assert "PDF" in problem.fix
