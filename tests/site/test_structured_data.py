"""What pages say of themselves to search engines and previews (JSON-LD, meta elements)."""

from __future__ import annotations

import io
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from bs4 import BeautifulSoup
from PIL import Image

from plugins.metadata.structured.identity import ORGANIZATION_TYPES
from tests.media_files import media_file
from tests.photos.samples import corners, save
from tests.site.newsroom import Newsroom
from tests.site.vocabulary import read_vocabulary

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
        Tags="Tết, Chợ",
    )
    newsroom.write("articles/toa-soan.md")
    newsroom.write(
        "articles/dang-lai.md",
        Source="Báo Lào Cai điện tử",
        Source_author="Ngọc Bằng",
        Source_url="https://bao.example/bai?a=1&b=2",
        Source_date="10/01/2024",
        Correction="12/01/2024: Sửa một tên.",
    )
    newsroom.write("articles/phim.md", "le-hoi.mp4\nLễ hội trên núi.", Slug="phim")
    newsroom.raw("articles/le-hoi.mp4", media_file("a.mp4"))
    save(newsroom.content / "articles/le-hoi.jpg", corners(400, 300))
    newsroom.write("articles/theo-bao.md", "Chữ.\n\nTheo Báo Nhân Dân và TTXVN")
    newsroom.write("pages/trang.md", Date="", Slug="trang")
    built = newsroom.build("--fatal=errors")
    assert built.status == 0, built.said
    return newsroom


PUBLISHER = {
    "@type": "GovernmentOrganization",
    "@id": f"{SITE}/#publisher",
    "name": "Bản tin Lào Cai",
    "url": f"{SITE}/",
}


def data(newsroom: Newsroom, url: str) -> dict[str, Any]:
    (script,) = newsroom.soup(url).select('head > script[type="application/ld+json"]')
    read: dict[str, Any] = json.loads(script.get_text())
    return read


def metas(newsroom: Newsroom, url: str, name: str) -> list[str]:
    """Return the contents of a page's meta elements of that name or property."""
    found = newsroom.soup(url).select(f'meta[name="{name}"], meta[property="{name}"]')
    return [str(each["content"]) for each in found]


def picture(newsroom: Newsroom, url: str) -> tuple[int, int]:
    """Return the size of the published picture at a whole address."""
    assert url.startswith(f"{SITE}/")
    with Image.open(newsroom.output / url.removeprefix(f"{SITE}/")) as found:
        return found.size


def test_an_article_of_our_own_is_told_whole(newsroom: Newsroom) -> None:
    told = data(newsroom, "2024/01/cua-ta/")
    images = told.pop("image")
    logo = told["publisher"].pop("logo")
    people = {"tran-tuan": "Trần Tuấn", "ngoc-bang": "Ngọc Bằng"}
    pages = {name: f"{SITE}/tac-gia/{slug}/" for slug, name in people.items()}
    assert told == {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "headline": TITLE,
        "description": "Sapo.",
        "datePublished": "2024-01-11T15:30:00+07:00",
        "dateModified": "2024-01-12",
        "inLanguage": "vi",
        "isAccessibleForFree": True,
        "mainEntityOfPage": f"{SITE}/2024/01/cua-ta/",
        "articleSection": "Tin tức",
        "keywords": ["Chợ", "Tết"],
        "author": [
            {"@type": "Person", "@id": f"{url}#author", "name": name, "url": url}
            for name, url in pages.items()
        ],
        "publisher": PUBLISHER,
    }
    assert picture(newsroom, logo["url"]) == (logo["width"], logo["height"]) == (512, 512)
    sizes = [(1200, 1200), (1200, 900), (1200, 675), (1600, 1200)]
    assert [(each["width"], each["height"]) for each in images] == sizes
    for each in images:
        assert picture(newsroom, each["url"]) == (each["width"], each["height"])
        assert (each["caption"], each["creditText"]) == ("Chợ.", "Hà")


