from __future__ import annotations

import re
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from lxml import etree

from benchmarks.quality.validity import FOLDER, SCHEMAS
from tests.site.newsroom import Newsroom

LOC = re.compile(r"<loc>https://bantin\.example\.vn/([^<]*)</loc>")
REFRESH, INDEX = 'http-equiv="refresh"', "index.html"
DAY = 86_400
NOON = 1_704_949_200  # 11 January 2024, 12:00 in Viet Nam


def locations(site: Path, name: str) -> list[str]:
    return LOC.findall((site / name).read_text(encoding="utf-8"))


def test_every_page_for_readers_is_in_one_sitemap(published_site: Path) -> None:
    sitemaps = locations(published_site, "sitemap.xml")
    named = [url for name in sitemaps for url in locations(published_site, name)]
    assert len(named) == len(set(named))
    pages = {
        path.relative_to(published_site).as_posix().removesuffix("index.html")
        for path in published_site.rglob("index.html")
    }
    # Lists by time and the rest of lists lead to what the sitemaps name themselves.
    by_time = {url for url in pages if re.fullmatch(r"\d{4}/(\d{2}/)?|.*trang/\d+/", url)}
    # A page at an old address is for nobody to find, and one of results says so itself.
    leading_on = {
        url for url in pages if REFRESH in (published_site / url / INDEX).read_text("utf-8")
    }
    assert leading_on
    for url in leading_on:
        page = BeautifulSoup((published_site / url / INDEX).read_bytes(), "html.parser")
        assert page.find("meta", attrs={"name": "robots", "content": "noindex"})
    assert set(named) == pages - by_time - leading_on - {"tim-kiem/"}
    for url in named:
        page = BeautifulSoup((published_site / url / "index.html").read_bytes(), "html.parser")
        canonical = page.find("link", rel="canonical")
        assert canonical is not None
        assert canonical["href"] == f"https://bantin.example.vn/{url}"


@pytest.mark.parametrize(("name", "files"), SCHEMAS.values(), ids=SCHEMAS)
def test_what_machines_read_keeps_to_its_schema(
    published_site: Path, name: str, files: str
) -> None:
    schema = etree.RelaxNG(file=str(FOLDER / name))
    paths = sorted(published_site.glob(files))
    assert paths
    for path in paths:
        assert schema.validate(etree.parse(path)), (path, schema.error_log)


def test_a_sitemap_is_of_one_host_and_as_large_as_the_protocol_lets_it_be(
    published_site: Path,
) -> None:
    for path in published_site.glob("sitemap*.xml"):
        text = path.read_text(encoding="utf-8")
        addresses = re.findall(r"<loc>([^<]*)</loc>", text)
        assert 0 < len(addresses) == len(LOC.findall(text)) <= 50_000, path
        assert len(text.encode()) <= 50 * 1024**2, path
        # Google's, of pictures at one address.
        assert max(url.count("<image:loc>") for url in text.split("<url>")) <= 1000, path


def test_every_photo_of_a_sitemap_is_there(published_site: Path) -> None:
    text = (published_site / "sitemap-2024.xml").read_text(encoding="utf-8")
    photos = re.findall(r"<image:loc>https://bantin\.example\.vn/([^<]*)</image:loc>", text)
    assert len(photos) > 20
    assert [url for url in photos if not (published_site / url).is_file()] == []


def test_news_are_those_of_two_days_and_leave_as_time_passes(newsroom: Newsroom) -> None:
    newsroom.write("articles/cu.md", Date="08/01/2024 12:00")
    newsroom.write("articles/moi.md", Date="10/01/2024 12:00")

    def news(now: int) -> list[str]:
        assert newsroom.build(now=str(now)).status == 0
        named = locations(newsroom.output, "sitemap.xml")
        there = (newsroom.output / "sitemap-tin-moi.xml").is_file()
        assert ("sitemap-tin-moi.xml" in named) == there
        return locations(newsroom.output, "sitemap-tin-moi.xml") if there else []

    assert news(NOON) == ["2024/01/moi/"]
    assert news(NOON + DAY) == ["2024/01/moi/"]
    assert news(NOON + DAY + 60) == []
    newsroom.write("articles/sau.md", Date="13/01/2024 12:00")
    assert news(NOON + 3 * DAY) == ["2024/01/sau/"]


def test_a_photo_that_is_added_and_a_withdrawn_article_change_the_sitemap(
    newsroom: Newsroom,
) -> None:
    newsroom.photo("images/a.jpg")
    newsroom.write("articles/mot.md")
    newsroom.write("articles/hai.md", Date="12/01/2023")
    newsroom.build()
    before = newsroom.files()
    assert {"sitemap-2023.xml", "sitemap-2024.xml"} <= before.keys()
    newsroom.write("articles/mot.md", "Thân bài có đủ năm chữ.\n\na.jpg\nChú thích.")
    newsroom.write("articles/hai.md", Date="12/01/2023", Status="draft")
    newsroom.build()
    after = newsroom.files()
    assert b"/anh/a-" in after["sitemap-2024.xml"]
    assert "sitemap-2023.xml" not in after
    assert b"2023" not in after["sitemap.xml"]
