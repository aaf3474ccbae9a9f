"""What stands around an article's headline."""

from __future__ import annotations

from playwright.sync_api import expect

from tests.browser.conftest import OpenPage


def test_the_category_stands_above_the_headline_once(open_page: OpenPage) -> None:
    page = open_page("original article")
    category = page.locator("main .breadcrumbs a")
    expect(category).to_have_count(1)
    name = category.inner_text()
    expect(page.locator(".breadcrumbs")).to_have_count(1)
    current = page.locator(".category-nav [aria-current]")
    expect(current).to_have_text(name)
    expect(current).to_have_attribute("href", category.get_attribute("href") or "")
    above, headline = category.bounding_box(), page.locator("main h1").bounding_box()
    assert above
    assert headline
    assert above["y"] + above["height"] <= headline["y"]


def test_the_standfirst_is_larger_than_the_text(open_page: OpenPage) -> None:
    page = open_page("original article", width=360)
    expect(page.locator(".standfirst")).to_have_css("font-size", "21px")


def test_a_reprint_says_beside_its_date_where_it_is_from(open_page: OpenPage) -> None:
    page = open_page("reprint")
    outlets = page.locator("footer.source .source__outlet").all_inner_texts()
    expect(page.locator(".article__dates")).to_contain_text(f"Theo {outlets[0]}")
    page = open_page("original article")
    expect(page.locator(".article__dates")).not_to_contain_text("Theo")