def test_a_preview_is_told_what_kind_of_article_it_is_of(newsroom: Newsroom) -> None:
    url = "2024/01/cua-ta/"
    assert metas(newsroom, url, "og:type") == ["article"]
    assert metas(newsroom, url, "article:published_time") == ["2024-01-11T15:30:00+07:00"]
    assert metas(newsroom, url, "article:modified_time") == ["2024-01-12"]
    assert metas(newsroom, url, "article:section") == ["Tin tức"]
    assert metas(newsroom, url, "article:tag") == ["Chợ", "Tết"]
    authors = [f"{SITE}/tac-gia/{slug}/" for slug in ("tran-tuan", "ngoc-bang")]
    assert metas(newsroom, url, "article:author") == authors
    reprint = "2024/01/dang-lai/"
    assert metas(newsroom, reprint, "article:author") == [f"{SITE}/nguon/bao-lao-cai-dien-tu/"]
    assert metas(newsroom, "", "article:section") == []


def test_search_results_may_show_photos_large_of_all_pages_but_the_missing_one(
    newsroom: Newsroom,
) -> None:
    for url in ("", "2024/01/cua-ta/", "trang/", "luu-tru/", "tac-gia/tran-tuan/"):
        assert metas(newsroom, url, "robots") == ["max-image-preview:large"]
    assert metas(newsroom, "404.html", "robots") == ["noindex"]


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


def test_a_reprint_names_its_author_its_outlet_and_the_original(newsroom: Newsroom) -> None:
    reprint = data(newsroom, "2024/01/dang-lai/")
    outlet = {
        "@type": "Organization",
        "name": "Báo Lào Cai điện tử",
        "@id": f"{SITE}/nguon/bao-lao-cai-dien-tu/#outlet",
        "url": "https://baolaocai.vn/",
    }
    person = {"@type": "Person", "name": "Ngọc Bằng"}
    assert reprint["author"] == [person, outlet]
    assert reprint["sourceOrganization"] == reprint["copyrightHolder"] == [outlet]
    assert reprint["isBasedOn"] == {
        "@type": "CreativeWork",
        "url": "https://bao.example/bai?a=1&b=2",
        "datePublished": "2024-01-10",
        "author": [person],
        "publisher": [outlet],
    }
    outlets = data(newsroom, "2024/01/theo-bao/")
    assert [each["name"] for each in outlets["author"]] == ["Báo Nhân Dân", "TTXVN"]
    assert outlets["isBasedOn"]["publisher"] == outlets["author"]
    assert "image" not in outlets


def test_a_correction_is_told_as_the_page_says_it(newsroom: Newsroom) -> None:
    assert data(newsroom, "2024/01/dang-lai/")["correction"] == [
        {"@type": "CorrectionComment", "text": "Sửa một tên.", "datePublished": "2024-01-12"}
    ]


def test_a_film_is_told_with_its_picture(newsroom: Newsroom) -> None:
    (film,) = data(newsroom, "2024/01/phim/")["video"]
    assert film.keys() == {"@type", "name", "thumbnailUrl", "uploadDate", "contentUrl"}
    assert (film["name"], film["uploadDate"]) == ("Lễ hội trên núi.", "2024-01-11")
    assert picture(newsroom, film["thumbnailUrl"]) == (400, 300)
    assert newsroom.files()[film["contentUrl"].removeprefix(f"{SITE}/")] == media_file("a.mp4")


def test_the_front_page_says_what_the_site_is_and_who_publishes_it(newsroom: Newsroom) -> None:
    website, organization = data(newsroom, "")["@graph"]
    assert website["@type"] == "WebSite"
    assert website["publisher"] == {"@id": organization["@id"]}
    assert PUBLISHER.items() <= organization.items()
    assert organization["telephone"] == "0214 000 0000"
    assert organization["parentOrganization"]["@type"] == "GovernmentOrganization"


