from __future__ import annotations

from pathlib import Path
from typing import get_args

import pytest
from PIL import Image

from plugins.articles.config import ArticleSettings
from plugins.articles.links import LinkExtension
from plugins.articles.reader import ArticleReader, Reading
from plugins.articles.source_file import MOST_BYTES
from plugins.attribution.extension import AttributionExtension
from plugins.core import checks
from plugins.core.article import Kind
from plugins.core.problems import ProblemError
from plugins.figures.extension import FiguresExtension
from plugins.photos import PhotoLibrary
from tests.media_files import media_file


@pytest.fixture
def reader(tmp_path: Path) -> ArticleReader:
    Image.new("RGB", (6, 4)).save(tmp_path / "a.jpg")
    Image.new("RGB", (8, 4)).save(tmp_path / "b.jpg")
    return ArticleReader(
        PhotoLibrary(tmp_path),
        {"extensions": [AttributionExtension(), FiguresExtension(), LinkExtension()]},
        ArticleSettings(),
        dict.fromkeys(get_args(Kind), "{date:%Y}/{date:%m}/{slug}/") | {"page": "{slug}/"},
        ["pages"],
    )


def read(reader: ArticleReader, tmp_path: Path, text: str, name: str = "bai.md") -> Reading:
    path = tmp_path / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return reader.read(path)


HEAD = "Title: Một bài\nDate: 11/01/2024\n"


def test_a_repeated_title_leaves_the_body_with_a_warning(
    reader: ArticleReader, tmp_path: Path
) -> None:
    reading = read(reader, tmp_path, f"{HEAD}\n**MỘT  BÀI**\n\nThân bài.\n")
    assert reading.body.html == "<p>Thân bài.</p>"
    problem, spaces = reading.warnings
    assert (problem.level, problem.line) == ("warning", 4)
    assert spaces.check is checks.SPACES_SURPLUS


def test_a_photo_that_is_not_there_is_told_and_no_rule_is_put_out_by_it(
    reader: ArticleReader, tmp_path: Path
) -> None:
    with pytest.raises(ProblemError) as error:
        read(reader, tmp_path, f"{HEAD}\nkhong-co.jpg\nĐào.\n\na.jpg\nChợ. (Ảnh: Ngọc Bằng)\n")
    assert checks.PHOTO_MISSING in [problem.check for problem in error.value.problems]


def test_the_standfirst_stands_for_the_article_else_its_first_paragraph(
    reader: ArticleReader, tmp_path: Path
) -> None:
    body = "\nSáng nay hội nghị đã diễn ra."
    article = read(reader, tmp_path, HEAD + body).article
    assert (article.summary_text, article.has_standfirst) == (body.strip(), False)
    article = read(reader, tmp_path, f"{HEAD}Summary: Sapo.\n{body}").article
    assert (article.summary_text, article.has_standfirst) == ("Sapo.", True)


def test_the_lead_photo_is_the_named_one_else_the_first(
    reader: ArticleReader, tmp_path: Path
) -> None:
    reading = read(reader, tmp_path, f"{HEAD}\na.jpg\nMột chú thích.\n")
    assert reading.article.lead_photo
    assert reading.article.lead_photo.name == "a.jpg"
    assert reading.article.lead_in_body
    text = f"{HEAD}Lead_photo: B.JPG\n\na.jpg\nMột chú thích.\n"
    reading = read(reader, tmp_path, text)
    assert reading.article.lead_photo
    assert (reading.article.lead_photo.width, reading.article.lead_in_body) == (8, False)
    assert [photo.width for photo in reading.body.photos] == [8, 6]
    assert read(reader, tmp_path, f"{HEAD}\nKhông ảnh nào ở đây.").article.lead_photo is None


def test_the_first_image_of_the_page_is_loaded_at_once_and_no_other(
    reader: ArticleReader, tmp_path: Path
) -> None:
    html = read(reader, tmp_path, f"{HEAD}\na.jpg\nMột.\n\nb.jpg\nHai.\n").body.html
    assert (html.count('fetchpriority="high"'), html.count('loading="lazy"')) == (1, 1)
    above = f"{HEAD}Lead_photo: b.jpg\n\na.jpg\nMột chú thích.\n"
    html = read(reader, tmp_path, above).body.html
    assert (html.count("fetchpriority"), html.count('loading="lazy"')) == (0, 1)


def test_a_missing_lead_photo_is_an_error_on_its_line(
    reader: ArticleReader, tmp_path: Path
) -> None:
    with pytest.raises(ProblemError) as error:
        read(reader, tmp_path, f"{HEAD}Lead_photo: c.jpg\n\nThân bài.")
    (problem,) = error.value.problems
    assert problem.line == 3
    assert "“a.jpg”" in problem.fix or "“b.jpg”" in problem.fix


