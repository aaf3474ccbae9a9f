from __future__ import annotations

from pathlib import Path

import pytest
from PIL import Image

from plugins.photos.config import PhotoSettings
from plugins.photos.encode.encoder import encode
from plugins.photos.inspect.metadata import EmbeddedMetadata, read_embedded
from plugins.photos.plan.derivatives import plan
from tests.photos import exiftool
from tests.photos.samples import (
    CORNERS,
    all_of,
    corners,
    facts_of,
    four_colours,
    near,
    opened,
    save,
)

SETTINGS = PhotoSettings()
TURNS = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_90,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_270,
}


@pytest.mark.parametrize("kind", ["jpg", "png", "webp", "heic", "avif"])
def test_every_derivative_has_the_planned_size_and_format(tmp_path: Path, kind: str) -> None:
    for derivative, content in all_of(save(tmp_path / f"a.{kind}", corners(3000, 2001))).items():
        image = opened(content)
        assert image.size == (derivative.width, derivative.height)
        assert image.format == derivative.format.upper()


@pytest.mark.parametrize("modern", ["avif", "webp"])
@pytest.mark.parametrize("size", [(1, 1), (1, 16_383), (3, 40_000), (16_383, 1), (70_000, 5)])
def test_pictures_of_odd_shapes_are_made(
    tmp_path: Path, size: tuple[int, int], modern: str
) -> None:
    path = save(tmp_path / "a.png", Image.new("RGB", size, CORNERS[0]))
    settings = PhotoSettings(modern=modern)
    wanted = plan(path.name, facts_of(path), settings, lead=True)
    for made in encode(path, facts_of(path), wanted, settings):
        assert opened(made.content).size == (made.derivative.width, made.derivative.height)


@pytest.mark.parametrize("kind", ["gif", "webp", "png"])
def test_of_thousands_of_frames_one_is_shown(tmp_path: Path, kind: str) -> None:
    frames = [Image.new("RGB", (40, 30), (at % 256, at // 256, 9)) for at in range(2000)]
    path = tmp_path / f"a.{kind}"
    frames[0].save(path, save_all=True, append_images=frames[1:], duration=20)
    wanted = plan(path.name, facts_of(path), SETTINGS)
    assert all(made.moving for made in encode(path, facts_of(path), wanted, SETTINGS))


@pytest.mark.parametrize("orientation", range(1, 9))
@pytest.mark.parametrize("kind", ["jpg", "png", "webp"])
def test_the_picture_is_upright(tmp_path: Path, kind: str, orientation: int) -> None:
    exif = Image.Exif()
    exif[0x0112] = orientation
    stored = corners()
    if orientation in TURNS:
        stored = stored.transpose(TURNS[orientation])
    for content in all_of(save(tmp_path / f"a.{kind}", stored, exif=exif)).values():
        image = opened(content)
        assert near(four_colours(image))
        assert 0x0112 not in image.getexif()


def test_a_heic_photo_is_upright(tmp_path: Path) -> None:
    exif = Image.Exif()
    exif[0x0112] = 6
    stored = corners().transpose(TURNS[6])
    path = save(tmp_path / "a.heic", stored, exif=exif.tobytes(), quality=90)
    facts = facts_of(path)
    assert (facts.width, facts.height) == (800, 600)
    assert all(near(four_colours(opened(content))) for content in all_of(path).values())


def test_the_first_frame_of_a_moving_gif_is_shown_and_said_to_move(tmp_path: Path) -> None:
    frames = [corners(400, 300), Image.new("RGB", (400, 300), "black")]
    path = save(tmp_path / "a.gif", frames[0], save_all=True, append_images=frames[1:])
    facts = facts_of(path)
    for each in encode(path, facts, plan("a.gif", facts, SETTINGS), SETTINGS):
        assert each.moving
        assert near(four_colours(opened(each.content)))


def test_a_panorama_comes_out_right(tmp_path: Path) -> None:
    for derivative, content in all_of(save(tmp_path / "a.jpg", corners(9000, 700))).items():
        assert opened(content).size == (derivative.width, derivative.height)
        if derivative.crop is None:
            assert near(four_colours(opened(content)))


def test_a_crop_shows_its_part_of_the_source(tmp_path: Path) -> None:
    made = all_of(save(tmp_path / "a.jpg", corners(4000, 3000)))
    for derivative, content in made.items():
        if derivative.purpose == "ratio":
            assert near(four_colours(opened(content)))


def test_the_bytes_do_not_depend_on_what_else_is_made(tmp_path: Path) -> None:
    path = save(tmp_path / "a.jpg", corners(3000, 2000))
    for derivative, content in all_of(path).items():
        (alone,) = encode(path, facts_of(path), [derivative], SETTINGS)
        assert alone.content == content


def test_a_picture_over_its_limit_of_bytes_is_encoded_again_with_less_quality(
    tmp_path: Path,
) -> None:
    path = save(tmp_path / "a.png", Image.effect_noise((1600, 1200), 60).convert("RGB"))
    free = PhotoSettings(phone_bytes=9_000_000, max_bytes=9_000_000)
    before = {
        each.purpose + str(each.width) + each.format: len(c)
        for each, c in all_of(path, free).items()
    }
    after = {
        each.purpose + str(each.width) + each.format: len(c) for each, c in all_of(path).items()
    }
    assert after["inline1200jpeg"] < before["inline1200jpeg"]
    assert after["large1600jpeg"] == before["large1600jpeg"]


def test_the_passport_is_kept_and_everything_else_removed(tmp_path: Path) -> None:
    path = exiftool.write(
        save(tmp_path / "a.jpg", corners(1600, 1200)),
        "-XMP-dc:Description=Chợ phiên",
        "-XMP-dc:Creator=Ngọc Bằng",
        "-IPTC:Credit=Báo Lào Cai",
        "-EXIF:Copyright=© Báo",
        "-EXIF:GPSLatitude=22.4856",
        "-EXIF:GPSLatitudeRef=N",
        "-XMP-exif:GPSLatitude=22.4856",
        "-EXIF:SerialNumber=SECRET1",
        "-EXIF:Make=Canon",
        "-EXIF:OwnerName=SECRET2",
        "-EXIF:LensSerialNumber=SECRET3",
        "-IPTC:City=SECRET4",
        "-Comment=SECRET5",
    )
    for derivative, content in all_of(path).items():
        published = tmp_path / Path(derivative.url).name
        published.write_bytes(content)
        embedded = EmbeddedMetadata("Chợ phiên", "Ngọc Bằng", "Báo Lào Cai", "© Báo")
        assert read_embedded(published) == embedded
        tags = exiftool.read(published)
        assert tags["XMP-dc:Creator"] == "Ngọc Bằng"
        assert tags["XMP-photoshop:Credit"] == "Báo Lào Cai"
        assert not [tag for tag in tags if "GPS" in tag or "Serial" in tag or "Make" in tag]
        assert "SECRET" not in str(tags)
        assert b"SECRET" not in content
