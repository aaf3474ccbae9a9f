from __future__ import annotations

from pathlib import Path

import pytest
from PIL import Image

from plugins.articles.lead import lead_photo
from plugins.core.document import Document, Field
from plugins.photos import EmbeddedMetadata, Photo, PhotoLibrary, PhotoProblem
from plugins.photos.inspect.metadata import embedding


@pytest.fixture
def document(tmp_path: Path) -> Document:
    for name, embedded in (
        ("a.jpg", EmbeddedMetadata()),
        ("b.jpg", EmbeddedMetadata("Chợ phiên\nBắc Hà.", "Ngọc Bằng", "Bản tin")),
        ("c.jpg", EmbeddedMetadata("Ngọc Bằng chụp chợ phiên.", "Ngọc Bằng")),
    ):
        colour = f"#{ord(name[0]):02x}4060"
        image = Image.new("RGB", (40, 30), colour)
        image.save(tmp_path / name, "JPEG", **embedding(embedded, "jpeg"))
    return Document(tmp_path / "bai.md", PhotoLibrary(tmp_path), "bai.md", [""], 1)


def photo(document: Document, name: str, alt: str = "") -> Photo:
    found = document.library.load(name, document.path.parent, alt)
    assert not isinstance(found, PhotoProblem)
    return found


def test_without_a_name_the_first_photo_leads_and_has_crops(document: Document) -> None:
    photos = [photo(document, "b.jpg", "Một"), photo(document, "a.jpg")]
    lead = lead_photo(document, photos, "Tiêu đề")
    assert lead is not None
    assert (lead.source, lead.alt, lead.caption) == (photos[0].source, "Một", "")
    assert lead.share is not None
    assert len(lead.ratios) == 3
    assert lead_photo(document, [], "Tiêu đề") is None
    assert document.problems == []


def test_a_named_photo_of_the_body_keeps_what_the_body_says(document: Document) -> None:
    document.fields["Lead_photo"] = Field("B.jpg", 3)
    photos = [photo(document, "a.jpg"), photo(document, "b.jpg", "Hai")]
    lead = lead_photo(document, photos, "Tiêu đề")
    assert lead is not None
    assert lead._replace(made=()) == photos[1]._replace(made=())
    assert document.problems == []


def test_another_photo_says_what_its_file_says_which_is_reported(document: Document) -> None:
    document.fields["Lead_photo"] = Field("b.jpg", 3)
    lead = lead_photo(document, [photo(document, "a.jpg")], "Tiêu đề")
    assert lead is not None
    assert (lead.caption, lead.credit) == ("Chợ phiên Bắc Hà.", "Ngọc Bằng/Bản tin")
    assert lead.alt == "Chợ phiên Bắc Hà."
    start = "ảnh đại diện “b.jpg” không có trong thân bài, đã lấy"
    assert [(each.level, each.line, each.message) for each in document.problems] == [
        ("warning", 3, f"{start} chú thích ghi sẵn trong tệp ảnh: “Chợ phiên Bắc Hà.”"),
        ("warning", 3, f"{start} tên người chụp ghi sẵn trong tệp ảnh: “Ngọc Bằng/Bản tin”"),
    ]
    assert "đưa ảnh vào thân bài" in document.problems[0].fix


def test_a_photographer_whom_the_caption_names_is_not_named_again(document: Document) -> None:
    document.fields["Lead_photo"] = Field("c.jpg", 3)
    lead = lead_photo(document, [], "Tiêu đề")
    assert lead is not None
    assert (lead.caption, lead.credit) == ("Ngọc Bằng chụp chợ phiên.", "")


def test_a_photo_that_says_nothing_of_itself_stands_for_the_title(document: Document) -> None:
    document.fields["Lead_photo"] = Field("a.jpg", 3)
    lead = lead_photo(document, [], "Tiêu đề")
    assert lead is not None
    assert (lead.alt, lead.caption, lead.credit) == ("Tiêu đề", "", "")
    assert document.problems == []


def test_a_photo_may_be_named_without_its_extension(document: Document) -> None:
    document.fields["Lead_photo"] = Field("A", 3)
    lead = lead_photo(document, [], "Tiêu đề")
    assert lead is not None
    assert lead.source.name == "a.jpg"
    assert document.problems == []


def test_a_name_that_several_photos_have_is_a_problem(document: Document) -> None:
    Image.new("RGB", (40, 30)).save(document.root / "a.png")
    document.fields["Lead_photo"] = Field("a", 3)
    assert lead_photo(document, [], "Tiêu đề") is None
    (problem,) = document.problems
    assert (problem.line, problem.message) == (
        3,
        "có nhiều ảnh cùng tên “a”: “a.jpg”, “a.png”",
    )
