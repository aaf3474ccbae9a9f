from __future__ import annotations

from pathlib import Path

import pytest
from PIL import Image, ImageCms

from plugins.photos.config import PhotoSettings
from tests.photos.samples import CORNERS, all_of, corners, four_colours, near, opened, save


def wide_gamut_profile() -> bytes:
    """Return a profile like Display P3: sRGB's with the primaries' columns mixed anew."""
    profile = bytearray(ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes())
    primaries = {
        b"rXYZ": (0.51512, 0.24120, -0.00105),
        b"gXYZ": (0.29198, 0.69225, 0.04189),
        b"bXYZ": (0.15710, 0.06657, 0.78407),
    }
    for index in range(int.from_bytes(profile[128:132], "big")):
        tag = profile[132 + 12 * index : 144 + 12 * index]
        offset = int.from_bytes(tag[4:8], "big")
        for place, value in enumerate(primaries.get(bytes(tag[:4]), ())):
            number = round(value * 65536).to_bytes(4, "big", signed=True)
            profile[offset + 8 + 4 * place : offset + 12 + 4 * place] = number
    return bytes(profile).replace("sRGB".encode("utf-16-be"), "wide".encode("utf-16-be"))


@pytest.mark.parametrize("kind", ["jpg", "png", "webp", "heic"])
def test_a_wide_gamut_photo_is_converted_to_srgb_and_published_without_profile(
    tmp_path: Path, kind: str
) -> None:
    # P3 (200, 120, 100) is sRGB (211, 117, 97): worked out with the matrices of CSS Color 4.
    image = Image.new("RGB", (800, 600), (200, 120, 100))
    path = save(tmp_path / f"a.{kind}", image, icc_profile=wide_gamut_profile(), quality=95)
    for content in all_of(path).values():
        shown = opened(content)
        assert "icc_profile" not in shown.info
        assert near(four_colours(shown), ((211, 117, 97),) * 4, within=5)


def test_a_damaged_profile_and_one_of_another_model_are_passed_over(tmp_path: Path) -> None:
    for profile in (b"nonsense", wide_gamut_profile()[:200]):
        path = save(tmp_path / "a.jpg", icc_profile=profile)
        assert all(near(four_colours(opened(each))) for each in all_of(path).values())
    grey = save(
        tmp_path / "g.jpg", Image.new("L", (600, 400), 90), icc_profile=wide_gamut_profile()
    )
    assert all(four_colours(opened(each))[0][0] in range(87, 94) for each in all_of(grey).values())


def test_a_cmyk_jpeg_has_its_colours(tmp_path: Path) -> None:
    path = save(tmp_path / "a.jpg", corners().convert("CMYK"), quality=95)
    assert all(near(four_colours(opened(each)), within=16) for each in all_of(path).values())


def test_a_sixteen_bit_png_keeps_its_brightness(tmp_path: Path) -> None:
    path = save(tmp_path / "a.png", Image.new("I;16", (5000, 3000), 0x8000))
    assert all(
        four_colours(opened(each))[0][0] in range(125, 132) for each in all_of(path).values()
    )


def test_a_palette_png_has_its_colours(tmp_path: Path) -> None:
    path = save(tmp_path / "a.png", corners().quantize(8))
    assert all(near(four_colours(opened(each))) for each in all_of(path).values())


@pytest.mark.parametrize("modern", ["avif", "webp"])
@pytest.mark.parametrize("size", [(800, 600), (5200, 3900)])
def test_transparency_is_kept_in_modern_formats_and_becomes_white_in_jpeg(
    tmp_path: Path, size: tuple[int, int], modern: str
) -> None:
    image = corners(*size).convert("RGBA")
    image.paste((0, 0, 0, 0), (0, 0, size[0] // 2, size[1] // 2))
    made = all_of(save(tmp_path / "a.png", image), PhotoSettings(modern=modern))
    for derivative, content in made.items():
        shown = opened(content)
        if derivative.format == modern:
            assert shown.mode == "RGBA"
            assert (
                shown.getchannel("A").getpixel((derivative.width // 4, derivative.height // 4)) == 0
            )
        else:
            assert near(four_colours(shown), ((255, 255, 255), *CORNERS[1:]))
