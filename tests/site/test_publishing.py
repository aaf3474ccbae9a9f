from __future__ import annotations

import unicodedata
from pathlib import Path

import pytest

from tests.conftest import ROOT
from tests.media_files import media_file
from tests.site.newsroom import Newsroom, environment, run


def articles(files: dict[str, bytes]) -> dict[str, bytes]:
    return {name: data for name, data in files.items() if name.count("/") == 3 and name[:2] == "20"}


def words(newsroom: Newsroom, url: str, element: str) -> str:
    (found,) = newsroom.soup(url).select(element)
    return found.get_text()


def test_an_articles_page_does_not_change_when_an_unrelated_one_is_published(
    newsroom: Newsroom,
) -> None:
    for day in range(1, 8):
        newsroom.write(
            f"articles/bai-{day}.md", Date=f"0{day}/01/2024", Category="Kinh tế", Tags="a"
        )
    newsroom.write("articles/khac.md", Date="09/01/2024", Category="Văn hóa")
    assert newsroom.build().status == 0
    before = articles(newsroom.files())
    newsroom.write("articles/moi.md", Date="20/01/2024", Category="Văn hóa", Tags="b")
    newsroom.write("articles/moi-2.md", Date="05/01/2024", Category="Văn hóa", Tags="c")
    assert newsroom.build().status == 0
    after = articles(newsroom.files())
    changed = {name for name in before if before[name] != after[name]}
    assert changed == {"2024/01/khac/index.html"}  # of the same category: its neighbour is new
    assert len(after) == len(before) + 2


def test_publishing_rewrites_no_numbered_page(newsroom: Newsroom) -> None:
    options = ("-e", 'BUILD={"articles_per_page": 3}')
    for day in range(1, 9):
        newsroom.write(f"articles/bai-{day}.md", Date=f"0{day}/01/2024")
    newsroom.build(*options)
    before = {name: data for name, data in newsroom.files().items() if "/trang/" in name}
    assert before
    newsroom.write("articles/bai-9.md", Date="09/01/2024")
    newsroom.build(*options)
    after = newsroom.files()
    # Eight articles in pages of three: the ninth makes a second numbered page, and the first
    # learns that it has a neighbour. Its list stays.
    for name in before:
        assert before[name].count(b'class="teaser__title"') == 3
        assert before[name].replace(b"/trang/2/", b"/") == after[name].replace(b"/trang/2/", b"/")
    newsroom.write("articles/bai-10.md", Date="10/01/2024")
    newsroom.build(*options)
    assert {name: data for name, data in newsroom.files().items() if "/trang/" in name} == {
        name: data for name, data in after.items() if "/trang/" in name
    }


def test_an_article_with_a_future_date_waits_for_its_time(newsroom: Newsroom) -> None:
    newsroom.write("articles/nay.md", Date="11/01/2024 15:30")
    before, after = "1704961799", "1704961800"  # 15:29:59 and 15:30:00 in Viet Nam
    newsroom.build(now=before)
    assert not any(b"nay" in data for data in articles(newsroom.files()).values())
    newsroom.build(now=after)
    assert words(newsroom, "2024/01/nay/", "h1") == "nay"


def test_drafts_and_scheduled_articles_stand_nowhere_in_the_output(newsroom: Newsroom) -> None:
    newsroom.write("articles/nhap.md", "Câu bí mật một.", Status="draft", Tags="thẻ mật")
    newsroom.write("articles/hen.md", "Câu bí mật hai.", Date="01/01/2030", Tags="thẻ mật")
    newsroom.write("articles/tot.md")
    built = newsroom.build()
    assert "1 bản nháp, 1 bài hẹn giờ" in built.said
    everything = b"".join(newsroom.files().values()).decode(errors="replace")
    assert "bí mật" not in everything
    assert "thẻ mật" not in everything


