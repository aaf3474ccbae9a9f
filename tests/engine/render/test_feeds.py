from __future__ import annotations

from datetime import datetime
from typing import Any
from xml.etree import ElementTree

import pytest

from plugins.attribution import Outlet, Source
from plugins.core.article import Article
from plugins.core.dates.date import TIME_ZONE
from plugins.core.terms import Term
from plugins.engine.project.config import Site
from plugins.engine.render.feeds import write_feed
from tests.engine.made import article

ATOM = "{http://www.w3.org/2005/Atom}"
REPRINT = Source(
    "Trần Tuấn Ngọc",
    (Outlet("Báo Lào Cai điện tử"),),
    "https://bao.example/bai",
    datetime(2024, 1, 11, tzinfo=TIME_ZONE),
)
CREDIT = "Nguồn: Trần Tuấn Ngọc, Báo Lào Cai điện tử (Thứ Năm, 11/01/2024)."


def made(slug: str = "mot", age: int = 0, **more: Any) -> Article:
    """Return an article with its terms, as a feed gets it."""
    one = article(slug, age, summary_text="Tóm tắt.", **more)
    one.category = Term("category", "Văn hóa", "van-hoa")
    one.tags = (Term("tag", "Tết", "tet"),)
    return one


def feed(format_: str, *articles: Article, term: Term | None = None) -> ElementTree.Element:
    text = write_feed(
        f"chuyen-muc/van-hoa/{format_}.xml",
        format_,
        term,
        articles,
        lambda one: f"<p>Thân bài {one.slug}</p>",
        Site("Bản tin", description="Về chúng tôi"),
        {
            "SITEURL": "https://bantin.example",
            "FEED_DOMAIN": "https://tin.example",
            "SITENAME": "Bản tin",
            "DEFAULT_LANG": "vi",
        },
        {"source": {"label": "Nguồn:"}},
    )
    assert text.startswith("<?xml")
    return ElementTree.fromstring(text)


def text(element: ElementTree.Element, path: str) -> str:
    found = element.find(path.replace("atom:", ATOM))
    assert found is not None, path
    return found.text or ""


def test_an_rss_feed_names_itself_and_its_articles() -> None:
    rss = feed("rss", made("mot"), made("hai", 1))
    assert text(rss, "channel/title") == "Bản tin"
    assert text(rss, "channel/language") == "vi"
    assert text(rss, "channel/description") == "Về chúng tôi"
    itself = rss.find(f"channel/{ATOM}link")
    assert itself is not None
    assert itself.get("href") == "https://tin.example/chuyen-muc/van-hoa/rss.xml"
    assert [text(item, "title") for item in rss.iter("item")] == ["mot", "hai"]
    item = next(rss.iter("item"))
    assert text(item, "link") == text(item, "guid") == "https://bantin.example/2024/01/mot/"
    assert text(item, "pubDate") == "Wed, 31 Jan 2024 08:00:00 +0700"
    assert [category.text for category in item.iter("category")] == ["Văn hóa", "Tết"]
    assert text(item, "description") == "Tóm tắt."


def test_an_atom_feed_carries_the_whole_article() -> None:
    atom = feed("atom", made(modified=datetime(2024, 2, 1, 9, tzinfo=TIME_ZONE)))
    entry = atom.find(f"{ATOM}entry")
    assert entry is not None
    assert text(entry, "atom:content") == "<p>Thân bài mot</p>"
    assert text(entry, "atom:summary") == "Tóm tắt."
    assert text(entry, "atom:published") == "2024-01-31T08:00:00+07:00"
    assert text(entry, "atom:updated") == "2024-02-01T09:00:00+07:00"


def test_an_article_that_was_not_modified_was_updated_when_it_came_out() -> None:
    entry = feed("atom", made()).find(f"{ATOM}entry")
    assert entry is not None
    assert text(entry, "atom:updated") == text(entry, "atom:published")


def test_a_reprint_names_its_source_in_both() -> None:
    rss, atom = feed("rss", made(source=REPRINT)), feed("atom", made(source=REPRINT))
    assert text(rss, "channel/item/description") == f"Tóm tắt. {CREDIT}"
    source = rss.find("channel/item/source")
    assert source is not None
    assert (source.get("url"), source.text) == (REPRINT.url, "Báo Lào Cai điện tử")
    assert text(atom, "atom:entry/atom:content") == f"<p>Thân bài mot</p><p>{CREDIT}</p>"


def test_a_source_without_an_address_is_named_in_words_only() -> None:
    rss = feed("rss", made(source=Source(None, (Outlet("Báo A"), Outlet("Báo B")))))
    assert rss.find("channel/item/source") is None
    assert text(rss, "channel/item/description") == "Tóm tắt. Nguồn: Báo A và Báo B."


@pytest.mark.parametrize(
    ("more", "author"),
    [
        ({"authors": (Term("author", "An", "an"), Term("author", "Tú", "tu"))}, "An, Tú"),
        ({"source": REPRINT}, "Trần Tuấn Ngọc"),
        ({"source": Source(None, (Outlet("Báo A"),))}, "Báo A"),
    ],
)
def test_the_author_is_who_signed_else_whom_the_source_names(
    more: dict[str, Any], author: str
) -> None:
    assert text(feed("atom", made(**more)), "atom:entry/atom:author/atom:name") == author


def test_a_categorys_feed_has_its_name() -> None:
    term = Term("category", "Văn hóa", "van-hoa")
    assert text(feed("rss", made(), term=term), "channel/title") == "Bản tin - Văn hóa"


def test_signs_that_mean_something_in_html_are_text() -> None:
    outlet = Source(None, (Outlet("A <b> & C"),))
    atom = feed("atom", made(title="1 < 2 & 3", source=outlet))
    assert text(atom, "atom:entry/atom:title") == "1 < 2 & 3"
    assert text(atom, "atom:entry/atom:content").endswith("<p>Nguồn: A &lt;b&gt; &amp; C.</p>")
