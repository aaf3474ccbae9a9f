from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from plugins.articles.config import ArticleSettings
from plugins.articles.reader import ArticleReader
from plugins.attribution.extension import AttributionExtension
from plugins.figures import FiguresExtension
from plugins.photos import PhotoLibrary
from plugins.problems import ProblemError


@pytest.fixture
def reader(tmp_path: Path) -> ArticleReader:
    Image.new("RGB", (6, 4)).save(tmp_path / "a.jpg")
    Image.new("RGB", (8, 4)).save(tmp_path / "b.jpg")
    return ArticleReader(
        {
            "PHOTO_LIBRARY": PhotoLibrary(tmp_path),
            "PAGE_PATHS": ["pages"],
            "ARTICLE_SETTINGS": ArticleSettings(),
            "MARKDOWN": {"extensions": [AttributionExtension(), FiguresExtension()]},
        }
    )


def read(reader: ArticleReader, tmp_path: Path, text: str) -> tuple[str, dict[str, Any]]:
    path = tmp_path / "bai.md"
    path.write_text(text, encoding="utf-8")
    return reader.read(str(path))


HEAD = "Title: Một bài\nDate: 11/01/2024\n"


def test_a_repeated_title_leaves_the_body_with_a_warning(
    reader: ArticleReader, tmp_path: Path
) -> None:
    content, metadata = read(reader, tmp_path, f"{HEAD}\n**MỘT  BÀI**\n\nThân bài.\n")
    assert content == "<p>Thân bài.</p>"
    (problem,) = metadata["problems"]
    assert (problem.level, problem.line) == ("warning", 4)


def test_the_standfirst_stands_for_the_article_else_its_first_paragraph(
    reader: ArticleReader, tmp_path: Path
) -> None:
    body = "\nSáng nay hội nghị đã diễn ra."
    _, metadata = read(reader, tmp_path, HEAD + body)
    assert (metadata["summary_text"], metadata["has_standfirst"]) == (body.strip(), False)
    _, metadata = read(reader, tmp_path, f"{HEAD}Summary: Sapo.\n{body}")
    assert (metadata["summary_text"], metadata["has_standfirst"]) == ("Sapo.", True)


def test_the_lead_photo_is_the_named_one_else_the_first(
    reader: ArticleReader, tmp_path: Path
) -> None:
    _, metadata = read(reader, tmp_path, f"{HEAD}\na.jpg\nMột chú thích.\n")
    assert metadata["lead_photo"].name == "a.jpg"
    assert metadata["lead_in_body"]
    _, metadata = read(reader, tmp_path, f"{HEAD}Lead_photo: B.JPG\n\na.jpg\nMột chú thích.\n")
    assert (metadata["lead_photo"].width, metadata["lead_in_body"]) == (8, False)
    assert [photo.width for photo in metadata["photos"]] == [8, 6]
    _, metadata = read(reader, tmp_path, f"{HEAD}\nKhông ảnh nào ở đây.")
    assert metadata["lead_photo"] is None


def test_a_missing_lead_photo_is_an_error_on_its_line(
    reader: ArticleReader, tmp_path: Path
) -> None:
    with pytest.raises(ProblemError) as error:
        read(reader, tmp_path, f"{HEAD}Lead_photo: c.jpg\n\nThân bài.")
    (problem,) = error.value.problems
    assert problem.line == 3
    assert "“a.jpg”" in problem.fix or "“b.jpg”" in problem.fix


def test_a_correction_moves_modified(reader: ArticleReader, tmp_path: Path) -> None:
    _, metadata = read(
        reader,
        tmp_path,
        f"{HEAD}Modified: 12/01/2024\nCorrection: 14/01/2024 09:00: Sửa tên.\n"
        "Correction: 13/01/2024: Sửa số.\n\nThân bài.",
    )
    assert [correction.text for correction in metadata["corrections"]] == ["Sửa số.", "Sửa tên."]
    assert metadata["modified"].isoformat() == "2024-01-14T09:00:00+07:00"


def test_an_original_without_authors_is_signed_by_the_newsroom_and_a_reprint_is_not(
    reader: ArticleReader, tmp_path: Path
) -> None:
    _, metadata = read(reader, tmp_path, f"{HEAD}\nThân bài.")
    assert metadata["author_names"] == ["Ban Biên tập"]
    _, metadata = read(reader, tmp_path, f"{HEAD}\nThân bài.\n\nNguồn: Báo Lào Cai")
    assert metadata["author_names"] == []
    assert metadata["source"].outlet == "Báo Lào Cai"


def test_dangerous_html_goes_with_a_warning_on_its_line(
    reader: ArticleReader, tmp_path: Path
) -> None:
    content, metadata = read(
        reader, tmp_path, f'{HEAD}\nĐoạn một.\n\n<p onclick="x()">Đoạn hai.</p>\n'
    )
    assert content == "<p>Đoạn một.</p>\n<p>Đoạn hai.</p>"
    assert [(p.level, p.line) for p in metadata["problems"]] == [("warning", 6)]


def test_an_article_without_a_body_is_an_error_unless_it_is_a_draft(
    reader: ArticleReader, tmp_path: Path
) -> None:
    with pytest.raises(ProblemError, match="không có nội dung"):
        read(reader, tmp_path, f"{HEAD}\n \u00a0\n")
    read(reader, tmp_path, f"{HEAD}Status: draft\n")


def test_several_problems_are_raised_together(reader: ArticleReader, tmp_path: Path) -> None:
    with pytest.raises(ProblemError) as error:
        read(reader, tmp_path, "Titel: Một\nDate: 31/02/2024\n\nmat.jpg\nChú thích.")
    assert sorted(problem.line or 0 for problem in error.value.problems) == [1, 1, 2, 4]


def test_reading_one_article_leaves_nothing_for_the_next(
    reader: ArticleReader, tmp_path: Path
) -> None:
    read(reader, tmp_path, f"{HEAD}\na.jpg\nMột chú thích.\n\nNguồn: Báo X")
    _, metadata = read(reader, tmp_path, f"{HEAD}\nThân bài trơn.")
    assert (metadata["figures"], metadata["photos"], metadata["source"]) == ((), (), None)
