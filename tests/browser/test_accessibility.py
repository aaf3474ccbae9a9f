from __future__ import annotations

import itertools

import pytest
from playwright.sync_api import Page

from tests.browser.axe import find_violations
from tests.browser.conftest import OpenPage
from tests.browser.page_types import PAGE_TYPES


def _assert_accessible(page: Page, *, scripted: bool) -> None:
    """In both colour schemes, on a narrow and on a wide screen, axe must find nothing."""
    found: list[str] = []
    for scheme, width in itertools.product(["light", "dark"], [320, 1280]):
        page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type] # one of its literals
        page.set_viewport_size({"width": width, "height": 800})
        violations = find_violations(page, scripted=scripted)
        found += [f"{scheme}, {width} px: {violation}" for violation in violations]
    assert not found, "\n".join(found)


@pytest.mark.parametrize("scripted", [True, False])
@pytest.mark.parametrize("kind", PAGE_TYPES)
def test_axe_finds_nothing_on_any_kind_of_page(
    open_page: OpenPage, kind: str, scripted: bool
) -> None:
    page = open_page(kind, java_script_enabled=scripted)
    _assert_accessible(page, scripted=scripted)


def test_axe_finds_nothing_in_the_photo_viewer(open_page: OpenPage) -> None:
    page = open_page("strip gallery")
    page.locator("a.figure__link").first.click()
    page.locator("dialog[open]").wait_for()
    _assert_accessible(page, scripted=True)


@pytest.mark.parametrize("scripted", [True, False])
def test_axe_finds_what_is_wrong(open_page: OpenPage, scripted: bool) -> None:
    page = open_page("home", java_script_enabled=scripted)
    page.evaluate("document.querySelector('main').append(Object.assign(new Image(), {src: 'x'}))")
    assert any("image-alt" in found for found in find_violations(page, scripted=scripted))


def test_every_header_cell_says_what_it_heads(open_page: OpenPage) -> None:
    page = open_page("article with a table")
    cells = page.locator("th")
    assert cells.count() > 1
    assert set(cells.evaluate_all("cells => cells.map((cell) => cell.scope)")) == {"col"}
