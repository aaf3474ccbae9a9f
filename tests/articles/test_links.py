from __future__ import annotations

import re
import unicodedata
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest
from markdown import Markdown
from PIL import Image

from plugins.articles.links import resolve_link
from plugins.core import checks
from plugins.core.document import ARTICLE_LINK, SITE_ROOT, Document
from plugins.core.text.addresses import own_hosts
from plugins.photos import PhotoLibrary
from tests.media_files import media_file


@pytest.fixture
def document(tmp_path: Path) -> Document:
    for name in ("articles/ban/index.md", "articles/khac.md", "articles/ban/Kế hoạch 12.PDF"):
        path = tmp_path / unicodedata.normalize("NFD", name)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(media_file(name))
    lines = ["Title: Bản", "", "một", "[x](khong-co.pdf)"]
    return Document(
        tmp_path / "articles/ban/index.md",
        PhotoLibrary(tmp_path),
        "articles/ban/index.md",
        lines,
        3,
    )


def resolve(document: Document, href: str) -> str:
    return resolve_link(href, document)


@pytest.mark.parametrize(
    "href",
    [
        "https://baolaocai.example/bai",
        "mailto:toasoan@example.vn",
        "tel:0214",
        "//cdn.example/x",
        "#muc-1",
        f"{SITE_ROOT}/anh/x.jpg",
    ],
)
def test_addresses_that_lead_somewhere_already_stay(document: Document, href: str) -> None:
    assert resolve(document, href) == href
    assert document.problems == []


def test_a_link_to_a_photo_leads_to_its_large_view_and_not_to_the_file(
    document: Document, tmp_path: Path
) -> None:
    Image.new("RGB", (40, 30)).save(tmp_path / "articles/ban/a.jpg")
    address = resolve(document, "A.JPG")
    assert re.fullmatch(rf"{SITE_ROOT}/anh/a-[0-9a-f]{{10}}-lon\.jpg", address)
    assert [photo.name for photo in document.found.linked_photos] == ["A.JPG"]
    assert document.found.attachments == []
    assert document.problems == []


def test_a_link_to_a_photo_that_cannot_be_shown_is_a_problem_with_its_line(
    document: Document, tmp_path: Path
) -> None:
    document.lines.append("[x](a.jpg)")
    (tmp_path / "articles/ban/a.jpg").touch()
    assert resolve(document, "a.jpg") == "a.jpg"
    (problem,) = document.problems
    assert (problem.line, problem.message) == (5, "ảnh “a.jpg”: tệp ảnh rỗng (0 byte)")


