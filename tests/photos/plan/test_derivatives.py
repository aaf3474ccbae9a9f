from __future__ import annotations

import dataclasses
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.core.errors import SettingsError
from plugins.core.settings import load_settings
from plugins.photos.config import PhotoSettings
from plugins.photos.model import Facts
from plugins.photos.plan.derivatives import (
    LONGEST_SIDE,
    Derivative,
    crop_box,
    is_line,
    plan,
    scaled,
)

SETTINGS = PhotoSettings()
DIGEST = "ab" * 32


def planned(width: int, height: int, purpose: str, format_: str = "jpeg") -> list[Derivative]:
    made = plan("Lễ hội.JPG", Facts(width, height, DIGEST), SETTINGS, lead=True)
    return [each for each in made if each.purpose == purpose and each.format == format_]


def sizes(width: int, height: int, purpose: str, format_: str = "jpeg") -> list[tuple[int, int]]:
    return [(each.width, each.height) for each in planned(width, height, purpose, format_)]


@pytest.mark.parametrize("format_", ["avif", "jpeg"])
def test_a_camera_photo_gets_the_widths_of_the_layout_in_both_formats(format_: str) -> None:
    assert sizes(4000, 3000, "inline", format_) == [(480, 360), (768, 576), (1200, 900)]


def test_a_small_photo_is_never_made_larger() -> None:
    assert sizes(600, 401, "inline") == [(480, 321), (600, 401)]
    assert sizes(300, 200, "inline") == [(300, 200)]
    assert sizes(300, 200, "large") == [(300, 200)]
    assert sizes(300, 200, "share") == [(300, 157)]


def test_the_large_view_fits_a_square_of_2560_pixels() -> None:
    assert sizes(8000, 6000, "large") == [(2560, 1920)]
    assert sizes(6000, 8000, "large") == [(1920, 2560)]


def test_a_wide_panorama_keeps_its_ratio() -> None:
    assert sizes(20000, 2000, "inline") == [(480, 48), (768, 77), (1200, 120)]
    assert sizes(20000, 2000, "large") == [(2560, 256)]
    assert sizes(20000, 2000, "share") == [(1200, 630)]


def test_a_very_tall_picture_does_not_open_smaller_than_it_stands_in_the_article() -> None:
    assert sizes(1000, 12000, "large") == [(1000, 12000)]


def test_no_side_is_longer_than_webp_can_hold() -> None:
    assert sizes(1000, 40000, "inline", "avif") == [(409, 16360)]


SIDES = st.integers(1, 120_000)


@given(SIDES, SIDES, st.sampled_from(["avif", "webp"]))
def test_every_picture_of_what_is_no_line_can_be_encoded(
    width: int, height: int, modern: str
) -> None:
    facts = Facts(width, height, DIGEST)
    settings = dataclasses.replace(SETTINGS, modern=modern)
    sides = [(each.width, each.height) for each in plan("a.jpg", facts, settings, lead=True)]
    if not is_line(facts):
        assert {side for size in sides for side in size if not 1 <= side <= LONGEST_SIDE} == set()


def test_heights_are_rounded_half_up_and_never_nothing() -> None:
    assert scaled((1600, 1067), 480) == (480, 320)
    assert scaled((4, 3), 2) == (2, 2)
    assert scaled((5000, 3), 480) == (480, 1)


def test_crops_have_their_ratios_and_lie_in_the_middle_or_a_third_down() -> None:
    assert sizes(4000, 3000, "ratio") == [(1200, 1200), (1200, 900), (1200, 675)]
    assert [each.crop for each in planned(4000, 3000, "ratio")] == [
        (500, 0, 3500, 3000),
        (0, 0, 4000, 3000),
        (0, 250, 4000, 2500),
    ]
    assert sizes(4000, 3000, "thumb", "avif") == [(240, 160), (480, 320), (768, 512)]
    assert sizes(4000, 3000, "thumb", "jpeg") == [(480, 320)]


def test_only_a_lead_photo_gets_crops_and_thumbnails() -> None:
    made = plan("a.jpg", Facts(4000, 3000, DIGEST), SETTINGS)
    assert {each.purpose for each in made} == {"inline", "large"}


def test_an_address_holds_name_hash_and_width() -> None:
    urls = [each.url for each in plan("Lễ hội.JPG", Facts(4000, 3000, DIGEST), SETTINGS)]
    assert re.fullmatch(r"anh/le-hoi-[0-9a-f]{10}-480\.avif", urls[0])
    assert re.fullmatch(r"anh/le-hoi-[0-9a-f]{10}-lon\.jpg", urls[-1])


def test_an_address_changes_with_content_and_with_what_changes_pixels_only() -> None:
    facts = Facts(4000, 3000, DIGEST)

    def first(facts: Facts, settings: PhotoSettings) -> str:
        return plan("a.jpg", facts, settings)[0].url

    here = first(facts, SETTINGS)
    assert first(facts, dataclasses.replace(SETTINGS, cache_dir="x", max_pixels=1)) == here
    assert first(facts, dataclasses.replace(SETTINGS, avif_quality=60)) != here
    assert first(facts._replace(digest="cd" * 32), SETTINGS) != here


def test_an_address_does_not_depend_on_whether_the_photo_leads() -> None:
    facts = Facts(4000, 3000, DIGEST)
    assert set(plan("a.jpg", facts, SETTINGS)) < set(plan("a.jpg", facts, SETTINGS, lead=True))


@given(st.integers(1, 30000), st.integers(1, 30000))
def test_every_plan_is_sound(width: int, height: int) -> None:
    made = plan("a.jpg", Facts(width, height, DIGEST), SETTINGS, lead=True)
    assert len({each.url for each in made}) == len(made)
    for each in made:
        left, top, right, bottom = each.crop or (0, 0, width, height)
        assert 0 <= left < right <= width
        assert 0 <= top < bottom <= height
        assert 1 <= each.width <= right - left
        assert 1 <= each.height <= bottom - top
        assert max(each.width, each.height) <= 16383


@given(st.integers(1, 9000), st.integers(1, 9000), st.integers(1, 20), st.integers(1, 20))
def test_a_crop_touches_two_opposite_edges(width: int, height: int, across: int, down: int) -> None:
    left, top, right, bottom = crop_box((width, height), (across, down))
    assert (left, right) == (0, width) or (top, bottom) == (0, height)


@pytest.mark.parametrize(
    "bad",
    [
        {"widths": []},
        {"share": [1200]},
        {"ratios": ["4x3"]},
        {"thumb_ratio": "0:1"},
        {"large": 0},
        {"jpeg_quality": 101},
        {"webp_method": 7},
        {"avif_speed": 11},
        {"modern": "gif"},
        {"width": 3},
    ],
)
def test_settings_that_make_no_sense_stop_the_build(bad: dict[str, object]) -> None:
    with pytest.raises(SettingsError, match="PHOTOS"):
        load_settings(PhotoSettings, "PHOTOS", bad)
