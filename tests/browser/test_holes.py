"""No column of a page stands half empty, and no long list is longer than it needs to be."""

from __future__ import annotations

import pytest

from tests.browser.conftest import OpenPage
from tests.browser.test_stability import TO_THE_END

# How much of its row each section fills with what it says; and how far the last one is from the
# right edge of them all.
FILLED = """() => {
    const sections = [...document.querySelectorAll(".section")].map((section) => [
        section.getBoundingClientRect(), section.lastElementChild.getBoundingClientRect().bottom]);
    return sections.map(([{top}, bottom]) =>
        (bottom - top) / Math.max(...sections.filter(([box]) => Math.abs(box.top - top) < 2)
            .map(([box, bottom]) => bottom - box.top)));
}"""
FREE = """() => {
    const all = document.querySelector(".front__sections");
    return all.getBoundingClientRect().right
        - all.lastElementChild.getBoundingClientRect().right;
}"""


@pytest.mark.parametrize("width", [600, 768, 1000, 1280])
def test_sections_of_a_row_are_about_as_high(open_page: OpenPage, width: int) -> None:
    page = open_page("home", width=width)
    assert min(page.evaluate(FILLED)) > 0.7


@pytest.mark.parametrize("stories", [1, 3])
@pytest.mark.parametrize("width", [600, 768, 1000, 1280])
def test_however_many_sections_there_are_the_last_row_is_full(
    open_page: OpenPage, width: int, stories: int
) -> None:
    page = open_page("home", width=width)
    if stories == 1:
        page.evaluate("document.querySelectorAll('.section__more').forEach((e) => e.remove())")
    for _ in range(4):
        assert abs(page.evaluate(FREE)) < 1
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        page.evaluate("document.querySelector('.section').remove()")


@pytest.mark.parametrize("kind", ["archive", "tag", "author", "source", "list of terms", "404"])
def test_a_short_list_has_the_whole_width_and_the_blocks_below_it(
    open_page: OpenPage, kind: str
) -> None:
    page = open_page(kind, width=1280)
    main, latest = page.locator("main").bounding_box(), page.locator(".latest").bounding_box()
    assert main
    assert latest
    assert main["width"] > 1000
    assert latest["y"] >= main["y"] + main["height"]


def test_the_page_of_a_month_is_light_and_short_on_a_phone(open_page: OpenPage) -> None:
    page = open_page("month", width=360, device_scale_factor=2)
    stories = page.locator(".listing .teaser").count()
    assert stories > 10
    height = page.locator(".listing").evaluate("list => list.offsetHeight")
    assert height < 170 * stories
    page.evaluate(TO_THE_END)
    page.wait_for_load_state("networkidle")
    weight = page.evaluate(
        "performance.getEntriesByType('resource').filter((e) => e.initiatorType === 'img')"
        ".reduce((sum, e) => sum + e.encodedBodySize, 0)"
    )
    assert 0 < weight < 8_000 * stories


@pytest.mark.parametrize("width", [360, 1280])
def test_a_name_in_a_list_of_terms_stands_whole_in_one_column(
    open_page: OpenPage, site_url: str, width: int
) -> None:
    page = open_page("list of terms", width=width)
    page.goto(f"{site_url}/chuyen-de/")  # of a single long name
    parts = page.locator(".terms a").evaluate_all("all => all.map(e => e.getClientRects().length)")
    assert parts
    assert set(parts) == {1}
