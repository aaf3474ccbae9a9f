"""Where the parts of the masthead stand, from a telephone to a desk."""

from __future__ import annotations

import pytest

from tests.browser.conftest import OpenPage


@pytest.mark.parametrize("width", [360, 412])
def test_day_and_number_share_a_line_on_a_telephone(open_page: OpenPage, width: int) -> None:
    page = open_page("home", width=width)
    day, number = (
        page.locator(each).bounding_box() for each in (".masthead__day", ".masthead__facts a")
    )
    assert day
    assert number
    assert number["x"] > day["x"] + day["width"]
    assert abs(number["y"] + number["height"] / 2 - day["y"] - day["height"] / 2) < 2


@pytest.mark.parametrize("width", [600, 768, 1024, 1280])
def test_search_and_letters_end_where_the_page_does(open_page: OpenPage, width: int) -> None:
    page = open_page("home", width=width)
    search, letters, line = (
        page.locator(each).bounding_box() for each in (".find", ".look", ".category-nav ul")
    )
    assert search
    assert letters
    assert line
    ends = [box["x"] + box["width"] for box in (search, letters)]
    assert max(ends) == pytest.approx(line["x"] + line["width"], abs=1)
    # Beside one another, or one above the other: with no hole between them.
    assert letters["x"] - ends[0] < 20