def test_a_correction_moves_modified(reader: ArticleReader, tmp_path: Path) -> None:
    article = read(
        reader,
        tmp_path,
        f"{HEAD}Modified: 12/01/2024\nCorrection: 14/01/2024 09:00: Sửa tên.\n"
        "Correction: 13/01/2024: Sửa số.\n\nThân bài.",
    ).article
    assert [correction.text for correction in article.corrections] == ["Sửa số.", "Sửa tên."]
    assert article.modified
    assert article.modified.isoformat() == "2024-01-14T09:00:00+07:00"


def test_an_original_without_authors_is_signed_by_the_newsroom_and_a_reprint_is_not(
    reader: ArticleReader, tmp_path: Path
) -> None:
    article = read(reader, tmp_path, f"{HEAD}\nThân bài.").article
    assert article.author_names == ("Ban Biên tập",)
    article = read(reader, tmp_path, f"{HEAD}\nThân bài.\n\nNguồn: Báo Lào Cai").article
    assert article.author_names == ()
    assert article.source
    assert article.source.outlet == "Báo Lào Cai"


def test_dangerous_html_goes_with_a_warning_on_its_line(
    reader: ArticleReader, tmp_path: Path
) -> None:
    reading = read(reader, tmp_path, f'{HEAD}\nĐoạn một.\n\n<p onclick="x()">Đoạn hai.</p>\n')
    assert reading.body.html == "<p>Đoạn một.</p>\n<p>Đoạn hai.</p>"
    assert [(p.level, p.line) for p in reading.warnings] == [("warning", 6)]


def test_an_article_without_a_body_is_an_error_unless_it_is_a_draft(
    reader: ArticleReader, tmp_path: Path
) -> None:
    with pytest.raises(ProblemError, match="không có nội dung"):
        read(reader, tmp_path, f"{HEAD}\n \u00a0\n")
    read(reader, tmp_path, f"{HEAD}Status: draft\n")


def test_the_head_of_a_draft_without_a_body_names_its_source(
    reader: ArticleReader, tmp_path: Path
) -> None:
    head = f"{HEAD}Status: draft\nSource: Báo Nhân Dân\nSource_author: Thu Hà\n\n"
    source = read(reader, tmp_path, head).article.source
    assert source is not None
    assert (source.author, source.outlet) == ("Thu Hà", "Báo Nhân Dân")


def test_several_problems_are_raised_together(reader: ArticleReader, tmp_path: Path) -> None:
    with pytest.raises(ProblemError) as error:
        read(reader, tmp_path, "Titel: Một\nDate: 31/02/2024\n\nmat.jpg\nChú thích.")
    assert sorted(problem.line or 0 for problem in error.value.problems) == [1, 1, 2, 4]


def test_reading_one_article_leaves_nothing_for_the_next(
    reader: ArticleReader, tmp_path: Path
) -> None:
    read(reader, tmp_path, f"{HEAD}\na.jpg\nMột chú thích.\n\nNguồn: Báo X")
    reading = read(reader, tmp_path, f"{HEAD}\nThân bài trơn.")
    body, article = reading.body, reading.article
    assert (body.figures, body.photos, body.linked, body.attachments) == ((), (), (), ())
    assert (article.source, article.lead_photo) == (None, None)
    assert (reading.lookups, reading.files) == ((), ())


def test_an_article_has_its_address_from_date_and_slug_and_a_page_from_its_slug(
    reader: ArticleReader, tmp_path: Path
) -> None:
    article = read(reader, tmp_path, f"{HEAD}\nThân bài.", "articles/x/index.md").article
    assert (article.kind, article.path) == ("article", "articles/x/index.md")
    assert article.url == "2024/01/x/"
    page = read(reader, tmp_path, "Title: Liên hệ\n\nThân bài.", "pages/lien-he.md").article
    assert (page.kind, page.url, page.date) == ("page", "lien-he/", None)


def test_a_reading_says_which_files_and_names_it_hung_on(
    reader: ArticleReader, tmp_path: Path
) -> None:
    (tmp_path / "tep.pdf").write_bytes(media_file("tep.pdf"))
    (tmp_path / "bai-khac.md").write_bytes(b"x")
    text = f"{HEAD}\nA.jpg\nMột chú thích.\n\n[x](tep.pdf), [y](bai-khac.md)"
    reading = read(reader, tmp_path, text)
    assert reading.files == ("a.jpg", "tep.pdf")  # of an article only the address is shown
    lookups = dict(reading.lookups)
    assert lookups["", "A.jpg"] == ("a.jpg",)
    assert lookups["", "tep.pdf"] == ("tep.pdf",)
    assert lookups["", "bai-khac.md"] == ("bai-khac.md",)
    assert [target for target, _ in reading.body.linked] == ["bai-khac.md"]
    (attachment,) = reading.body.attachments
    assert attachment.source == tmp_path / "tep.pdf"


