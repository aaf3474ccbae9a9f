from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest

from plugins.attribution import Outlet, Source
from plugins.core.article import Article
from plugins.engine.render.feeds.item import Channel, Item
from plugins.engine.render.feeds.xml import write_atom, write_rss
from plugins.figures import Figure
from tests.engine.made import photo
from tests.engine.render.feeds.test_item import CREDIT, REPRINT, item, made

ATOM = "{http://www.w3.org/2005/Atom}"
MEDIA = "{http://search.yahoo.com/mrss/}"
CONTENT = "{http://purl.org/rss/1.0/modules/content/}"
CHANNEL = Channel(
    title="Bản tin - Văn hóa",
    description="Về chúng tôi",
    language="vi",
    url="https://tin.example/chuyen-muc/van-hoa/feed",
    page="https://bantin.example/chuyen-muc/van-hoa/",
    icon="",
)
LEAD = photo(Path("a.jpg"))


def read(write: Callable[[Channel, Iterable[Item]], str], *items: Item) -> ElementTree.Element:
    text = write(CHANNEL, items)
    assert text.startswith("<?xml")
    return ElementTree.fromstring(text)


def rss(*items: Item) -> ElementTree.Element:
    return read(write_rss, *items)


def entry(one: Article, html: str | None = None, *figures: Figure) -> ElementTree.Element:
    (found,) = read(write_atom, item(one, html, *figures)).iter(f"{ATOM}entry")
    return found


def text(element: ElementTree.Element, path: str) -> str:
    found = element.find(path.replace("atom:", ATOM))
    assert found is not None, path
    return found.text or ""


def links(element: ElementTree.Element) -> dict[str | None, dict[str, str]]:
    """Return the attributes of an element's links by what each is for."""
    return {link.get("rel"): link.attrib for link in element.iterfind(f"{ATOM}link")}


def test_an_rss_feed_names_itself_and_its_articles() -> None:
    feed = rss(item(made("mot")), item(made("hai", 1)))
    assert text(feed, "channel/title") == "Bản tin - Văn hóa"
    assert text(feed, "channel/link") == "https://bantin.example/chuyen-muc/van-hoa/"
    assert text(feed, "channel/language") == "vi"
    assert text(feed, "channel/description") == "Về chúng tôi"
    itself = feed.find(f"channel/{ATOM}link")
    assert itself is not None
    assert itself.attrib == {"href": "https://tin.example/chuyen-muc/van-hoa/feed", "rel": "self"}
    assert [text(each, "title") for each in feed.iter("item")] == ["mot", "hai"]
    first = next(feed.iter("item"))
    assert text(first, "link") == text(first, "guid") == "https://bantin.example/x/2024/01/mot/"
    assert text(first, "pubDate") == "Wed, 31 Jan 2024 08:00:00 +0700"
    assert [category.text for category in first.iter("category")] == ["Văn hóa", "Tết"]
    assert text(first, "description") == "Tóm tắt."
    assert first.find(f"{CONTENT}encoded") is None


def test_an_rss_feed_may_carry_the_whole_article() -> None:
    (one,) = rss(item(made(), "<p>Thân bài</p>")).iter("item")
    assert text(one, "description") == "Tóm tắt."
    assert text(one, f"{CONTENT}encoded") == "<p>Thân bài</p>"


def test_an_atom_feed_names_itself_and_what_it_is_of() -> None:
    feed = read(write_atom)
    assert text(feed, "atom:id") == "https://bantin.example/chuyen-muc/van-hoa/"
    assert links(feed)["alternate"]["href"] == "https://bantin.example/chuyen-muc/van-hoa/"
    assert links(feed)["self"]["href"] == "https://tin.example/chuyen-muc/van-hoa/feed"


def test_an_atom_feed_carries_the_whole_article() -> None:
    one = entry(made(), "<p>Thân bài mot</p>")
    assert text(one, "atom:content") == "<p>Thân bài mot</p>"
    assert text(one, "atom:summary") == "Tóm tắt."
    assert text(one, "atom:published") == "2024-01-31T08:00:00+07:00"
    assert text(one, "atom:updated") == "2024-01-31T08:00:00+07:00"
    assert entry(made()).find(f"{ATOM}content") is None