def test_authors_and_outlets_are_known_by_their_pages(newsroom: Newsroom) -> None:
    person = data(newsroom, "tac-gia/tran-tuan/")["mainEntity"]
    assert person in data(newsroom, "2024/01/cua-ta/")["author"]
    outlet = data(newsroom, "nguon/bao-lao-cai-dien-tu/")["about"]
    assert outlet in data(newsroom, "2024/01/dang-lai/")["author"]
    link = newsroom.soup("nguon/bao-lao-cai-dien-tu/").select_one("main .introduction a")
    assert link is not None
    assert (link["href"], link.get_text()) == ("https://baolaocai.vn/", "baolaocai.vn")


def test_every_page_that_shows_breadcrumbs_tells_them(newsroom: Newsroom) -> None:
    seen = 0
    for path in sorted(newsroom.output.rglob("*.html")):
        soup = newsroom.soup(path.relative_to(newsroom.output).as_posix())
        shown = [each.get_text() for each in soup.select(".breadcrumbs li")]
        lists = [json.loads(each.get_text()) for each in soup.select(".breadcrumbs script")]
        told = [each["name"] for one in lists for each in one["itemListElement"]]
        # Above a headline only the last is shown.
        assert told[-len(shown) :] == shown if shown else told == [], path
        seen += bool(shown)
    assert seen > 10


def test_a_page_of_a_list_tells_nothing_but_its_breadcrumbs(newsroom: Newsroom) -> None:
    for url in ("trang/", "luu-tru/", "404.html", "the/", "the/tet/", "chuyen-muc/tin-tuc/"):
        assert newsroom.soup(url).select('head > script[type="application/ld+json"]') == []


def test_nothing_is_told_where_the_sites_address_is_not_known(tmp_path: Path) -> None:
    nameless = Newsroom(tmp_path / "khác")
    nameless.write("articles/bai.md")
    assert nameless.build("-e", 'SITE={"name": "Thử"}').status == 0
    for url in ("", "2024/01/bai/", "tac-gia/ban-bien-tap/", "luu-tru/"):
        assert nameless.soup(url).select('script[type="application/ld+json"]') == []
        assert metas(nameless, url, "article:author") == []


@pytest.mark.parametrize("kind", ORGANIZATION_TYPES)
def test_the_settings_may_say_what_the_publisher_is(tmp_path: Path, kind: str) -> None:
    newsroom = Newsroom(tmp_path / "khác")
    newsroom.more_settings = f'SITE["organization"] = "{kind}"'
    newsroom.write("articles/bai.md")
    assert newsroom.build().status == 0
    assert data(newsroom, "2024/01/bai/")["publisher"]["@type"] == kind


def nodes(told: Any) -> Iterator[dict[str, Any]]:
    """Yield every object in what a page says."""
    if isinstance(told, dict):
        yield told
    for each in told.values() if isinstance(told, dict) else told if isinstance(told, list) else ():
        yield from nodes(each)


def test_all_that_any_page_of_the_sample_says_is_a_word_of_schema_org(
    built_site: Path, newsroom: Newsroom
) -> None:
    vocabulary = read_vocabulary()
    types, strange = set(), set()
    for path in (*built_site.rglob("*.html"), *newsroom.output.rglob("*.html")):
        soup = BeautifulSoup(path.read_text(encoding="utf-8"), "html.parser")
        for script in soup.select('script[type="application/ld+json"]'):
            told = json.loads(script.get_text())
            assert told.pop("@context") == "https://schema.org"
            for node in nodes(told):
                kind, words = node.get("@type"), {word for word in node if word[0] != "@"}
                types |= {kind} - {None}
                strange |= {(kind, word) for word in words - vocabulary.get(kind or "", set())}
    assert strange == set()
    assert types == {
        "BreadcrumbList",
        "CollectionPage",
        "CorrectionComment",
        "CreativeWork",
        "GovernmentOrganization",
        "ImageObject",
        "Legislation",
        "LegislationObject",
        "ListItem",
        "NewsArticle",
        "Organization",
        "Person",
        "PostalAddress",
        "ProfilePage",
        "VideoObject",
        "WebSite",
    }
