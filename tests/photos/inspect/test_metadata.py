from __future__ import annotations

from pathlib import Path

import pytest
from PIL import Image

from plugins.photos.inspect import iim, xmp
from plugins.photos.inspect.heic import enable_heic
from plugins.photos.inspect.metadata import Passport, embedded, read_passport
from tests.photos import exiftool

PASSPORT = Passport(
    "Chợ phiên Bắc Hà ngày giáp Tết: <đông> & vui", "Ngọc Bằng", "Báo Lào Cai", "© 2024 Báo"
)
XMP_TAGS = (
    f"-XMP-dc:Description={PASSPORT.caption}",
    f"-XMP-dc:Creator={PASSPORT.byline}",
    f"-XMP-photoshop:Credit={PASSPORT.credit}",
    f"-XMP-dc:Rights={PASSPORT.copyright}",
)
IPTC_TAGS = (
    f"-IPTC:Caption-Abstract={PASSPORT.caption}",
    f"-IPTC:By-line={PASSPORT.byline}",
    f"-IPTC:Credit={PASSPORT.credit}",
    f"-IPTC:CopyrightNotice={PASSPORT.copyright}",
)


def save(path: Path, kind: str) -> Path:
    enable_heic()
    Image.new("RGB", (64, 48), (200, 30, 40)).save(path, format=kind)
    return path


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "HEIF"])
def test_xmp_written_by_another_program_is_read(tmp_path: Path, kind: str) -> None:
    suffix = "heic" if kind == "HEIF" else kind.lower()
    path = exiftool.write(save(tmp_path / f"a.{suffix}", kind), *XMP_TAGS)
    assert read_passport(path) == PASSPORT


@pytest.mark.parametrize("kind", ["JPEG", "PNG"])
def test_iptc_written_by_another_program_is_read(tmp_path: Path, kind: str) -> None:
    path = exiftool.write(save(tmp_path / f"a.{kind.lower()}", kind), *IPTC_TAGS)
    assert read_passport(path) == PASSPORT


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "HEIF"])
def test_exif_written_by_another_program_is_read(tmp_path: Path, kind: str) -> None:
    suffix = "heic" if kind == "HEIF" else kind.lower()
    path = exiftool.write(
        save(tmp_path / f"a.{suffix}", kind),
        f"-EXIF:ImageDescription={PASSPORT.caption}",
        f"-EXIF:Artist={PASSPORT.byline}",
        f"-EXIF:Copyright={PASSPORT.copyright}",
    )
    assert read_passport(path) == Passport(PASSPORT.caption, PASSPORT.byline, "", "© 2024 Báo")


def test_xmp_goes_before_iptc_and_both_before_exif(tmp_path: Path) -> None:
    path = exiftool.write(
        save(tmp_path / "a.jpg", "JPEG"),
        "-EXIF:ImageDescription=exif",
        "-EXIF:Artist=exif",
        "-IPTC:Caption-Abstract=iptc",
        "-IPTC:By-line=iptc",
        "-XMP-dc:Description=xmp",
    )
    assert read_passport(path) == Passport("xmp", "iptc")


def test_the_name_of_a_camera_is_no_caption(tmp_path: Path) -> None:
    path = exiftool.write(
        save(tmp_path / "a.jpg", "JPEG"), "-EXIF:ImageDescription=OLYMPUS DIGITAL CAMERA"
    )
    assert read_passport(path) == Passport()


def test_several_bylines_are_joined(tmp_path: Path) -> None:
    path = save(tmp_path / "a.jpg", "JPEG")
    exiftool.write(path, "-XMP-dc:Creator=Ngọc Bằng", "-XMP-dc:Creator=Thu Hà")
    assert read_passport(path).byline == "Ngọc Bằng, Thu Hà"


def test_of_several_languages_vietnamese_is_taken(tmp_path: Path) -> None:
    path = save(tmp_path / "a.jpg", "JPEG")
    exiftool.write(path, "-XMP-dc:Description=Market", "-XMP-dc:Description-vi-VN=Chợ")
    assert read_passport(path).caption == "Chợ"


def test_text_in_the_vietnamese_code_page_is_understood() -> None:
    assert iim.decode("Hà Nội".encode("cp1258", "replace")[:2]) == "Hà"


@pytest.mark.parametrize("kind", ["jpeg", "webp", "avif"])
def test_what_is_embedded_is_read_back_by_us_and_by_exiftool(tmp_path: Path, kind: str) -> None:
    path = tmp_path / f"a.{kind}"
    Image.new("RGB", (64, 48)).save(path, format=kind, **embedded(PASSPORT, kind))
    assert read_passport(path) == PASSPORT
    tags = exiftool.read(path)
    assert tags["XMP-dc:Description"] == PASSPORT.caption
    assert tags["XMP-dc:Creator"] == PASSPORT.byline
    assert tags["XMP-dc:Rights"] == PASSPORT.copyright
    assert tags["XMP-photoshop:Credit"] == PASSPORT.credit
    assert tags["IFD0:Artist"] == PASSPORT.byline
    if kind == "jpeg":
        assert tags["IPTC:Caption-Abstract"] == PASSPORT.caption
        assert tags["IPTC:By-line"] == PASSPORT.byline
        assert tags["IPTC:Credit"] == PASSPORT.credit
        assert tags["IPTC:CopyrightNotice"] == PASSPORT.copyright


def test_an_empty_passport_embeds_nothing() -> None:
    assert embedded(Passport(), "jpeg") == {}


@pytest.mark.parametrize(
    "packet",
    [
        b"",
        b"<x",
        b"\xff\xfe\x00",
        b'<!DOCTYPE x [<!ENTITY a "b">]><x>&a;</x>',
        b'<?xml version="1.0" encoding="klingon"?><x/>',
    ],
)
def test_a_damaged_or_hostile_xmp_packet_says_nothing(packet: bytes) -> None:
    assert xmp.parse(packet) == {}


@pytest.mark.parametrize("block", [b"\x1c", b"\x1c\x02\x78\xff\xff", b"\x1c\x02\x78\x00\x09ab"])
def test_a_damaged_iptc_block_says_nothing(block: bytes) -> None:
    assert iim.parse(block) == {}


def test_names_are_cut_so_that_a_passport_leaves_room_for_the_picture(tmp_path: Path) -> None:
    packet = xmp.build(
        {xmp.DESCRIPTION: "ệ" * 3000, xmp.CREATOR: "ệ" * 3000, xmp.RIGHTS: "ệ" * 3000}
    )
    Image.new("RGB", (8, 8)).save(tmp_path / "a.jpg", xmp=packet)
    passport = read_passport(tmp_path / "a.jpg")
    assert (len(passport.caption), len(passport.byline), len(passport.copyright)) == (
        2000,
        250,
        250,
    )
