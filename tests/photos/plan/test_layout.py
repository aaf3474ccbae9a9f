from __future__ import annotations

import re
from typing import get_args

import pytest

from plugins.photos.plan.layout import Place, sizes


def test_a_photo_in_the_main_column_is_as_wide_as_the_column() -> None:
    assert sizes("column", 1.5) == "(min-width:76rem) 48rem,(min-width:62rem) " + (
        "calc(100vw - 28rem),92vw"
    )
    assert sizes("column", 1.5, phone=True) == "92vw"


def test_a_tall_photo_is_bounded_by_the_height_of_the_window() -> None:
    assert sizes("column", 0.75) == (
        "(min-width:76rem) min(48rem, 63.8vh),"
        "(min-width:62rem) min(100vw - 28rem, 63.8vh),min(92vw, 63.8vh)"
    )


def test_what_is_cropped_has_to_be_wider_than_what_is_seen_of_it() -> None:
    assert sizes("third", 3.0, phone=True) == "138vw"
    assert sizes("first_third", 3.0, phone=True) == "184vw"


def test_photos_of_a_strip_are_as_wide_as_one_height_makes_them() -> None:
    assert sizes("strip", 1.5) == "(min-width:36rem) 30rem,78vw"
    assert sizes("strip", 3.0) == "(min-width:36rem) 60rem,156vw"
    assert sizes("strip", 0.5) == "(min-width:36rem) 10rem,26vw"


def test_a_banner_is_as_wide_as_the_page_unless_it_would_be_too_high() -> None:
    assert sizes("banner", 6.0) == "(min-width:76rem) 72rem,92vw"
    assert sizes("banner", 1.5) == "(min-width:76rem) min(72rem, 30rem),min(92vw, 30rem)"


@pytest.mark.parametrize("place", get_args(Place))
def test_every_place_has_a_length_for_every_window_the_widest_first(place: Place) -> None:
    *conditional, last = re.split(r",(?![^(]*\))", sizes(place, 1.5))
    widths = [float(re.findall(r"\(min-width:([\d.]+)rem\) ", each)[0]) for each in conditional]
    assert widths == sorted(widths, reverse=True)
    assert not last.startswith("(min-width")
    assert sizes(place, 1.5, phone=True) == last