def test_a_hidden_article_has_a_page_but_stands_on_no_list(newsroom: Newsroom) -> None:
    newsroom.write("articles/kin.md", Title="Bài kín", Status="hidden", Tags="riêng")
    newsroom.write("articles/tot.md")
    newsroom.build()
    assert words(newsroom, "2024/01/bai-kin/", "h1") == "Bài kín"
    for name, data in newsroom.files().items():
        assert name == "2024/01/bai-kin/index.html" or "Bài kín" not in data.decode(
            errors="replace"
        )


def test_the_page_of_a_withdrawn_article_goes(newsroom: Newsroom) -> None:
    path = newsroom.write("articles/rut.md")
    newsroom.write("articles/con.md")
    newsroom.build()
    path.unlink()
    newsroom.build()
    assert "2024/01/rut/index.html" not in newsroom.files()
    assert "2024/01/con/index.html" in newsroom.files()


def test_relative_addresses_work_below_any_folder(newsroom: Newsroom) -> None:
    newsroom.photo("articles/a.jpg")
    newsroom.write("articles/bai.md", "a.jpg\nChú thích.\n\nXem [nhau](/lien-he/).")
    newsroom.write("pages/lien-he.md", Date="", Slug="lien-he")
    newsroom.build("--relative-urls")
    page = newsroom.soup("2024/01/bai/")
    image = page.select_one("figure img")
    assert image is not None
    source = str(image["src"])
    assert source.startswith("../../../anh/")
    assert (newsroom.output / "2024/01/bai" / source).is_file()
    assert page.select_one('.content a[href="../../../lien-he/"]')


@pytest.mark.parametrize("name", ["bài.md", "BÀI.MD", "không gian/bài 1.markdown"])
def test_an_article_may_lie_anywhere_with_any_name(newsroom: Newsroom, name: str) -> None:
    newsroom.write(name, Title="Một bài")
    newsroom.write(unicodedata.normalize("NFD", "articles/dạng khác.md"), Title="Bài hai")
    assert newsroom.build(cwd=Path("/")).status == 0
    assert "2024/01/mot-bai/index.html" in newsroom.files()
    assert "2024/01/bai-hai/index.html" in newsroom.files()


def test_attachments_are_published_under_readable_addresses(newsroom: Newsroom) -> None:
    newsroom.raw("articles/Kế hoạch số 12.pdf", b"%PDF-1.4 x")
    newsroom.write("articles/bai.md", "Tải [kế hoạch](Kế%20hoạch%20số%2012.pdf) về.")
    assert newsroom.build().status == 0
    (name,) = [name for name in newsroom.files() if name.startswith("tep/")]
    assert name.startswith("tep/ke-hoach-so-12-")
    assert newsroom.soup("2024/01/bai/").select_one(f'a[href="/{name}"]')


def test_files_for_the_sites_root_are_put_there(newsroom: Newsroom) -> None:
    newsroom.raw("extra/robots.txt", "User-agent: *\n")
    newsroom.write("articles/bai.md")
    newsroom.build()
    assert newsroom.files()["robots.txt"] == b"User-agent: *\n"


def test_names_that_differ_only_in_diacritics_have_pages_of_their_own(newsroom: Newsroom) -> None:
    newsroom.write("articles/a.md", Date="01/01/2024", Tags="Bắc Hà", Authors="Trần Tuấn")
    newsroom.build()
    old = words(newsroom, "the/bac-ha/", "h1")
    newsroom.write("articles/b.md", Date="02/01/2024", Tags="Bạc Hà", Authors="Trần Tuân")
    newsroom.build()
    assert words(newsroom, "the/bac-ha/", "h1") == old
    assert "Bạc Hà" in words(newsroom, "the/bac-ha-2/", "h1")
    assert "Trần Tuân" in words(newsroom, "tac-gia/tran-tuan-2/", "h1")


