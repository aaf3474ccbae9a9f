from __future__ import annotations

from pathlib import Path

import pytest
from PIL import Image

from plugins.photos.inspect import iim, xmp
from plugins.photos.inspect.heic import enable_heic
from plugins.photos.inspect.metadata import EmbeddedMetadata, embedding, read_embedded
from tests.photos import exiftool

EMBEDDED = EmbeddedMetadata(
    "Chợ phiên Bắc Hà ngày giáp Tết: <đông> & vui", "Ngọc Bằng", "Báo Lào Cai", "© 2024 Báo"
)
XMP_TAGS = (
    f"-XMP-dc:Description={EMBEDDED.caption}",
    f"-XMP-dc:Creator={EMBEDDED.byline}",
    f"-XMP-photoshop:Credit={EMBEDDED.credit}",
    f"-XMP-dc:Rights={EMBEDDED.copyright}",
)
IPTC_TAGS = (
    f"-IPTC:Caption-Abstract={EMBEDDED.caption}",
    f"-IPTC:By-line={EMBEDDED.byline}",
    f"-IPTC:Credit={EMBEDDED.credit}",
    f"-IPTC:CopyrightNotice={EMBEDDED.copyright}",
)


def save(path: Path, kind: str) -> Path:
    enable_heic()
    Image.new("RGB", (64, 48), (200, 30, 40)).save(path, format=kind)
    return path


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "HEIF"])
def test_xmp_written_by_another_program_is_read(tmp_path: Path, kind: str) -> None:
    suffix = "heic" if kind == "HEIF" else kind.lower()
    path = exiftool.write(save(tmp_path / f"a.{suffix}", kind), *XMP_TAGS)
    assert read_embedded(path) == EMBEDDED


@pytest.mark.parametrize("kind", ["JPEG", "PNG"])
def test_iptc_written_by_another_program_is_read(tmp_path: Path, kind: str) -> None:
    path = exiftool.write(save(tmp_path / f"a.{kind.lower()}", kind), *IPTC_TAGS)
    assert read_embedded(path) == EMBEDDED


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "HEIF"])
def test_exif_written_by_another_program_is_read(tmp_path: Path, kind: str) -> None:
    suffix = "heic" if kind == "HEIF" else kind.lower()
    path = exiftool.write(
        save(tmp_path / f"a.{suffix}", kind),
        f"-EXIF:ImageDescription={EMBEDDED.caption}",
        f"-EXIF:Artist={EMBEDDED.byline}",
        f"-EXIF:Copyright={EMBEDDED.copyright}",
    )
    assert read_embedded(path) == EmbeddedMetadata(
        EMBEDDED.caption, EMBEDDED.byline, "", "© 2024 Báo"
    )


def test_xmp_goes_before_iptc_and_both_before_exif(tmp_path: Path) -> None:
    path = exiftool.write(
        save(tmp_path / "a.jpg", "JPEG"),
        "-EXIF:ImageDescription=exif",
        "-EXIF:Artist=exif",
        "-IPTC:Caption-Abstract=iptc",
        "-IPTC:By-line=iptc",
        "-XMP-dc:Description=xmp",
    )
    assert read_embedded(path) == EmbeddedMetadata("xmp", "iptc")


def test_the_name_of_a_camera_is_no_caption(tmp_path: Path) -> None:
    path = exiftool.write(
        save(tmp_path / "a.jpg", "JPEG"), "-EXIF:ImageDescription=OLYMPUS DIGITAL CAMERA"
    )
    assert read_embedded(path) == EmbeddedMetadata()


def test_several_bylines_are_joined(tmp_path: Path) -> None:
    path = save(tmp_path / "a.jpg", "JPEG")
    exiftool.write(path, "-XMP-dc:Creator=Ngọc Bằng", "-XMP-dc:Creator=Thu Hà")
    assert read_embedded(path).byline == "Ngọc Bằng, Thu Hà"


def test_of_several_languages_vietnamese_is_taken(tmp_path: Path) -> None:
    path = save(tmp_path / "a.jpg", "JPEG")
    exiftool.write(path, "-XMP-dc:Description=Market", "-XMP-dc:Description-vi-VN=Chợ")
    assert read_embedded(path).caption == "Chợ"


def test_text_in_the_vietnamese_code_page_is_understood() -> None:
    assert iim.decode("Hà Nội".encode("cp1258", "replace")[:2]) == "Hà"


@pytest.mark.parametrize("kind", ["jpeg", "webp", "avif"])
def test_what_is_embedded_is_read_back_by_us_and_by_exiftool(tmp_path: Path, kind: str) -> None:
    path = tmp_path / f"a.{kind}"
    Image.new("RGB", (64, 48)).save(path, format=kind, **embedding(EMBEDDED, kind))
    assert read_embedded(path) == EMBEDDED
    tags = exiftool.read(path)
    assert tags["XMP-dc:Description"] == EMBEDDED.caption
    assert tags["XMP-dc:Creator"] == EMBEDDED.byline
    assert tags["XMP-dc:Rights"] == EMBEDDED.copyright
    assert tags["XMP-photoshop:Credit"] == EMBEDDED.credit
    assert tags["IFD0:Artist"] == EMBEDDED.byline
    if kind == "jpeg":
        assert tags["IPTC:Caption-Abstract"] == EMBEDDED.caption
        assert tags["IPTC:By-line"] == EMBEDDED.byline
        assert tags["IPTC:Credit"] == EMBEDDED.credit
        assert tags["IPTC:CopyrightNotice"] == EMBEDDED.copyright


def test_empty_metadata_embeds_nothing() -> None:
    assert embedding(EmbeddedMetadata(), "jpeg") == {}


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
    embedded = read_embedded(tmp_path / "a.jpg")
    assert (len(embedded.caption), len(embedded.byline), len(embedded.copyright)) == (
        2000,
        250,
        250,
    )