def test_an_article_of_our_own_has_no_source() -> None:
    one = entry(made())
    assert one.find(f"{ATOM}source") is None
    assert one.find(f"{ATOM}rights") is None
    assert links(one).keys() == {"alternate"}


def test_a_reprint_in_rss_names_its_source_in_words_and_as_data() -> None:
    (one,) = rss(item(made(source=REPRINT))).iter("item")
    assert text(one, "description") == f"Tóm tắt. {CREDIT}"
    source = one.find("source")
    assert source is not None
    assert (source.get("url"), source.text) == (REPRINT.url, "Báo Lào Cai điện tử")


def test_a_reprint_in_atom_names_its_source_in_words_and_as_data() -> None:
    one = entry(made(source=REPRINT), "<p>Thân bài</p>")
    assert text(one, "atom:summary") == f"Tóm tắt. {CREDIT}"
    assert text(one, "atom:content") == f"<p>Thân bài</p><p>{CREDIT}</p>"
    assert text(one, "atom:rights") == "Bản quyền thuộc Báo Lào Cai điện tử."
    assert links(one)["via"]["href"] == REPRINT.url
    assert text(one, "atom:source/atom:id") == REPRINT.url
    assert text(one, "atom:source/atom:title") == "Báo Lào Cai điện tử"
    assert text(one, "atom:source/atom:updated") == "2024-01-11T00:00:00+07:00"
    assert text(one, "atom:source/atom:author/atom:name") == "Trần Tuấn Ngọc"


def test_a_source_without_an_address_is_named_in_words_only() -> None:
    nameless = made(source=Source(None, (Outlet("Báo A"), Outlet("Báo B"))))
    (one,) = rss(item(nameless)).iter("item")
    assert one.find("source") is None
    assert text(one, "description") == "Tóm tắt. Nguồn: Báo A và Báo B."
    assert "via" not in links(entry(nameless))
    assert text(entry(nameless), "atom:source/atom:title") == "Báo A và Báo B"


def test_the_lead_photo_stands_in_rss_with_its_caption_and_photographer() -> None:
    (one,) = rss(item(made(lead_photo=LEAD), None, Figure((LEAD,), "Chợ.", "Hà"))).iter("item")
    media = one.find(f"{MEDIA}content")
    assert media is not None
    assert media.attrib == {
        "url": f"https://bantin.example/x/{LEAD.url}",
        "type": "image/jpeg",
        "medium": "image",
        "width": "600",
        "height": "400",
    }
    assert text(media, f"{MEDIA}description") == "Chợ."
    assert text(media, f"{MEDIA}credit") == "Hà"


def test_a_photo_that_nobody_explained_says_nothing() -> None:
    (one,) = rss(item(made(lead_photo=LEAD))).iter("item")
    media = one.find(f"{MEDIA}content")
    assert media is not None
    assert list(media) == []


def test_the_lead_photo_is_what_an_atom_entry_encloses() -> None:
    one = entry(made(lead_photo=LEAD), None, Figure((LEAD,), "Chợ.", None))
    assert links(one)["enclosure"] == {
        "rel": "enclosure",
        "href": f"https://bantin.example/x/{LEAD.url}",
        "type": "image/jpeg",
        "title": "Chợ.",
    }


@pytest.mark.parametrize("write", [write_rss, write_atom])
def test_signs_that_mean_something_in_html_are_text(write: Any) -> None:
    feed = read(write, item(made(title="1 < 2 & 3", summary_text="a < b & <i>")))
    (one,) = feed.iter("item") if write is write_rss else feed.iter(f"{ATOM}entry")
    plain = "title" if write is write_rss else "atom:title"
    as_html = "description" if write is write_rss else "atom:summary"
    assert text(one, plain) == "1 < 2 & 3"
    assert text(one, as_html) == "a &lt; b &amp; &lt;i&gt;"


@pytest.mark.parametrize("write", [write_rss, write_atom])
def test_a_feed_of_nothing_is_of_no_day_that_a_build_could_differ_in(write: Any) -> None:
    assert "1970" in write(CHANNEL, [])
