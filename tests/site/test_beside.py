"""What settings put beside pages: other sites, and banners."""

from __future__ import annotations

import pytest
from bs4 import BeautifulSoup

from tests.site.newsroom import Newsroom

PAGES = ["", "2024/01/mot/", "lien-he/", "tac-gia/lo-mai/", "luu-tru/", "404.html"]


def with_site(newsroom: Newsroom, **keys: object) -> None:
    newsroom.more_settings = f"SITE = {{**SITE, **{keys!r}}}"


@pytest.fixture
def archive(newsroom: Newsroom) -> Newsroom:
    newsroom.write("articles/mot.md", Title="Một", Authors="Lò Mai")
    newsroom.write("pages/lien-he.md", Title="Liên hệ", Date="")
    return newsroom


def beside(newsroom: Newsroom, url: str) -> list[str]:
    """Return the blocks of the column beside a page by their classes, and what they lead to."""
    page: BeautifulSoup = newsroom.soup(url)
    blocks = page.select(".front__beside > *, .beside > *")
    return [block["class"][0] if block.has_attr("class") else "banner" for block in blocks]


def test_other_sites_stand_behind_the_way_in(archive: Newsroom) -> None:
    links = [
        {"name": "Cổng A & B", "url": "https://a.vn/"},
        {"name": "Văn bản", "url": "/van-ban/"},
    ]
    with_site(archive, links=links)
    archive.build()
    for url in PAGES:
        assert beside(archive, url)[-2:] == ["login", "links"], url
        found = archive.soup(url).select(".links a")
        assert [(each.get_text(), each["href"]) for each in found] == [
            ("Cổng A & B", "https://a.vn/"),
            ("Văn bản", "/van-ban/"),
        ]
    with_site(archive, links=[])
    archive.build()
    assert not any(archive.soup(url).select(".links") for url in PAGES)


def test_banners_stand_behind_the_links_in_the_best_format_and_size(archive: Newsroom) -> None:
    archive.photo("images/le-hoi.jpg")
    archive.photo("images/xuan.jpg", size=(600, 200))
    banners = [
        {"image": "le-hoi.jpg", "alt": "Lễ hội", "url": "/tac-gia/"},
        {"image": "xuan.jpg", "alt": "Chúc mừng năm mới"},
    ]
    with_site(archive, banners=banners)
    assert archive.build().status == 0
    for url in PAGES:
        assert beside(archive, url)[-3:] == ["links", "banner", "banner"], url
        page = archive.soup(url)
        images = page.select(".beside > p img, .front__beside > p img")
        assert [image["alt"] for image in images] == ["Lễ hội", "Chúc mừng năm mới"]
        assert all(image["loading"] == "lazy" and image["width"] for image in images)
        assert [link["href"] for link in page.select(":is(.beside, .front__beside) > p a")] == [
            "/tac-gia/"
        ]
        picture = page.select("picture")[-1]
        assert picture.select_one('source[type="image/avif"]') is not None
        sources = [each["srcset"] for each in picture.select("[srcset]")]
        named = [entry.split()[0] for each in sources for entry in str(each).split(", ")]
        assert named
        assert {name.removeprefix("/") for name in named} <= archive.files().keys()


def test_pages_follow_a_banners_file_and_it_goes_with_its_setting(archive: Newsroom) -> None:
    archive.photo("images/le-hoi.jpg")
    with_site(archive, banners=[{"image": "le-hoi", "alt": "Lễ hội"}])
    archive.build()
    before = archive.files()
    archive.photo("images/le-hoi.jpg", size=(640, 300))
    archive.build()
    pictures = {name for name in archive.files() if name.startswith("anh/")}
    assert pictures
    assert pictures.isdisjoint(before)
    incremental = archive.files()
    archive.build("--ignore-cache")
    assert incremental == archive.files()
    with_site(archive)
    archive.build()
    assert not [name for name in archive.files() if name.startswith("anh/")]


def test_a_banner_that_an_article_shows_too_stays_with_it(archive: Newsroom) -> None:
    archive.photo("images/le-hoi.jpg")
    archive.write("articles/hai.md", "le-hoi.jpg\nLễ hội. Ảnh: Lò Mai\n", Title="Hai")
    with_site(archive, banners=[{"image": "le-hoi.jpg", "alt": "Lễ hội"}])
    archive.build()
    archive.write("articles/hai.md", Title="Hai")
    archive.build()
    incremental = archive.files()
    assert [name for name in incremental if name.startswith("anh/")]
    archive.build("--ignore-cache")
    assert incremental == archive.files()


@pytest.mark.parametrize(
    ("key", "entry", "said"),
    [
        ("links", {"name": "A"}, "SITE['links'][0]['url'] chưa được ghi"),
        ("links", {"name": "A", "url": "a.vn"}, "SITE['links'][0]['url'] không phải địa chỉ"),
        ("links", {"name": "A", "url": "//a.vn"}, "SITE['links'][0]['url'] không phải địa chỉ"),
        ("links", {"name": " ", "url": "/a/"}, "SITE['links'][0]['name'] còn để trống"),
        ("banners", {"image": "a.jpg"}, "SITE['banners'][0]['alt'] chưa được ghi"),
        ("banners", {"image": "a.jpg", "alt": ""}, "SITE['banners'][0]['alt'] còn để trống"),
        ("banners", {"image": "a.jpg", "alt": "A", "url": "javascript:1"}, "[0]['url'] không phải"),
        ("banners", {"image": "khong.jpg", "alt": "A"}, "SITE['banners'][0]['image'] không dùng"),
        ("banners", {"image": "hong.jpg", "alt": "A"}, "SITE['banners'][0]['image'] không dùng"),
        ("banners", {"image": "cut.jpg", "alt": "A"}, "SITE['banners'][0]['image'] không dùng"),
    ],
)
def test_a_wrong_one_stops_the_build_and_is_named(
    archive: Newsroom, key: str, entry: dict[str, str], said: str
) -> None:
    archive.raw("images/hong.jpg", b"nothing")
    whole = archive.photo("images/cut.jpg", size=(900, 600)).read_bytes()
    archive.raw("images/cut.jpg", whole[: len(whole) // 2])
    with_site(archive, **{key: [entry]})
    built = archive.build()
    assert built.status != 0
    assert said in built.said
    assert "Traceback" not in built.said
