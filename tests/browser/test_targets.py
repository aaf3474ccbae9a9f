"""What is pressed is large enough to be hit (WCAG 2.2, 2.5.8)."""

from __future__ import annotations

import pytest

from tests.browser.conftest import OpenPage
from tests.browser.page_types import PAGE_TYPES

# Links and buttons under 24 pixels. A link in a sentence is as high as its line: that is allowed.
SMALL = """() => [...document.querySelectorAll("a[href], button, summary")].filter((target) => {
    const {width, height} = target.getBoundingClientRect();
    if (!target.checkVisibility({visibilityProperty: true}) || target.matches(".skip-link"))
        return false;
    const sentence = target.closest("p, li, dd, td, figcaption, footer.source");
    const alone = !sentence || sentence.innerText.trim() === target.innerText.trim();
    const inline = getComputedStyle(target).display === "inline";
    return (alone || !inline) && Math.min(width, height) < 24;
}).map((target) => target.outerHTML.slice(0, 120))"""


@pytest.mark.parametrize("kind", sorted(PAGE_TYPES.keys() - {"latest-news fragment"}))
@pytest.mark.parametrize("width", [360, 1280])
def test_every_target_is_large_enough(open_page: OpenPage, kind: str, width: int) -> None:
    page = open_page(kind, width=width)
    assert page.evaluate(SMALL) == []
