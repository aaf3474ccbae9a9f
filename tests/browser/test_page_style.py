from __future__ import annotations

import pytest

from tests.browser.conftest import OpenPage
from tests.browser.page_types import PAGE_TYPES
from tests.site.selectors import all_selectors, holding, left_out


@pytest.mark.parametrize("kind", PAGE_TYPES)
def test_what_scripts_bring_has_its_style(open_page: OpenPage, kind: str) -> None:
    page = open_page(kind)
    of_all = all_selectors()
    for name in (".figure__link", ".look button:last-of-type"):
        if page.locator(name).count():
            page.locator(name).first.click()
            html = page.content()
            assert holding(html, left_out(html, of_all)) == set()
            page.keyboard.press("Escape")


def test_a_rule_that_is_missing_would_be_seen(open_page: OpenPage) -> None:
    page = open_page("home")
    page.evaluate("document.body.append(document.createElement('table'))")
    html = page.content()
    assert holding(html, left_out(html, {"table"})) == {"table"}