def test_a_linked_file_that_cannot_be_read_is_a_problem_with_its_line(
    document: Document, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def denied(*_: object) -> None:
        raise PermissionError(13, "Permission denied")

    (tmp_path / "articles/ban/khong-co.pdf").write_bytes(media_file("a.pdf"))
    monkeypatch.setattr(Path, "open", denied)
    resolve(document, "khong-co.pdf")
    (problem,) = document.problems
    assert (problem.line, problem.message) == (
        4,
        "không đọc được tệp “khong-co.pdf” (Permission denied)",
    )


@pytest.mark.parametrize(
    "href",
    ["../khac.md", "/articles/khac.md", "{filename}../khac.md", "|filename|/articles/khac.md"],
)
def test_a_link_to_an_articles_file_leads_to_its_page(document: Document, href: str) -> None:
    assert resolve(document, f"{href}#cuoi") == f"{ARTICLE_LINK}articles/khac.md#bai-cuoi"
    assert document.found.linked == [("articles/khac.md", None)]


def test_an_articles_file_is_named_as_it_is_on_the_disk_and_percent_encoded(
    document: Document,
) -> None:
    name = unicodedata.normalize("NFD", "Lễ hội.md")
    (document.path.parent / name).write_bytes(b"x")
    address = resolve(document, "lễ hội.md")
    assert address == f"{ARTICLE_LINK}{quote(f'articles/ban/{name}')}"
    assert document.found.linked == [(f"articles/ban/{name}", None)]


def test_a_link_to_an_article_is_noted_with_its_line(document: Document) -> None:
    document.lines[3] = "[x](../khac.md)"
    resolve(document, "../khac.md")
    assert document.found.linked == [("articles/khac.md", 4)]


@pytest.mark.parametrize(
    ("href", "address"),
    [
        ("{category}Văn hóa", "/chuyen-muc/van-hoa/"),
        ("{tag}B%E1%BA%AFc%20H%C3%A0", "/the/bac-ha/"),
        ("|author|Trần Tuấn", "/tac-gia/tran-tuan/"),
        ("{index}", "/"),
    ],
)
def test_pelicans_names_for_lists_lead_to_them(document: Document, href: str, address: str) -> None:
    assert resolve(document, href) == f"{SITE_ROOT}{address}"


@pytest.mark.parametrize("href", ["Kế hoạch 12.PDF", "K%E1%BA%BF%20ho%E1%BA%A1ch%2012.pdf"])
def test_any_other_file_becomes_an_attachment(document: Document, href: str) -> None:
    found = resolve(document, href)
    assert found.startswith(f"{SITE_ROOT}/tep/ke-hoach-12-")
    assert found.endswith(".pdf")
    (attachment,) = document.found.attachments
    assert found == f"{SITE_ROOT}/{attachment.url}"
    assert attachment.source.read_bytes() == media_file("a.pdf")


def test_an_address_of_the_site_gets_the_sites_root_and_is_noted(document: Document) -> None:
    document.lines[3] = "[x](/lien-he/#ban-do)"
    assert resolve(document, "/lien-he/#ban-do") == f"{SITE_ROOT}/lien-he/#ban-do"
    resolve(document, "/tim/?q=x")
    assert document.found.linked == [("/lien-he/", 4), ("/tim/", None)]
    asked = document.library.finder.lookups
    assert all(part for _, part in asked), "an address must not hang on all photos there are"


def test_an_address_with_the_sites_own_host_is_noted_like_one_without(document: Document) -> None:
    own = own_hosts("https://www.bantin.example")
    hrefs = (
        "https://bantin.example/2024/11/khong-co/?x#y",
        "http://WWW.bantin.example",
        "https://khac.example/2024/",
        "https://[x",
        "mailto:a@bantin.example",
    )
    for href in hrefs:
        assert resolve_link(href, document, own) == href
    assert document.found.linked == [("/2024/11/khong-co/", None), ("/", None)]


@pytest.mark.parametrize(
    ("href", "address"),
    [
        ("banbientap@laocai.gov.vn", "mailto:banbientap@laocai.gov.vn"),
        ("htp:/x.vn", "http://x.vn"),
        ("0214 3840 123", "tel:02143840123"),
    ],
)
def test_a_slip_is_mended_and_told_on_its_line(document: Document, href: str, address: str) -> None:
    document.lines[3] = f"[x]({href})"
    assert resolve(document, href) == address
    (problem,) = document.problems
    assert (problem.level, problem.line) == ("warning", 4)
    assert problem.fix == f"Sửa “{href}” thành “{address}”."


def test_a_file_outside_is_called_a_file(document: Document) -> None:
    resolve(document, "../../../ngoai.pdf")
    resolve(document, "|filename|../../../khong-co.rst")
    assert [problem.message for problem in document.problems] == [
        "tệp “../../../ngoai.pdf” nằm ngoài thư mục nội dung",
        "tệp “|filename|../../../khong-co.rst” nằm ngoài thư mục nội dung",
    ]


def test_the_nearest_file_is_offered_for_a_dead_link(document: Document) -> None:
    resolve(document, "Kế hoạch 13.pdf")
    (problem,) = document.problems
    assert problem.message == "liên kết “Kế hoạch 13.pdf” không dẫn tới đâu"
    assert "Kế hoạch 12.PDF" in unicodedata.normalize("NFC", problem.fix)


@pytest.mark.parametrize("href", ["www.baolaocai.vn/bai?x=1", "baolaocai.vn", "a.b.gov/x"])
def test_a_host_without_its_scheme_gets_one(document: Document, href: str) -> None:
    assert resolve(document, href) == f"https://{href}"


@pytest.mark.parametrize(
    ("href", "line"), [("khong-co.pdf", 4), ("../mat.md", None), ("{static}/x.doc", None)]
)
def test_a_link_to_nothing_is_a_problem(document: Document, href: str, line: int | None) -> None:
    resolve(document, href)
    (problem,) = document.problems
    assert problem.level == "error"
    assert problem.line == line


def test_a_path_must_not_leave_the_content_folder(document: Document) -> None:
    (document.root.parent / "mật.txt").write_text("x")
    resolve(document, "../../../mật.txt")
    assert [problem.level for problem in document.problems] == ["error"]


def convert(document: Document, text: str) -> str:
    md: Any = Markdown(extensions=["extra", "plugins.articles.links"])
    md.document = document
    html: str = md.convert(text)
    return html


@pytest.mark.parametrize(
    "text",
    [
        "[x](../khac.md)",
        "<p>Xem <a href='../khac.md'>x</a></p>",
        "Xem <a class=x href=../khac.md>x</a>.",
        '<div markdown="1">\n[x](../khac.md)\n</div>',
        '<table><tr><td><A HREF=" ../khac.md ">x</A></td></tr></table>',
    ],
)
def test_a_link_leads_to_its_page_in_markdown_as_in_html(document: Document, text: str) -> None:
    assert f'href="{ARTICLE_LINK}articles/khac.md"' in convert(document, text)
    assert len(document.found.linked) == 1


@pytest.mark.parametrize(
    ("text", "is_said"),
    [
        ("<https://bao.example/tin>", True),
        ("[bao.example](https://www.bao.example/)", True),
        ("<a href='https://bao.example/?a=1&amp;b=2'>https://bao.example/?a=1&amp;b=2</a>", True),
        ("[Báo](https://bao.example/)", False),
        ("[https://bao.example](https://bao.example/tin)", False),
        ("[**bao.example**](https://bao.example)", False),
        ("[ban@bao.example](mailto:ban@bao.example)", False),
    ],
)
def test_a_link_that_says_its_own_address_has_a_class(
    document: Document, text: str, is_said: bool
) -> None:
    assert ('class="address"' in convert(document, text)) == is_said


def test_that_class_stands_behind_an_editors_own(document: Document) -> None:
    html = convert(document, "<a class='x' href='https://bao.example'>bao.example</a>")
    assert 'class="x address"' in html


def test_a_dead_link_in_html_is_a_problem_with_its_line(document: Document) -> None:
    document.lines[3] = '<p><a href="khong-co.pdf">x</a></p>'
    convert(document, document.lines[3])
    assert [(problem.level, problem.line) for problem in document.problems] == [("error", 4)]


def test_an_attachment_linked_in_html_is_published(document: Document) -> None:
    html = convert(document, '<p><a href="K%E1%BA%BF hoạch 12.pdf" title="a &amp; b">x</a></p>')
    (attachment,) = document.found.attachments
    assert html == f'<p><a href="{SITE_ROOT}/{attachment.url}" title="a &amp; b">x</a></p>'


def test_links_in_code_and_comments_are_none(document: Document) -> None:
    text = '`<a href="mat.pdf">`\n\n    <a href="mat.pdf">\n\n<!-- <a href="mat.pdf"> -->'
    convert(document, text)
    assert document.problems == []


def test_a_missing_photo_that_a_figure_has_reported_is_one_problem(document: Document) -> None:
    message = "không tìm thấy ảnh “mat.jpg”"
    document.report(checks.PHOTO_MISSING, 4, message, "Đặt tệp ảnh cạnh bài viết.")
    convert(document, "[x](mat.jpg)")
    assert len(document.problems) == 1


def test_the_files_of_an_editors_own_player_are_published(
    document: Document, tmp_path: Path
) -> None:
    (tmp_path / "articles/ban/ban-tin.mp4").write_bytes(media_file("a.mp4"))
    Image.new("RGB", (40, 30)).save(tmp_path / "articles/ban/a.jpg")
    html = convert(
        document,
        '<video poster="a.jpg" controls><source src="ban-tin.mp4"></video>\n\n'
        '<video src="ban-tin.mp4" controls></video>\n\n<audio src="khong-co.mp3"></audio>',
    )
    film, again = document.found.attachments
    assert film == again
    (photo,) = document.found.linked_photos
    assert f'<video poster="{SITE_ROOT}/{photo.url}" controls>' in html
    assert f'<source src="{SITE_ROOT}/{film.url}">' in html
    assert f'<video src="{SITE_ROOT}/{film.url}" controls>' in html
    assert [(each.level, each.message) for each in document.problems] == [
        ("error", "không tìm thấy tệp “khong-co.mp3”")
    ]


@pytest.mark.parametrize("tag", ["<audio/src='x.mp3'>", "<video/controls>", "<source\tsrc=x.mp3>"])
def test_a_player_may_be_written_as_only_browsers_read_it(document: Document, tag: str) -> None:
    convert(document, f"<p>{tag}</p>")
    said = [each.message for each in document.problems]
    assert said == (["không tìm thấy tệp “x.mp3”"] if "src" in tag else [])


def test_a_link_that_nobody_could_open_is_taken_out(document: Document) -> None:
    assert convert(document, "[x](file:///C:/a.docx)") == "<p><a>x</a></p>"
    (problem,) = document.problems
    assert problem.message.startswith("liên kết dẫn tới tệp trong máy của người viết, đã bỏ")


def test_without_a_document_links_stay() -> None:
    text = "[x](ke-hoach.pdf)"
    plain = Markdown().convert(text)
    assert Markdown(extensions=["plugins.articles.links"]).convert(text) == plain


@pytest.mark.parametrize(
    "href",
    ["\u00a0javascript:x", "\u3000javascript:x", "java\nscript:x", "&#9;java&#10;script:x",
     "\u2003 JAVASCRIPT:x", "&nbsp;vbscript:x", "&#x2028;data:text/html,x"],
)  # fmt: skip
def test_a_script_goes_whatever_stands_before_or_in_its_scheme(
    document: Document, href: str
) -> None:
    html = convert(document, f'<p><a href="{href}">x</a></p>')
    assert "href" not in html
    assert [problem.check for problem in document.problems] == [checks.LINK_UNUSABLE]


def test_a_page_of_the_site_with_a_slash_too_many_is_looked_for(document: Document) -> None:
    assert resolve(document, "//lien-he/") == f"{SITE_ROOT}/lien-he/"
    assert document.found.linked == [("/lien-he/", None)]


def test_what_a_browser_takes_for_another_host_is_no_page_of_the_site(document: Document) -> None:
    assert resolve(document, "/\\x.vn/a") == "https://x.vn/a"
    assert document.found.linked == []
