"""Files beside articles, and articles that are copies of others."""

from __future__ import annotations

from contextlib import suppress

import pytest

from plugins.engine.errors import BuildFailed
from tests.engine.small_site import SmallSite
from tests.media_files import media_file

Said = pytest.CaptureFixture[str]


def said(site: SmallSite, capsys: Said, *, clean: bool = False) -> list[str]:
    """Build, and return what is said, without what to do."""
    capsys.readouterr()
    with suppress(BuildFailed):
        site.build(clean=clean)
    return [line for line in capsys.readouterr().err.splitlines() if not line.startswith(" ")]


@pytest.fixture
def own(site: SmallSite) -> SmallSite:
    """An article in a folder of its own, with two photos and a document, and one elsewhere."""
    site.photo("articles/bai/a1.jpg")
    site.photo("articles/bai/anh/a2.jpg")
    site.raw("articles/bai/kế hoạch 12 (bản ký).pdf", media_file("a.pdf"))
    site.write("articles/bai/index.md", "a1.jpg\nChú thích. Ảnh: An")
    site.write("articles/khac.md")
    return site


TWO = (
    "articles/bai/index.md: CẢNH BÁO: 2 tệp này chưa dùng trong bài: "
    "“anh/a2.jpg”, “kế hoạch 12 (bản ký).pdf” [TEP13]"
)
ONE = "articles/bai/index.md: CẢNH BÁO: tệp này chưa dùng trong bài: “anh/a2.jpg” [TEP13]"


def test_what_an_article_does_not_use_is_named_in_one_warning(own: SmallSite, capsys: Said) -> None:
    body = "a1.jpg\nAnh. Ảnh: An\n\nkế hoạch 12 (bản ký).pdf"
    assert said(own, capsys) == [TWO]
    assert said(own, capsys) == []
    assert own.build().warnings == 1
    own.write("articles/bai/index.md", body)
    assert said(own, capsys) == [ONE]
    own.write("articles/bai/index.md", f"{body}\n\n![x](anh/a2.jpg)\nẢnh: An")
    assert said(own, capsys) == []
    assert own.build().warnings == 0
    assert said(own, capsys, clean=True) == []


def test_a_file_that_comes_or_goes_changes_the_warning(own: SmallSite, capsys: Said) -> None:
    own.build()
    (own.content / "articles/bai/kế hoạch 12 (bản ký).pdf").unlink()
    assert said(own, capsys) == [ONE]
    own.photo("articles/bai/a1 (1).jpg")
    message = ONE.replace("tệp này", "2 tệp này").replace("“anh", "“a1 (1).jpg”, “anh")
    assert said(own, capsys) == [message]
    assert said(own, capsys, clean=True) == [message]


def test_a_file_that_another_article_uses_is_used(own: SmallSite, capsys: Said) -> None:
    own.write("articles/khac.md", "![x](bai/anh/a2.jpg)")
    one = ONE.replace("anh/a2.jpg", "kế hoạch 12 (bản ký).pdf")
    assert said(own, capsys) == [one]
    own.write("articles/khac.md")
    assert said(own, capsys) == [TWO]
    own.write("articles/khac.md", "![x](/articles/bai/anh/a2.jpg)")
    assert said(own, capsys) == [one]
    (own.content / "articles/khac.md").unlink()
    assert said(own, capsys) == [TWO]


def test_more_than_ten_names_are_counted(site: SmallSite, capsys: Said) -> None:
    for number in range(13):
        site.photo(f"articles/bai/{number:02}.jpg")
    site.write("articles/bai/index.md")
    (line,) = said(site, capsys)
    assert "13 tệp này chưa dùng" in line
    assert line.endswith("“09.jpg” và 3 tệp nữa [TEP13]")


def test_in_a_folder_of_several_articles_any_of_them_may_use_a_file(
    site: SmallSite, capsys: Said
) -> None:
    site.photo("articles/a.jpg")
    site.photo("articles/b.jpg")
    site.photo("articles/anh/c.jpg")
    site.write("articles/a.md", "a.jpg\nAnh. Ảnh: An")
    site.write("articles/b.md", "b.jpg\nAnh. Ảnh: An")
    assert said(site, capsys) == []
    site.write("articles/b.md")
    message = "articles: CẢNH BÁO: tệp này chưa dùng trong bài nào ở thư mục này: “b.jpg” [TEP13]"
    assert said(site, capsys) == [message]
    site.write("articles/a.md", "Khác.")
    assert said(site, capsys)[0].endswith("“a.jpg”, “b.jpg” [TEP13]")
    assert said(site, capsys, clean=True)[0].endswith("“a.jpg”, “b.jpg” [TEP13]")


