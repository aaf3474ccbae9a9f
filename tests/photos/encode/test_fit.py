from __future__ import annotations

from pathlib import Path
from typing import get_args

import pytest
from PIL import Image

from plugins.photos.config import PhotoSettings
from plugins.photos.encode import fit
from plugins.photos.encode.fit import fitting
from plugins.photos.inspect.metadata import EmbeddedMetadata
from plugins.photos.plan.derivatives import SUFFIXES, Derivative, Format
from tests.photos.samples import all_of, corners, opened, save

SETTINGS = PhotoSettings()
PHONE, MOST = 60_000, 400_000
LONG = EmbeddedMetadata("ệ" * 2000, *("ệ" * 250 for _ in range(3)))


def noise(width: int, height: int, strength: int) -> Image.Image:
    """Return grain that is different in each colour."""
    return Image.merge("RGB", [Image.effect_noise((width, height), strength) for _ in range(3)])


def grainy(width: int, height: int) -> Image.Image:
    """Return leaves and branches, photographed by a small sensor in the dark."""
    picture = noise(width, height, 90)
    for share, part in ((4, 0.5), (16, 0.35), (64, 0.3)):
        leaves = noise(width // share, height // share, 110)
        picture = Image.blend(picture, leaves.resize((width, height)), part)
    return picture


def inline(width: int, height: int, format_: Format) -> Derivative:
    return Derivative("anh/a", width, height, format_, None, "inline")


def test_a_grainy_twelve_megabyte_photo_of_foliage_keeps_every_limit(tmp_path: Path) -> None:
    path = save(tmp_path / "a.jpg", grainy(3000, 4000), quality=97, subsampling=0)
    assert path.stat().st_size > 11_000_000
    for derivative, content in all_of(path).items():
        if derivative.purpose == "large":
            continue
        assert len(content) <= (PHONE if derivative.width <= 768 else MOST), derivative


@pytest.mark.parametrize("format_", ["avif", "webp", "jpeg"])
def test_pure_noise_with_the_longest_passport_fits_and_is_whole(format_: Format) -> None:
    picture = noise(768, 1365, 250)
    content = fitting(picture, inline(768, 1365, format_), LONG, SETTINGS)
    assert len(content) <= PHONE
    assert opened(content).size == (768, 1365)


def test_a_very_tall_poster_of_fine_print_fits() -> None:
    print_ = Image.effect_noise((480, 4000), 250).point(lambda v: 255 * (v > 127)).convert("RGB")
    content = fitting(print_, inline(480, 4000, "jpeg"), EmbeddedMetadata(), SETTINGS)
    assert len(content) <= PHONE


def test_quality_gives_way_before_detail(monkeypatch: pytest.MonkeyPatch) -> None:
    picture, asked = noise(768, 512, 30), inline(768, 512, "jpeg")
    full = fitting(picture, asked, EmbeddedMetadata(), PhotoSettings(phone_bytes=10**6))
    monkeypatch.setattr(fit, "_softened", None)
    content = fitting(picture, asked, EmbeddedMetadata(), PhotoSettings(phone_bytes=40_000))
    assert len(full) > 40_000 >= len(content)


def test_a_picture_within_its_limit_is_encoded_once_at_full_quality() -> None:
    free = PhotoSettings(phone_bytes=10**9, max_bytes=10**9)
    for width in (480, 1200):
        asked = inline(width, 300, "jpeg")
        picture = corners(width, 300)
        assert fitting(picture, asked, EmbeddedMetadata(), SETTINGS) == fitting(
            picture, asked, EmbeddedMetadata(), free
        )


def test_the_large_view_has_no_limit() -> None:
    picture = noise(768, 768, 200)
    asked = Derivative("anh/a", 768, 768, "jpeg", None, "large")
    assert len(fitting(picture, asked, EmbeddedMetadata(), SETTINGS)) > PHONE


@pytest.mark.parametrize("format_", ["avif", "webp", "jpeg"])
def test_a_softened_picture_has_the_same_bytes_every_time(format_: Format) -> None:
    picture, asked = noise(480, 640, 250), inline(480, 640, format_)
    tight = PhotoSettings(phone_bytes=8_000)
    first = fitting(picture.copy(), asked, EmbeddedMetadata(), tight)
    assert fitting(picture, asked, EmbeddedMetadata(), tight) == first
    assert len(first) <= 8_000


def test_every_format_that_is_planned_can_be_encoded() -> None:
    assert list(fit.ENCODINGS) == list(get_args(Format)) == list(SUFFIXES)
