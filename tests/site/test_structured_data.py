"""What an article says of itself to search engines (schema.org's NewsArticle, as JSON-LD)."""

from __future__ import annotations

import io
import json
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from tests.photos.samples import corners, save
from tests.site.newsroom import Newsroom

SITE = "https://bantin.example.vn"
TITLE = 'Chợ "phiên" </script><script>x()</script> & <b>Tết</b>'


@pytest.fixture(scope="module")
def newsroom(tmp_path_factory: pytest.TempPathFactory) -> Newsroom:
    newsroom = Newsroom(tmp_path_factory.mktemp("data"))
    (newsroom.content / "images").mkdir()
    save(newsroom.content / "images/cho.jpg", corners(1600, 1200))
    newsroom.write(
        "articles/cua-ta.md",
        "cho.jpg\nChợ. Ảnh: Hà",
        Title=TITLE,
        Slug="cua-ta",
        Date="11/01/2024 15:30",
        Authors="Trần Tuấn, Ngọc Bằng",
        Summary="Sapo.",
        Modified="12/01/2024",
    )
    newsroom.write("articles/toa-soan.md")
    newsroom.write(
        "articles/dang-lai.md",
        Source="Báo Lào Cai điện tử",
        Source_author="Ngọc Bằng",
        Source_url="https://bao.example/bai?a=1&b=2",
    )
    newsroom.write("articles/theo-bao.md", "Chữ.\n\nTheo Báo Nhân Dân và TTXVN")
    newsroom.write("pages/trang.md", Date="", Slug="trang")
    built = newsroom.build("--fatal=errors")
    assert built.status == 0, built.said
    return newsroom


def data(newsroom: Newsroom, url: str) -> dict[str, Any]:
    (script,) = newsroom.soup(url).select('head > script[type="application/ld+json"]')
    read: dict[str, Any] = json.loads(script.get_text())
    return read


def test_an_article_of_our_own_is_told_whole(newsroom: Newsroom) -> None:
    told = data(newsroom, "2024/01/cua-ta/")
    images = told.pop("image")
    assert told == {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "headline": TITLE,
        "description": "Sapo.",
        "datePublished": "2024-01-11T15:30:00+07:00",
        "dateModified": "2024-01-12",
        "author": [
            {"@type": "Person", "name": "Trần Tuấn", "url": f"{SITE}/tac-gia/tran-tuan/"},
            {"@type": "Person", "name": "Ngọc Bằng", "url": f"{SITE}/tac-gia/ngoc-bang/"},
        ],
        "publisher": {"@type": "Organization", "name": "Bản tin Lào Cai", "url": f"{SITE}/"},
        "mainEntityOfPage": f"{SITE}/2024/01/cua-ta/",
    }
    files = newsroom.files()
    sizes = []
    for image in images:
        assert image.startswith(f"{SITE}/anh/")
        with Image.open(io.BytesIO(files[image.removeprefix(f"{SITE}/")])) as picture:
            sizes.append(picture.size)
    assert sizes == [(1200, 1200), (1200, 900), (1200, 675)]


def test_the_preview_of_a_link_is_a_crop_of_its_own(newsroom: Newsroom) -> None:
    head = newsroom.soup("2024/01/cua-ta/")
    address = head.select_one('meta[property="og:image"]')
    assert address is not None
    name = str(address["content"]).removeprefix(f"{SITE}/")
    with Image.open(io.BytesIO(newsroom.files()[name])) as picture:
        assert picture.size == (1200, 630)


def test_the_newsroom_itself_is_no_person(newsroom: Newsroom) -> None:
    (author,) = data(newsroom, "2024/01/toa-soan/")["author"]
    assert (author["@type"], author["name"]) == ("Organization", "Ban Biên tập")


def test_a_reprint_names_its_author_or_else_its_outlets_and_the_original(
    newsroom: Newsroom,
) -> None:
    reprint = data(newsroom, "2024/01/dang-lai/")
    assert reprint["author"] == [{"@type": "Person", "name": "Ngọc Bằng"}]
    assert reprint["isBasedOn"] == "https://bao.example/bai?a=1&b=2"
    outlets = data(newsroom, "2024/01/theo-bao/")
    assert outlets["author"] == [
        {"@type": "Organization", "name": "Báo Nhân Dân"},
        {"@type": "Organization", "name": "TTXVN"},
    ]
    assert "isBasedOn" not in outlets
    assert "image" not in outlets


def test_only_articles_have_it_and_only_where_the_sites_address_is_known(
    newsroom: Newsroom, tmp_path: Path
) -> None:
    for url in ("", "trang/", "luu-tru/", "404.html"):
        assert newsroom.soup(url).select('script[type="application/ld+json"]') == []
    nameless = Newsroom(tmp_path / "khác")
    nameless.write("articles/bai.md")
    assert nameless.build("-e", 'SITE={"name": "Thử"}').status == 0
    assert nameless.soup("2024/01/bai/").select('script[type="application/ld+json"]') == []