def test_a_folder_below_belongs_to_the_article_until_it_has_one(
    own: SmallSite, capsys: Said
) -> None:
    own.build()
    own.write("articles/bai/anh/index.md")
    pdf = ONE.replace("anh/a2.jpg", "kế hoạch 12 (bản ký).pdf")
    below = "articles/bai/anh/index.md: CẢNH BÁO: tệp này chưa dùng trong bài: “a2.jpg” [TEP13]"
    assert said(own, capsys) == [below, pdf]
    (own.content / "articles/bai/anh/index.md").unlink()
    assert said(own, capsys) == [TWO]


def test_shared_photos_static_files_and_what_systems_leave_are_not_beside_an_article(
    site: SmallSite, capsys: Said
) -> None:
    site.photo("images/x.jpg")
    site.photo("pages/x.jpg")
    site.write("pages/lien-he.md", Date="")
    for name in ("extra/a.pdf", "tai-lieu/a.pdf", "articles/bai/Thumbs.db", "articles/bai/.ẩn"):
        site.raw(name, b"%PDF-1.7")
    for name in ("articles/bai/~$ke-hoach.docx", "articles/bai/desktop.ini"):
        site.raw(name, b"x")
    site.write("articles/bai/index.md")
    site.write("goc.md")
    assert said(site, capsys) == []


def test_copy_in_an_articles_own_folder_is_a_file_beside_it(site: SmallSite, capsys: Said) -> None:
    for name in ("bài gốc.docx", "ghi-chu.txt", "README"):
        site.raw(f"articles/bai/{name}", b"x")
    site.write("articles/bai/index.md")
    assert said(site, capsys) == [
        "articles/bai/index.md: CẢNH BÁO: 3 tệp này chưa dùng trong bài: “README”, "
        "“bài gốc.docx”, “ghi-chu.txt” [TEP13]"
    ]


@pytest.mark.parametrize("name", ["index.md.txt", "index.markdwon", "bài.mmd", "b.mdx", "a.md."])
def test_what_is_called_like_an_article_is_told_for_itself(
    site: SmallSite, capsys: Said, name: str
) -> None:
    site.raw(f"articles/bai/{name}", b"x")
    site.write("articles/bai/index.md")
    (line,) = said(site, capsys)
    assert line.startswith(f"articles/bai/{name}: ")
    assert "không được đọc" in line


def test_notes_among_articles_hold_nothing_up(site: SmallSite, capsys: Said) -> None:
    site.raw("articles/ghi-chu.txt", b"x")
    site.write("articles/a.md")
    site.write("articles/b.md")
    message = (
        "articles/ghi-chu.txt: CẢNH BÁO: tệp .txt không được đọc, nên nếu là bài thì bài này sẽ "
        "không lên trang [TEP14]"
    )
    assert said(site, capsys) == [message]
    assert site.page("2024/01/a/")


@pytest.mark.parametrize(
    "name",
    [
        *("index - Copy", "index - Copy (2)", "index copy", "index copy 2", "Copy of index"),
        *("index - Bản sao", "Bản sao của index", "index (1)", "index 2"),
    ],
)
def test_a_copy_beside_an_article_is_told(site: SmallSite, capsys: Said, name: str) -> None:
    site.write("articles/bai/index.md", Title="Bài")
    site.write(f"articles/bai/{name}.md", Title="Bài")
    error = (
        f"articles/bai/{name}.md: LỖI: hai bài giống nhau: “{name}.md” chép y nguyên “index.md” "
        "[TEP08]"
    )
    assert error in said(site, capsys)
    assert error in said(site, capsys)
    site.write(f"articles/bai/{name}.md", "Bài khác.", Title="Bài hai")
    assert said(site, capsys) == [
        f"articles/bai/{name}.md: CẢNH BÁO: “{name}.md” trông như bản sao của “index.md”, mà cả "
        "hai đều là bài [TEP16]"
    ]


def test_a_numbered_sequel_is_no_copy_unless_it_says_the_same(
    site: SmallSite, capsys: Said
) -> None:
    site.write("articles/cau.md", Title="Cầu treo, kỳ 1")
    site.write("articles/cau 2.md", Title="Cầu treo, kỳ 2")
    site.write("articles/photocopy.md")
    assert said(site, capsys) == []
    site.write("articles/cau 2.md", "Thân.", Title="Cầu treo, kỳ 1", Slug="cau-2")
    assert said(site, capsys) == [
        "articles/cau 2.md: CẢNH BÁO: “cau 2.md” trông như bản sao của “cau.md”, mà cả hai đều "
        "là bài [TEP16]"
    ]


def test_warnings_wait_until_all_articles_are_read(own: SmallSite, capsys: Said) -> None:
    own.write("articles/khac.md", Date="hôm qua")
    lines = said(own, capsys)
    assert [line.split(":")[0] for line in lines] == ["articles/khac.md"]
