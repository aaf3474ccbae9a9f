"""Official documents, notices and stories with films, as the theme shows them."""

from __future__ import annotations

from bs4 import BeautifulSoup

from tests.media_files import media_file
from tests.site.newsroom import Newsroom

DOCUMENT = {"Number": "12/KH-UBND", "Issuer": "UBND tỉnh", "File": "ke-hoach.pdf"}


def write(newsroom: Newsroom) -> None:
    newsroom.raw("van-ban/ke-hoach.pdf", media_file("ke-hoach.pdf", size=3000))
    newsroom.write("van-ban/ke-hoach.md", "", Title="Kế hoạch trồng rừng", **DOCUMENT)
    newsroom.write("thong-bao/cup-dien.md", Title="Cúp điện", Correction="11/01/2024: Sửa giờ.")
    newsroom.write("articles/phim.md", "https://youtu.be/abc\nNgày hội.", Title="Ngày hội")


def texts(page: BeautifulSoup, selector: str) -> list[str]:
    return [" ".join(each.get_text().split()) for each in page.select(selector)]


def test_a_documents_page_says_what_it_is_and_has_its_file(newsroom: Newsroom) -> None:
    write(newsroom)
    built = newsroom.build(settings="publishconf.py")
    assert built.status == 0
    assert "van-ban/" not in built.said
    page = newsroom.soup("van-ban/ke-hoach-trong-rung/")
    assert texts(page, "article tr") == [
        "Số/ký hiệu12/KH-UBND",
        "Ngày ban hành11/01/2024",
        "Cơ quan ban hànhUBND tỉnh",
        "Tệpke-hoach.pdf (PDF, 3 KB)",
    ]
    link = page.select_one("article td a")
    assert link is not None
    published = newsroom.output / str(link["href"]).lstrip("/")
    assert published.read_bytes() == media_file("ke-hoach.pdf", size=3000)
    assert texts(page, ".breadcrumbs li") == ["Trang chủ", "Văn bản", "Kế hoạch trồng rừng"]
    assert '"legislationIdentifier":"12/KH-UBND"' in newsroom.page("van-ban/ke-hoach-trong-rung/")


def test_documents_are_listed_as_a_table(newsroom: Newsroom) -> None:
    write(newsroom)
    newsroom.build()
    page = newsroom.soup("van-ban/")
    (row,) = page.select(".documents tbody tr")
    assert [" ".join(cell.get_text().split()) for cell in row.select("td")] == [
        "12/KH-UBND",
        "11/01/2024",
        "Kế hoạch trồng rừng",
        "UBND tỉnh",
        "PDF, 3 KB",
    ]
    file = row.select_one("td:last-child a")
    assert file is not None
    assert file["aria-label"] == "PDF, 3 KB: ke-hoach.pdf"


def test_a_notice_has_its_date_its_corrections_and_its_list(newsroom: Newsroom) -> None:
    write(newsroom)
    newsroom.build()
    page = newsroom.soup("thong-bao/cup-dien/")
    assert texts(page, ".article__dates > time") == ["Thứ Năm, 11/01/2024"]
    assert texts(page, ".corrections p") == ["Thứ Năm, 11/01/2024 Sửa giờ."]
    assert texts(newsroom.soup("thong-bao/"), "main li > a") == ["Cúp điện"]


def test_each_has_a_block_on_the_front_page_and_a_link_at_the_foot_of_all(
    newsroom: Newsroom,
) -> None:
    write(newsroom)
    newsroom.build()
    assert texts(newsroom.soup(""), ".front__collections h2") == ["Thông báo", "Văn bản", "Video"]
    assert texts(newsroom.soup(""), ".front__collections li a") == [
        *("Cúp điện", "Kế hoạch trồng rừng", "Ngày hội")
    ]
    foot = newsroom.soup("2024/01/ngay-hoi/").select(".site-footer a")
    assert {"/van-ban/", "/thong-bao/", "/video/"} <= {str(link["href"]) for link in foot}


def test_a_site_without_any_shows_nothing_of_them(newsroom: Newsroom) -> None:
    newsroom.write("articles/mot.md")
    newsroom.build()
    assert newsroom.soup("").select(".front__collections") == []
    for folder in ("van-ban", "thong-bao", "video"):
        assert f'"/{folder}/"' not in newsroom.page("")
        assert not (newsroom.output / folder).exists()
