from __future__ import annotations

import hashlib
import struct
import zlib
from pathlib import Path

import pytest
from PIL import Image

from plugins.core import checks
from plugins.core.checks import Check
from plugins.photos import Facts, PhotoProblem
from plugins.photos.inspect.facts import inspect


def save(path: Path, kind: str = "JPEG", orientation: int | None = None) -> Path:
    exif = Image.Exif()
    if orientation is not None:
        exif[0x0112] = orientation
    Image.new("RGB", (40, 30), (10, 90, 60)).save(path, format=kind, exif=exif)
    return path


def check_and_message(path: Path) -> tuple[Check, str]:
    problem = inspect(path)
    assert isinstance(problem, PhotoProblem)
    return problem.check, problem.message


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "GIF", "WEBP", "AVIF", "MPO"])
def test_every_format_that_browsers_show_has_size_and_digest(tmp_path: Path, kind: str) -> None:
    path = save(tmp_path / "a.jpg", kind)
    assert inspect(path) == Facts(40, 30, hashlib.sha256(path.read_bytes()).hexdigest())


@pytest.mark.parametrize("kind", ["JPEG", "WEBP", "PNG"])
@pytest.mark.parametrize("orientation", range(1, 9))
def test_the_size_is_that_of_the_upright_picture(
    tmp_path: Path, kind: str, orientation: int
) -> None:
    facts = inspect(save(tmp_path / f"{orientation}.x", kind, orientation))
    assert isinstance(facts, Facts)
    assert (facts.width, facts.height) == ((30, 40) if orientation >= 5 else (40, 30))


def test_an_empty_file_is_a_problem(tmp_path: Path) -> None:
    (tmp_path / "a.jpg").touch()
    assert check_and_message(tmp_path / "a.jpg") == (checks.PHOTO_BROKEN, "tệp ảnh rỗng (0 byte)")


@pytest.mark.parametrize("content", [b"chu thuong", b"\xff\xd8\xff\xe0\x00", b"\x89PNG\r\n\x1a\n"])
def test_a_file_that_is_no_image_or_cut_off_in_its_header_is_a_problem(
    tmp_path: Path, content: bytes
) -> None:
    (tmp_path / "a.jpg").write_bytes(content)
    assert check_and_message(tmp_path / "a.jpg")[0] == checks.PHOTO_BROKEN


@pytest.mark.parametrize("kind", ["TIFF", "BMP"])
def test_a_format_that_browsers_do_not_show_is_named_whatever_the_file_is_called(
    tmp_path: Path, kind: str
) -> None:
    message = f"trình duyệt không hiển thị được ảnh dạng {kind}"
    assert check_and_message(save(tmp_path / "a.jpg", kind)) == (checks.PHOTO_UNSHOWABLE, message)


def png_header(width: int, height: int) -> bytes:
    data = b"IHDR" + struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    header = struct.pack(">I", 13) + data + struct.pack(">I", zlib.crc32(data))
    return b"\x89PNG\r\n\x1a\n" + header + struct.pack(">I", 0) + b"IDAT" + b"\x35\xaf\x06\x1e"


def test_a_decompression_bomb_is_a_problem(tmp_path: Path) -> None:
    (tmp_path / "a.png").write_bytes(png_header(30_000, 30_000))
    message = "ảnh có quá nhiều điểm ảnh"
    assert check_and_message(tmp_path / "a.png") == (checks.PHOTO_TOO_LARGE, message)


def test_a_big_photo_of_a_phone_is_none(tmp_path: Path) -> None:
    (tmp_path / "a.png").write_bytes(png_header(12_000, 9_000))
    assert isinstance(inspect(tmp_path / "a.png"), Facts)


def test_damaged_exif_data_do_not_condemn_a_sound_photo(tmp_path: Path) -> None:
    path = tmp_path / "a.jpg"
    Image.new("RGB", (40, 30)).save(path, exif=b"Exif\x00\x00rubbish")
    assert isinstance(inspect(path), Facts)


def test_a_file_that_is_gone_is_a_problem(tmp_path: Path) -> None:
    assert check_and_message(tmp_path / "a.jpg")[0] == checks.PHOTO_UNREADABLE


def test_a_changed_file_is_looked_at_anew(tmp_path: Path) -> None:
    path = save(tmp_path / "a.jpg")
    before = inspect(path)
    Image.new("RGB", (80, 30)).save(path)
    assert inspect(path) != before
