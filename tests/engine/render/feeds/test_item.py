from __future__ import annotations

from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from plugins.attribution import Outlet, Source
from plugins.core.article import Article
from plugins.core.dates.date import TIME_ZONE
from plugins.core.terms import Term
from plugins.engine.render.feeds.item import Author, Item, Photo, item_of
from plugins.figures import Figure
from tests.engine.made import START, article, photo

ROOT = "https://bantin.example/x/"
WORDS = {"source": {"label": "Nguồn:"}, "feed": {"rights": "Bản quyền thuộc {name}."}}
REPRINT = Source(
    "Trần Tuấn Ngọc",
    (Outlet("Báo Lào Cai điện tử", "https://bao.example/"),),
    "https://bao.example/bai",
    datetime(2024, 1, 11, tzinfo=TIME_ZONE),
)
CREDIT = "Nguồn: Trần Tuấn Ngọc, Báo Lào Cai điện tử (Thứ Năm, 11/01/2024)."


def made(slug: str = "mot", age: int = 0, **more: Any) -> Article:
    """Return an article with its terms, as a feed gets it."""
    one = article(slug, age, **({"summary_text": "Tóm tắt."} | more))
    one.category = Term("category", "Văn hóa", "van-hoa")
    one.tags = (Term("tag", "Tết", "tet"),)
    return one


def item(one: Article, html: str | None = None, *figures: Figure) -> Item:
    return item_of(one, html, figures, ROOT, WORDS)


def test_an_item_is_its_article() -> None:
    assert item(made(), "<p>Thân bài</p>") == Item(
        url=f"{ROOT}2024/01/mot/",
        title="mot",
        summary="Tóm tắt.",
        credit="",
        html="<p>Thân bài</p>",
        published=START,
        updated=START,
        authors=(),
        tags=("Văn hóa", "Tết"),
        source=None,
        rights="",
        photo=None,
    )


def test_a_reprint_names_its_source_below_the_text_and_behind_the_summary() -> None:
    told = item(made(source=REPRINT), "<p>Thân bài</p>")
    assert told.html == f"<p>Thân bài</p><p>{CREDIT}</p>"
    assert told.description == f"Tóm tắt. {CREDIT}"
    assert told.rights == "Bản quyền thuộc Báo Lào Cai điện tử."


def test_a_name_that_looks_like_html_is_text() -> None:
    told = item(made(source=Source(None, (Outlet("A <b> & C"),))), "")
    assert told.credit == "Nguồn: A <b> & C."
    assert told.html == "<p>Nguồn: A &lt;b&gt; &amp; C.</p>"


def test_an_article_that_was_not_modified_later_was_updated_when_it_came_out() -> None:
    later = START + timedelta(days=1)
    assert item(made(modified=later)).updated == later
    assert item(made(modified=START - timedelta(days=1))).updated == START


@pytest.mark.parametrize(
    ("more", "authors", "byline"),
    [
        (
            {"authors": (Term("author", "An", "an"), Term("author", "Tú", "tu"))},
            (Author("An", f"{ROOT}tac-gia/an/"), Author("Tú", f"{ROOT}tac-gia/tu/")),
            "An, Tú",
        ),
        ({"source": REPRINT}, (Author("Trần Tuấn Ngọc"),), "Trần Tuấn Ngọc"),
        (
            {"source": Source(None, (Outlet("Báo A", "https://a.example/"), Outlet("Báo B")))},
            (Author("Báo A", "https://a.example/"), Author("Báo B")),
            "Báo A, Báo B",
        ),
    ],
)
def test_the_author_is_who_signed_else_whom_the_source_names(
    more: dict[str, Any], authors: tuple[Author, ...], byline: str
) -> None:
    told = item(made(**more))
    assert (told.authors, told.byline) == (authors, byline)


def test_the_photo_is_the_lead_photo_whole_with_what_stands_under_it() -> None:
    lead = photo(Path("a.jpg"), lead=True)
    told = item(made(lead_photo=lead), None, Figure((lead,), "Chợ.", "Hà"))
    assert told.photo == Photo(f"{ROOT}{lead.url}", 600, 400, "Chợ.", "Hà")


def test_a_link_within_the_text_leads_to_the_article_and_code_stays_as_it_is() -> None:
    html = (
        '<a class="n" href="#fn:1">1</a> <a href="?a=1">a</a> <a href="//b.example/">b</a> '
        '<a href="https://c.example/#x">c</a> <code>&lt;a href="#x"&gt;</code>'
    )
    link = f"{ROOT}2024/01/mot/"
    assert item(made(), html).html == (
        f'<a class="n" href="{link}#fn:1">1</a> <a href="{link}?a=1">a</a> '
        '<a href="https://b.example/">b</a> '
        '<a href="https://c.example/#x">c</a> <code>&lt;a href="#x"&gt;</code>'
    )


def test_what_is_no_character_of_xml_is_left_out() -> None:
    lead = photo(Path("a.jpg"))._replace(caption="A\x0bB\ufffe")
    told = item(made(title="Tết\x07 🧧", summary_text="a\x00b\n", lead_photo=lead), "<p>\x1b</p>")
    assert (told.title, told.summary, told.html) == ("Tết 🧧", "ab\n", "<p></p>")
    assert told.photo
    assert told.photo.caption == "AB"
