from __future__ import annotations

from datetime import datetime
from xml.etree import ElementTree

from plugins.core.article import Body
from plugins.core.dates.date import TIME_ZONE
from plugins.core.document import SITE_ROOT
from plugins.metadata.sitemaps import (
    article_entry,
    page_entry,
    write_index,
    write_news_sitemap,
    write_sitemap,
)
from tests.engine.made import article, photo

SITE = "https://bantin.example"
NAMES = {
    "s": "http://www.sitemaps.org/schemas/sitemap/0.9",
    "image": "http://www.google.com/schemas/sitemap-image/1.1",
    "news": "http://www.google.com/schemas/sitemap-news/0.9",
}


def parsed(xml: str) -> ElementTree.Element:
    return ElementTree.fromstring(xml)


def texts(xml: str, path: str) -> list[str | None]:
    return [each.text for each in parsed(xml).iterfind(path, NAMES)]


def test_an_article_has_its_address_its_last_change_and_each_photo_once() -> None:
    shown, lead = photo("a.jpg"), photo("b.jpg")
    one = article("a", lead_photo=lead, modified=datetime(2024, 2, 3, 9, 5, tzinfo=TIME_ZONE))
    xml = write_sitemap([article_entry(one, Body("", (shown, lead)))], SITE)
    assert texts(xml, "s:url/s:loc") == [f"{SITE}/2024/01/a/"]
    assert texts(xml, "s:url/s:lastmod") == ["2024-02-03T09:05:00+07:00"]
    assert texts(xml, "s:url/image:image/image:loc") == [f"{SITE}/{shown.url}"]
    order = [each.tag.rpartition("}")[2] for each in parsed(xml)[0]]
    assert order == ["loc", "lastmod", "image"]  # what the schema's sequence asks for


def test_a_change_before_publication_is_not_the_last_one() -> None:
    one = article("a", modified=datetime(2023, 2, 3, tzinfo=TIME_ZONE))
    assert "<lastmod>2024-01-31T08:00:00+07:00<" in article_entry(one, Body(""))


def test_signs_that_xml_knows_are_escaped_and_the_site_may_stand_below_a_path() -> None:
    xml = write_sitemap([page_entry("the/a&b/")], f"{SITE}/x&y")
    assert texts(xml, "s:url/s:loc") == [f"{SITE}/x&y/the/a&b/"]
    assert SITE_ROOT not in xml
    assert texts(write_index(["sitemap-2024.xml"], SITE), "s:sitemap/s:loc") == [
        f"{SITE}/sitemap-2024.xml"
    ]


def test_the_news_have_publication_date_and_title() -> None:
    xml = write_news_sitemap([article("a", title="Bún <ngon> & rẻ")], SITE, "Bản tin", "vi")
    found = "s:url/news:news/news:"
    assert texts(xml, "s:url/s:loc") == [f"{SITE}/2024/01/a/"]
    assert texts(xml, f"{found}publication/news:name") == ["Bản tin"]
    assert texts(xml, f"{found}publication/news:language") == ["vi"]
    assert texts(xml, f"{found}publication_date") == ["2024-01-31T08:00:00+07:00"]
    assert texts(xml, f"{found}title") == ["Bún <ngon> & rẻ"]
