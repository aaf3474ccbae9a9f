"""IPTC IIM (version 4.2): the captions that newsrooms' software writes into JPEG files."""

from __future__ import annotations

import struct
import unicodedata
from collections.abc import Iterable, Iterator

RESOURCE = 0x0404
"""The Photoshop image resource that holds an IIM record."""

_MARKER = 0x1C
_UTF8 = b"\x1b%G"  # ISO 2022: data set 1:90, "coded character set"
_HEADER = b"Photoshop 3.0\x00"
_LONGEST = 0x7FFF  # a longer data set needs the extended form, which few programs read


def decode(raw: bytes) -> str:
    """Return text of unknown encoding: UTF-8 if it is, else Windows' Vietnamese code page."""
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError:
        text = raw.decode("cp1258", errors="replace")
    return unicodedata.normalize("NFC", text)


def parse(block: bytes) -> dict[int, list[str]]:
    """Return the texts of record 2 by data set number; what is damaged is left out."""
    found: dict[int, list[str]] = {}
    for record, number, value in _data_sets(block):
        if record == 2:  # the application record; its data set 0 is a version number
            found.setdefault(number, []).append(decode(value))
    return found


def _data_sets(block: bytes) -> Iterator[tuple[int, int, bytes]]:
    at = 0
    while at + 5 <= len(block) and block[at] == _MARKER:
        record, number, length = struct.unpack_from(">BBH", block, at + 1)
        if length > _LONGEST or at + 5 + length > len(block):
            return
        yield record, number, block[at + 5 : at + 5 + length]
        at += 5 + length


def build(values: Iterable[tuple[int, str]]) -> bytes:
    """Return an IIM block in UTF-8 of the data sets (number, text) of record 2."""
    sets = [(1, 90, _UTF8), (2, 0, b"\x00\x04")]
    sets += [(2, number, _cut(text.encode())) for number, text in values]
    return b"".join(struct.pack(">BBBH", _MARKER, r, n, len(v)) + v for r, n, v in sets)


def _cut(raw: bytes) -> bytes:
    return raw[:_LONGEST].decode("utf-8", errors="ignore").encode()


def app13(block: bytes) -> bytes:
    """Return a whole JPEG segment APP13 around an IIM block (Adobe's image resource 0x0404)."""
    padded = block + b"\x00" * (len(block) % 2)
    resource = b"8BIM" + struct.pack(">HHI", RESOURCE, 0, len(block)) + padded
    body = _HEADER + resource
    return b"\xff\xed" + struct.pack(">H", len(body) + 2) + body
