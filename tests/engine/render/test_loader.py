from __future__ import annotations

from typing import Any

import pytest

from plugins.core.article import Body
from plugins.core.document import ARTICLE_LINK, SITE_ROOT
from plugins.engine.plan.pages import Section
from plugins.engine.plan.planned import PlannedPage, Ref
from plugins.engine.render.loader import ArticleLoader
from tests.engine.made import Collected, article, keep, read


def shelf_of(collected: Collected) -> ArticleLoader:
    loader = ArticleLoader(collected.state, collected.catalogue)
    numbers = [row.id for row in collected.rows.values()]
    loader.gather(numbers, numbers)
    return loader


@pytest.mark.parametrize("siteurl", ["", "https://bantin.example", "../..", "."])
def test_a_bodys_addresses_lead_from_where_the_page_stands(siteurl: str) -> None:
    collected = Collected(article("đích", path="articles/thư mục/Đích.md"))
    target = "articles/th%C6%B0%20m%E1%BB%A5c/%C4%90%C3%ADch.md"
    linked = (("articles/thư mục/Đích.md", 1),)
    html = (
        f'<img src="{SITE_ROOT}/anh/a.jpg" srcset="{SITE_ROOT}/anh/b.jpg 2x">'
        f'<a href="{ARTICLE_LINK}{target}">x</a> <a href="{ARTICLE_LINK}{target}#bai-2">y</a>'
    )
    keep(collected.state, read(article("b"), Body(html, linked=linked)))
    loader = ArticleLoader(collected.state, collected.catalogue)
    loader.gather([], [])
    assert loader.html(Body(html), siteurl) == (
        f'<img src="{siteurl}/anh/a.jpg" srcset="{siteurl}/anh/b.jpg 2x">'
        f'<a href="{siteurl}/2024/01/đích/">x</a> <a href="{siteurl}/2024/01/đích/#bai-2">y</a>'
    )


def test_a_link_to_an_article_that_is_no_more_leads_to_the_front_page() -> None:
    loader = shelf_of(Collected())
    assert loader.html(Body(f'<a href="{ARTICLE_LINK}mat.md#x">x</a>'), "..") == (
        '<a href="../#x">x</a>'
    )


def test_a_page_gets_articles_where_its_plan_names_them() -> None:
    collected = Collected(*(article(slug) for slug in "abcd"))
    a, b, c, d = (Ref(row.id) for row in collected.rows.values())
    term = collected.catalogue.terms["category"]["tin tức"]
    variables: dict[str, Any] = {
        "article": a,
        "related": [b, c],
        "sections": [Section(term, [d])],
        "none": None,
        "number": 7,
        "terms": [term],
    }
    found = shelf_of(collected).variables(PlannedPage("a/", "article", "article", variables))
    assert found["article"].slug == "a"
    assert [one.slug for one in found["related"]] == ["b", "c"]
    (section,) = found["sections"]
    assert (section.term, [one.slug for one in section.articles]) == (term, ["d"])
    assert (found["none"], found["number"], found["terms"]) == (None, 7, [term])


def test_an_article_has_its_terms_and_is_one_object_for_all_pages() -> None:
    collected = Collected(article("a", tag_names=("x",)))
    row = collected.rows["a"]
    loader = shelf_of(collected)
    one = loader.article(row.id)
    assert one.category
    assert (one.category.name, [tag.name for tag in one.tags]) == ("Tin tức", ["x"])
    assert loader.article(row.id) is one


def test_what_was_gathered_is_had_without_the_state() -> None:
    collected = Collected(article("a"))
    loader = shelf_of(collected)
    collected.state.close()
    number = collected.rows["a"].id
    assert loader.article(number).slug == "a"
    assert loader.body(number).html == "<p>a</p>"
