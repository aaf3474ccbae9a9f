"""What a camera and a picture desk leave in a JPEG: Exif (orientation, author) and IPTC."""

from __future__ import annotations

from dataclasses import dataclass

from PIL import Image
from PIL.ExifTags import Base

# Photoshop's image-resource block that holds IPTC-IIM records (IIM 4.2, Adobe's "8BIM" 0x0404).
_RESOURCE = b"8BIM\x04\x04\x00\x00"
_UTF8 = b"\x1b%G"


@dataclass(frozen=True)
class Tags:
    """What is recorded in a photo; empty fields are left out.

    ``orientation`` is Exif's: with 6 the pixels lie on their side and a viewer has to
    turn them a quarter to the right.
    """

    byline: str = ""
    caption: str = ""
    taken: str = ""
    orientation: int = 1


def exif(tags: Tags) -> Image.Exif:
    """Return the Exif block; ``taken`` is "YYYY:MM:DD HH:MM:SS"."""
    block = Image.Exif()
    if tags.orientation != 1:
        block[Base.Orientation] = tags.orientation
    if tags.taken:
        block[Base.DateTime] = tags.taken
        block[Base.Make] = "Bulletin"
    return block


def iptc_segment(tags: Tags) -> bytes:
    """Return a JPEG APP13 segment with byline (2:80), credit (2:110) and caption (2:120)."""
    records = _record(1, 90, _UTF8)
    for number, text in ((80, tags.byline), (110, tags.byline), (120, tags.caption)):
        if text:
            records += _record(2, number, text.encode())
    if len(records) % 2:
        records += b"\x00"
    body = b"Photoshop 3.0\x00" + _RESOURCE + len(records).to_bytes(4, "big") + records
    return b"\xff\xed" + (len(body) + 2).to_bytes(2, "big") + body


def _record(group: int, number: int, value: bytes) -> bytes:
    return bytes((0x1C, group, number)) + len(value).to_bytes(2, "big") + value


def laid_on_side(picture: Image.Image, orientation: int) -> Image.Image:
    """Return the pixels as a camera stores them, so that ``orientation`` sets them upright."""
    if orientation == 6:
        return picture.transpose(Image.Transpose.ROTATE_90)
    return picture
