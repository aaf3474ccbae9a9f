from __future__ import annotations

import io
from pathlib import Path

import pytest
from PIL import ExifTags, Image

from plugins.desk.manuscript import Picture
from plugins.desk.pictures import save_picture
from plugins.photos.config import PhotoSettings
from plugins.photos.inspect.failure import PhotoError
from plugins.photos.inspect.heic import enable_heic
from plugins.photos.inspect.metadata import read_embedded
from tests.desk import office
from tests.desk.word_files import picture

HALVES = Image.new("RGB", (80, 40), "white")
HALVES.paste("black", (0, 0, 40, 40))


def encoded(image: Image.Image, kind: str, exif: Image.Exif | None = None) -> bytes:
    out = io.BytesIO()
    image.save(out, kind, **({} if exif is None else {"exif": exif}))
    return out.getvalue()


def saved(content: bytes, folder: Path, asked: Picture) -> Path:
    return folder / save_picture(content, asked, folder / "cho-1", PhotoSettings())


@pytest.mark.parametrize(
    ("kind", "name"),
    [
        ("JPEG", "cho-1.jpg"),
        ("PNG", "cho-1.png"),
        ("GIF", "cho-1.png"),
        ("BMP", "cho-1.png"),
        ("TIFF", "cho-1.jpg"),
        ("WEBP", "cho-1.jpg"),
        ("HEIF", "cho-1.jpg"),
    ],
)
def test_photos_are_jpeg_and_drawings_png(kind: str, name: str, tmp_path: Path) -> None:
    enable_heic()
    photo = saved(encoded(HALVES, kind), tmp_path, Picture("media/image1.xyz"))
    assert photo.name == name
    with Image.open(photo) as image:
        assert image.size == (80, 40)
    assert [each.name for each in tmp_path.iterdir()] == [name]


def test_a_photo_is_upright_and_tells_neither_place_nor_camera(tmp_path: Path) -> None:
    exif = Image.Exif()
    exif[ExifTags.Base.Orientation] = 6
    exif[ExifTags.Base.Make] = "Canon"
    exif[ExifTags.Base.Artist] = "Ngoc Bang"
    exif.get_ifd(ExifTags.IFD.GPSInfo)[1] = "N"
    photo = saved(encoded(HALVES, "JPEG", exif), tmp_path, Picture("media/a.jpg"))
    with Image.open(photo) as image:
        assert image.size == (40, 80)
        assert ExifTags.Base.Make not in image.getexif()
        assert not image.getexif().get_ifd(ExifTags.IFD.GPSInfo)
    assert read_embedded(photo).byline == "Ngoc Bang"


def test_a_photo_is_no_larger_than_the_site_shows_it(tmp_path: Path) -> None:
    photo = saved(picture((4000, 1000)), tmp_path, Picture("media/a.jpg"))
    with Image.open(photo) as image:
        assert image.size == (2560, 640)


def test_what_was_cut_off_in_word_is_cut_off(tmp_path: Path) -> None:
    photo = saved(encoded(HALVES, "PNG"), tmp_path, Picture("a.png", crop=(0.5, 0, 0, 0.25)))
    with Image.open(photo) as image:
        assert image.size == (40, 30)
        assert image.getpixel((0, 0)) == (255, 255, 255)


def test_what_was_turned_in_word_is_turned(tmp_path: Path) -> None:
    photo = saved(encoded(HALVES, "PNG"), tmp_path, Picture("a.png", turns=1))
    with Image.open(photo) as image:
        assert image.size == (40, 80)
        assert image.getpixel((20, 10)) == (0, 0, 0)


@pytest.mark.parametrize(("said", "turns"), [(3, 2), (6, 1), (8, 3)])
def test_a_phones_photo_that_word_has_turned_is_turned_once(
    said: int, turns: int, tmp_path: Path
) -> None:
    exif = Image.Exif()
    exif[ExifTags.Base.Orientation] = said
    photo = encoded(HALVES, "JPEG", exif)
    upright = saved(photo, tmp_path, Picture("a.jpg")).read_bytes()
    assert saved(photo, tmp_path, Picture("a.jpg", turns=turns)).read_bytes() == upright


def test_what_was_mirrored_in_word_is_mirrored_before_it_is_turned(tmp_path: Path) -> None:
    asked = Picture("a.png", turns=1, is_mirrored=True)
    with Image.open(saved(encoded(HALVES, "PNG"), tmp_path, asked)) as image:
        assert image.getpixel((20, 10)) == (255, 255, 255)


def test_drawings_of_windows_go_through_libreoffice(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    drawn, photos = tmp_path / "drawn.png", tmp_path / "photos"
    photos.mkdir()
    drawn.write_bytes(picture(kind="PNG"))
    office.install(tmp_path / "bin", monkeypatch, "works", drawn)
    for kind in ("emf", "svg"):
        assert saved(b"drawn", photos, Picture(f"media/image1.{kind}")).name == "cho-1.png"


@pytest.mark.parametrize("name", ["media/a.jpg", "media/a.emf"])
def test_what_is_no_picture_is_refused_and_leaves_nothing(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", "")  # no LibreOffice
    with pytest.raises(PhotoError):
        saved(b"no picture", tmp_path, Picture(name))
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("kind", ["PNG", "TIFF"])
def test_sixteen_bits_of_grey_stay_grey(kind: str, tmp_path: Path) -> None:
    grey = Image.new("I;16", (40, 30), 0x8080)
    with Image.open(saved(encoded(grey, kind), tmp_path, Picture("media/a.tif"))) as image:
        assert image.convert("L").getpixel((20, 15)) == 0x80