def test_a_file_that_is_no_unicode_or_not_there_is_a_problem_of_that_file(
    reader: ArticleReader, tmp_path: Path
) -> None:
    (tmp_path / "cu.md").write_bytes(HEAD.encode() + b"\nB\xe0i c\xf2\n")
    with pytest.raises(ProblemError, match=r"cu\.md:4: .*không phải chữ Unicode"):
        reader.read(tmp_path / "cu.md")
    with pytest.raises(ProblemError, match=r"mat\.md: .*không mở được tệp"):
        reader.read(tmp_path / "mat.md")


def test_who_signs_the_body_is_the_author_of_an_article_and_text_on_a_page(
    reader: ArticleReader, tmp_path: Path
) -> None:
    text = f"{HEAD}\nHội nghị đã diễn ra.\n\nVân Khánh - Đức Lâm\n"
    reading = read(reader, tmp_path, text)
    assert reading.article.author_names == ("Vân Khánh", "Đức Lâm")
    assert reading.body.html == "<p>Hội nghị đã diễn ra.</p>"
    reading = read(reader, tmp_path, text, "pages/trang.md")
    assert "<p>Vân Khánh - Đức Lâm</p>" in reading.body.html
    reading = read(reader, tmp_path, f"{HEAD}\nHội nghị đã diễn ra.\n\nVân Khánh (Theo AFP)\n")
    assert reading.article.author_names == ()
    assert reading.article.source is not None
    assert reading.article.source.author == "Vân Khánh"


def test_a_file_longer_than_any_article_is_refused_unread(
    reader: ArticleReader, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "dai.md"
    with path.open("wb") as file:
        file.truncate(MOST_BYTES + 1)
    monkeypatch.setattr(Path, "read_bytes", None)
    with pytest.raises(ProblemError, match=r"dai.md: LỖI: bài dài quá 2 MB chữ"):
        reader.read(path)


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("articles/a.md", "article"),
        ("van-ban.md", "article"),
        ("pages/van-ban/a.md", "page"),
        ("van-ban/2024/a/index.md", "document"),
        ("thong-bao/a.md", "notice"),
    ],
)
def test_the_folder_says_what_a_file_is(
    reader: ArticleReader, tmp_path: Path, name: str, kind: str
) -> None:
    assert read(reader, tmp_path, f"{HEAD}\nThân bài.\n", name).article.kind == kind


@pytest.mark.parametrize(
    ("name", "line", "where", "right"),
    [
        ("bai.md", "Number: 12/KH-UBND", "bài viết", "van-ban/"),
        ("bai.md", "Until: 20/01/2024", "bài viết", "thong-bao/"),
        ("van-ban/a.md", "Until: 20/01/2024", "văn bản (van-ban/)", "thong-bao/"),
        ("thong-bao/a.md", "Category: Văn hóa", "thông báo (thong-bao/)", "bài viết"),
        ("pages/a.md", "Tags: Bắc Hà", "trang tĩnh (pages/)", "bài viết"),
    ],
)
def test_a_key_that_means_nothing_in_a_file_of_its_kind_is_told_and_forgotten(
    reader: ArticleReader, tmp_path: Path, name: str, line: str, where: str, right: str
) -> None:
    reading = read(reader, tmp_path, f"{HEAD}{line}\n\nThân bài.\n", name)
    (problem,) = (each for each in reading.warnings if each.check == checks.KEY_UNUSED)
    key = line.partition(":")[0]
    assert problem.message == f"“{key}” không có tác dụng ở {where}"
    assert right in problem.fix
    assert reading.article.until is None
    assert reading.article.tag_names == ()


def test_the_last_line_of_a_document_or_a_notice_is_nobodys_signature(
    reader: ArticleReader, tmp_path: Path
) -> None:
    text = f"{HEAD}\nĐiện được ngừng cấp từ bảy giờ.\n\n**Trần Tuấn Ngọc**\n"
    assert "Trần Tuấn Ngọc" in read(reader, tmp_path, text, "thong-bao/a.md").body.html
    assert "Trần Tuấn Ngọc" not in read(reader, tmp_path, text).body.html
