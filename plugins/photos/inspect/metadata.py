"""A photo's embedded metadata: caption, byline, credit and copyright, read from it and kept in it.

What is published carries these four and nothing else: metadata is written anew, so no
position, serial number, maker note or thumbnail can slip through.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any, BinaryIO

from PIL import ExifTags, Image

from plugins.photos.inspect import iim, png_text, xmp
from plugins.photos.inspect.bounds import by_our_limits
from plugins.photos.inspect.facts import BROKEN_EXIF
from plugins.photos.inspect.heic import enable_heic

# Characters: the IPTC's own limit for a caption, and what names need at the very most. In
# three encodings, the longest texts leave a phone's picture more than half of its bytes.
_LONGEST, _LONGEST_NAME = 2000, 250
# What cameras write where a caption belongs.
_CAMERA_WORDS = frozenset(
    {"olympus digital camera", "sony dsc", "dcim", "dav", "default", "samsung camera pictures"}
    | {"kodak digital still camera", "exif_jpeg_picture", "minolta digital camera"}
)
# IPTC IIM record 2.
_CAPTION, _BYLINE, _CREDIT, _COPYRIGHT = 120, 80, 110, 116


@dataclass(frozen=True)
class EmbeddedMetadata:
    """What a photo says of itself: plain text, "" where it says nothing.

    ``byline`` is the photographer, several joined by commas; ``credit`` is
    the line that the owner wants under it.
    """

    caption: str = ""
    byline: str = ""
    credit: str = ""
    copyright: str = ""

    @property
    def whom_to_credit(self) -> str:
        """The credit line, with the photographer before it if it does not say who that is."""
        if self.byline.casefold() in self.credit.casefold():
            return self.credit
        return f"{self.byline}/{self.credit}" if self.credit else self.byline


def read_embedded(path: Path) -> EmbeddedMetadata:
    """Return the embedded metadata of the photo file ``path``, without decoding its pixels.

    XMP goes before IPTC IIM, and both before EXIF (whose texts have no declared
    encoding). Raises OSError when the file cannot be opened as an image.
    """
    enable_heic()
    with path.open("rb") as file, by_our_limits(), Image.open(file) as image:
        return embedded_in(image, file)


def embedded_in(image: Image.Image, file: BinaryIO) -> EmbeddedMetadata:
    """Return the embedded metadata of ``image``, which was opened from ``file``."""
    late = png_text.read(file) if image.format == "PNG" else {}
    packet = late.get("xmp") or image.info.get("xmp") or b""
    from_xmp = xmp.parse(packet.encode() if isinstance(packet, str) else packet)
    from_iim = iim.parse(late.get("iptc") or _iptc_block(image))
    from_exif = _exif_texts(image, late.get("exif"))

    def first(name: str, number: int, tag: int | None, most: int = _LONGEST_NAME) -> str:
        texts = (from_xmp.get(name, ""), ", ".join(from_iim.get(number, ())))
        candidates = (*texts, from_exif.get(tag, "") if tag else "")
        return next((clean for text in candidates if (clean := _clean(text)[:most])), "")

    return EmbeddedMetadata(
        first(xmp.DESCRIPTION, _CAPTION, ExifTags.Base.ImageDescription, _LONGEST),
        first(xmp.CREATOR, _BYLINE, ExifTags.Base.Artist),
        first(xmp.CREDIT, _CREDIT, None),
        first(xmp.RIGHTS, _COPYRIGHT, ExifTags.Base.Copyright),
    )


def _iptc_block(image: Image.Image) -> bytes:
    resources = image.info.get("photoshop")
    block = resources.get(iim.RESOURCE) if isinstance(resources, dict) else None
    return block if isinstance(block, bytes) else b""


def _exif_texts(image: Image.Image, late: bytes | None) -> dict[int, str]:
    try:
        if late is None:
            exif = Image.Image.getexif(image)  # the base class's: PNG's own decodes the picture
        else:
            exif = Image.Exif()
            exif.load(late)
        texts = {tag: value for tag, value in exif.items() if isinstance(value, str)}
    except BROKEN_EXIF:
        return {}
    # Pillow reads each byte as a letter; programs write UTF-8.
    return {tag: iim.decode(text.encode("latin-1", "ignore")) for tag, text in texts.items()}


def _clean(text: str) -> str:
    text = "\n".join(line.strip() for line in text.replace("\x00", "").splitlines()).strip()
    return "" if text.casefold() in _CAMERA_WORDS else text


def embedding(embedded: EmbeddedMetadata, format_: str) -> dict[str, Any]:
    """Return the arguments that make Pillow's ``save`` embed ``embedded``: none if it is empty.

    EXIF and XMP for every format, and IPTC IIM for ``"jpeg"``, which is what newsrooms'
    software reads.
    """
    if embedded == EmbeddedMetadata():
        return {}
    exif = Image.Exif()
    for tag, text in (
        (ExifTags.Base.ImageDescription, embedded.caption),
        (ExifTags.Base.Artist, embedded.byline),
        (ExifTags.Base.Copyright, embedded.copyright),
    ):
        if text:
            exif[tag] = text.encode()
    packet = xmp.build(
        {
            xmp.DESCRIPTION: embedded.caption,
            xmp.CREATOR: embedded.byline,
            xmp.RIGHTS: embedded.copyright,
            xmp.CREDIT: embedded.credit,
        }
    )
    blocks: dict[str, Any] = {"exif": exif.tobytes(), "xmp": packet}
    if format_ == "jpeg":
        sets = (
            (_BYLINE, embedded.byline),
            (_CREDIT, embedded.credit),
            (_COPYRIGHT, embedded.copyright),
            (_CAPTION, embedded.caption),
        )
        blocks["extra"] = iim.app13(iim.build((n, text) for n, text in sets if text))
    return blocks