def test_an_old_address_leads_on_without_javascript(newsroom: Newsroom) -> None:
    newsroom.write("articles/a.md", Title="Chợ phiên", Aliases="/tin/1.html, /cu/")
    assert newsroom.build("-e", 'SITEURL="https://bantin.example.vn/bao"').status == 0
    for url in ("tin/1.html", "cu/"):
        page = newsroom.soup(url)
        link, refresh = page.select_one("main a"), page.select_one("meta[http-equiv=refresh]")
        assert link is not None
        assert refresh is not None
        assert link["href"] == "/bao/2024/01/cho-phien/"
        assert refresh["content"] == "0; url=/bao/2024/01/cho-phien/"
        assert page.select_one("meta[name=robots][content=noindex]")
        canonical = page.select_one("link[rel=canonical]")
        assert canonical is not None
        assert canonical["href"] == "https://bantin.example.vn/2024/01/cho-phien/"
        assert page.select("script") == []
    assert newsroom.build("--relative-urls").status == 0
    assert 'url=../2024/01/cho-phien/"' in newsroom.page("tin/1.html")


def test_a_word_file_that_an_article_links_to_is_an_attachment(newsroom: Newsroom) -> None:
    newsroom.raw("articles/bieu-mau.docx", media_file("a.docx"))
    newsroom.write("articles/bai.md", "Tải [biểu mẫu](bieu-mau.docx) về.")
    assert newsroom.build().status == 0
    assert any(name.startswith("tep/bieu-mau-") for name in newsroom.files())


def test_a_static_page_shows_its_standfirst_source_and_corrections(newsroom: Newsroom) -> None:
    newsroom.write("articles/bai.md")
    newsroom.write(
        "pages/trang.md",
        "Giới thiệu đôi lời.\n\nNguồn: Báo Lào Cai",
        Slug="trang",
        Summary="Sapo của trang.",
        Correction="12/01/2024: Sửa số điện thoại.",
        Tags="lạc",
    )
    built = newsroom.build()
    main = words(newsroom, "trang/", "main")
    for shown in ("Sapo của trang.", "Báo Lào Cai", "Sửa số điện thoại.", "Giới thiệu đôi lời."):
        assert shown in main
    assert "pages/trang.md:6: CẢNH BÁO: “Tags”" in built.said


def test_a_pinned_story_leads_until_its_day_is_over(newsroom: Newsroom) -> None:
    newsroom.write("articles/cu.md", Title="Cũ", Date="02/01/2024", Pin="1", Pin_until="11/01/2024")
    newsroom.write("articles/moi.md", Title="Mới", Date="10/01/2024")

    def lead(now: str) -> str:
        assert newsroom.build(now=now).status == 0
        found = newsroom.soup("").select_one(".teaser__title")
        return found.get_text() if found else ""

    last, over = "1704992399", "1704992400"  # 11 January 2024, 23:59:59 in Viet Nam, and after it
    assert lead(last) == "Cũ"
    assert lead(over) == "Mới"
    after = newsroom.files()
    newsroom.build("--ignore-cache", now=over)
    assert newsroom.files() == after


@pytest.mark.parametrize("settings", ["publishconf.py", "pelicanconf.py"])
def test_a_clock_set_back_stops_the_command_until_it_is_told_to_go_on(
    newsroom: Newsroom, settings: str
) -> None:
    newsroom.write("articles/a.md")
    newsroom.write("articles/b.md", Date="11/01/2019")
    assert newsroom.build(settings=settings).status == 0
    files = newsroom.files()
    ours = environment("1577836800") | {"PYTHONPATH": str(ROOT)}
    command = newsroom.command("--ignore-cache", settings=settings)
    command[command.index("pelican")] = "plugins.engine"
    for arguments in (newsroom.command(settings=settings), command):
        built = run(arguments, newsroom.content.parent, ours)
        assert built.status == 1
        assert "1 bài đang có trên trang sẽ biến mất" in built.said
        assert "Thứ Tư, 01/01/2020, 07:00): /2024/01/a/ [MAY14]" in built.said
        assert newsroom.files() == files
    command.append("--allow-withdrawal")
    assert run(command, newsroom.content.parent, ours).status == 0
    assert newsroom.files().keys() < files.keys()
