"""The metadata chunks of a PNG file (W3C PNG, third edition), without decoding its pixels.

Pillow sees only what stands before the pixels until it has decoded them, and exiftool
writes behind them.
"""

from __future__ import annotations

import binascii
import struct
import zlib
from typing import BinaryIO

SIGNATURE = b"\x89PNG\r\n\x1a\n"
_LONGEST = 4_000_000  # of a chunk, packed or unpacked: captions are short, attacks are not
_XMP = b"XML:com.adobe.xmp"
_WANTED = (b"eXIf", b"iTXt", b"tEXt", b"zTXt")


def read(file: BinaryIO) -> dict[str, bytes]:
    """Return what an opened PNG file holds of ``exif``, ``xmp`` and ``iptc``."""
    found: dict[str, bytes] = {}
    file.seek(0)
    if file.read(8) != SIGNATURE:
        return found
    while len(head := file.read(8)) == 8:
        length, kind = struct.unpack(">I4s", head)
        wanted = kind in _WANTED and length <= _LONGEST
        if wanted:
            found.update(_understood(kind, file.read(length)))
        file.seek(4 if wanted else length + 4, 1)  # and the checksum
    return found


def _understood(kind: bytes, data: bytes) -> dict[str, bytes]:
    if kind == b"eXIf":
        return {"exif": data}
    keyword, _, rest = data.partition(b"\x00")
    if kind == b"iTXt" and keyword == _XMP:
        # Compression flag and method, language, translated keyword, text.
        text = rest[2:].split(b"\x00", 2)[-1]
        return {"xmp": _unpacked(text) if rest[:1] == b"\x01" else text}
    if keyword in (b"Raw profile type iptc", b"Raw profile type 8bim"):
        # ImageMagick's form: a name, a length and hexadecimal digits, on lines.
        lines = (_unpacked(rest[1:]) if kind == b"zTXt" else rest).split(b"\n")
        try:
            block = binascii.unhexlify(b"".join(lines[3:]))
            # Sometimes wrapped in an image resource; the data sets begin with 0x1C.
            return {"iptc": block[max(0, block.find(b"\x1c")) :]}
        except binascii.Error:
            return {}
    return {}


def _unpacked(data: bytes) -> bytes:
    try:
        return zlib.decompressobj().decompress(data, _LONGEST)
    except zlib.error:
        return b""
