"""What stands beside an article and the front page, and under an article on a phone."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import OpenPage

BLOCKS = ["Thông tin mới nhất", "Thống kê truy cập", "Đăng nhập", "Liên kết website"]
# The blocks of a page by their headings, as they stand.
HEADINGS = """() => [...document.querySelectorAll(".beside > *, .front__beside > *, .latest")]
    .filter((block) => block.querySelector("h2"))
    .map((block) => [block.querySelector("h2").innerText, block.getBoundingClientRect().top])
    .sort(([, a], [, b]) => a - b).map(([heading]) => heading)"""


def _box(page: Page, selector: str) -> dict[str, float]:
    box = page.locator(selector).first.bounding_box()
    assert box
    return {name: float(box[name]) for name in ("x", "y", "width", "height")}


@pytest.mark.parametrize("width", [360, 1280])
@pytest.mark.parametrize("scripted", [True, False])
def test_the_blocks_stand_in_the_newsrooms_order(
    open_page: OpenPage, width: int, scripted: bool
) -> None:
    page = open_page("reprint", width=width, java_script_enabled=scripted)
    assert page.evaluate(HEADINGS) == [*BLOCKS, "Cùng chuyên mục"]
    page = open_page("home", width=width, java_script_enabled=scripted)
    assert page.evaluate(HEADINGS) == BLOCKS


@pytest.mark.parametrize("kind", ["home", "reprint", "category", "static page"])
def test_a_page_has_each_block_once(open_page: OpenPage, kind: str) -> None:
    page = open_page(kind)
    for heading in BLOCKS:
        expect(page.get_by_role("heading", name=heading, exact=True)).to_have_count(1)
    expect(page.get_by_role("link", name="Dành cho tòa soạn")).to_have_attribute(
        "href", "/dang-nhap/"
    )


@pytest.mark.parametrize(("kind", "text"), [("reprint", "main"), ("home", ".teaser--lead")])
def test_they_are_the_right_column_of_a_wide_screen(
    open_page: OpenPage, kind: str, text: str
) -> None:
    page = open_page(kind, width=1280)
    beside = _box(page, text)["x"] + _box(page, text)["width"]
    for block in (".latest", ".counter", ".login"):
        assert _box(page, block)["x"] > beside


def test_on_a_phone_they_come_under_the_article(open_page: OpenPage) -> None:
    page = open_page("reprint", width=360)
    under = _box(page, "main")["y"] + _box(page, "main")["height"]
    assert _box(page, ".latest")["y"] > under


def _scrolled_to_the_source(page: Page) -> None:
    page.locator("footer.source").evaluate("e => e.scrollIntoView({block: 'center'})")


def test_the_end_of_a_long_article_does_not_stand_beside_an_empty_column(
    open_page: OpenPage,
) -> None:
    page = open_page("reprint", width=1280)
    _scrolled_to_the_source(page)
    expect(page.locator(".same-category")).to_be_in_viewport(ratio=1)


def test_nothing_goes_along_for_readers_who_want_less_motion(open_page: OpenPage) -> None:
    page = open_page("reprint", width=1280, reduced_motion="reduce")
    _scrolled_to_the_source(page)
    expect(page.locator(".same-category")).to_have_css("position", "static")


def test_nothing_goes_along_in_a_window_that_would_not_hold_it(open_page: OpenPage) -> None:
    page = open_page("reprint", width=1280, height=500)
    expect(page.locator(".same-category")).to_have_css("position", "static")
