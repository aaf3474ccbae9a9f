from __future__ import annotations

import pytest

from tests.browser.conftest import OpenPage

# Where the play sign of a story stands: its corner, and the photo's.
SIGN = """() => {
    const photo = document.querySelector(".films img").getBoundingClientRect();
    const beside = document.querySelector(".films picture + div");
    const sign = getComputedStyle(beside, "::before"), story = beside.closest("article");
    const box = story.getBoundingClientRect();
    const left = box.left + parseFloat(sign.left), right = left + parseFloat(sign.width);
    return [sign.content, sign.position,
        left >= photo.left - 1 && right <= photo.right + 1,
        Math.abs(box.top + parseFloat(sign.top) - photo.top) < 1];
}"""


@pytest.mark.parametrize("kind", ["home", "videos"])
@pytest.mark.parametrize("width", [320, 360, 768, 1280])
def test_a_photo_of_a_story_with_a_film_has_a_sign_of_play(
    open_page: OpenPage, kind: str, width: int
) -> None:
    content, position, is_on_photo, is_at_the_top = open_page(kind, width=width).evaluate(SIGN)
    assert content.startswith('"►"')
    assert (position, is_on_photo, is_at_the_top) == ("absolute", True, True)


def test_on_a_phone_a_documents_row_is_a_block(open_page: OpenPage) -> None:
    page = open_page("documents", width=320)
    cells = page.locator(".documents tbody tr:first-child td")
    boxes = [cell.bounding_box() for cell in cells.all()]
    edges = [(box["x"], box["y"]) for box in boxes if box]
    assert len(edges) == 5
    assert len({x for x, _ in edges}) == 1
    assert len({y for _, y in edges}) == 5
    assert page.evaluate("document.querySelector('.documents').scrollWidth") <= 320


@pytest.mark.parametrize("width", [320, 600, 768, 1000, 1280])
def test_blocks_of_the_front_page_fill_their_rows(open_page: OpenPage, width: int) -> None:
    page = open_page("home", width=width)
    for _ in range(page.locator(".front__collections > section").count()):
        left, right = page.evaluate(
            """() => {
                const all = document.querySelector(".front__collections");
                const [own, last] = [all, all.lastElementChild]
                    .map((each) => each.getBoundingClientRect());
                return [own.left - all.firstElementChild.getBoundingClientRect().left,
                    own.right - last.right];
            }"""
        )
        assert abs(left) < 1
        assert abs(right) < 1
        page.evaluate("document.querySelector('.front__collections > section').remove()")
