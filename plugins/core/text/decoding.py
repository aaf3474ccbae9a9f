"""Bytes of a file that an editor saved → text in one normal form."""

from __future__ import annotations

import codecs
import re
import unicodedata
from typing import NamedTuple

from plugins.core.errors import EncodingError
from plugins.core.text.expressions import expression

_SOFT_HYPHEN = "\u00ad"
# Left by word processors and the web at the ends of words; they are invisible. Some turn the order
# of what follows round, in which no Vietnamese text is written.
_TURNING = (*range(0x202A, 0x202F), *range(0x2066, 0x206A))
_DROPPED = dict.fromkeys((*map(ord, "\u200b\u2060\ufeff\u00ad\u200e\u200f"), *_TURNING))
# Would be read as the site's root or break XML; no editor can mean them.
_CONTROLS = (*range(0x09), *range(0x0E, 0x20), 0x7F)
_NONCHARACTERS = (*range(0xFDD0, 0xFDF0), 0xFFFE, 0xFFFF)
_FORBIDDEN = dict.fromkeys((*_CONTROLS, *_NONCHARACTERS), "\ufffd")
_FORBIDDEN |= {0x0B: "\n", 0x0C: "\n", 0x2028: "\n", 0x2029: "\n\n"}
_REPLACED: dict[int, str | None] = {**_DROPPED, **_FORBIDDEN}
# Hardly any file holds one: to look for them takes 10 µs, to replace none of them 180.
_TO_REPLACE = expression(f"[{re.escape(''.join(map(chr, _REPLACED)))}]")

# Letters of Vietnamese and its kin: of other scripts such a sign may part words.
_LETTER = r"[0-9A-Za-z\u00c0-\u024f\u0300-\u036f\u1e00-\u1eff]"
_WITHIN_WORD = expression(
    rf"(?<={_LETTER})[{re.escape(''.join(map(chr, _DROPPED)))}]+(?={_LETTER})"
)

# With halves of characters (surrogates), which an escape can write.
FORBIDDEN = expression(
    rf"[\ud800-\udfff{re.escape(''.join(map(chr, (*_CONTROLS, *_NONCHARACTERS))))}]"
)
"""What no page and no file can hold."""

_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)


class Decoded(NamedTuple):
    """A file's text, and the places in it where a word held what cannot be seen, which it has not
    any more: line and column, both from 1."""

    text: str
    hidden: tuple[tuple[int, int], ...] = ()


def encoding_of(data: bytes) -> str:
    """Return the encoding of an editor's file by its mark, as Python calls it."""
    return next((name for bom, name in _BOMS if data.startswith(bom)), "utf-8")


def decode(data: bytes) -> str:
    """Return the text of a file: UTF-8, or UTF-16 with its mark (Notepad's "Unicode").

    It has ``\\n`` line ends, is in NFC, and holds no invisible format or control
    characters. Raises :class:`EncodingError` for any other encoding.
    """
    return decode_marked(data).text


def decode_marked(data: bytes) -> Decoded:
    """Return the text of a file as :func:`decode` does, and where words held invisible signs."""
    try:
        text = data.decode(encoding_of(data))
    except UnicodeDecodeError as error:
        raise EncodingError(data[: error.start].count(b"\n") + 1) from None
    text = unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n"))
    table = _replaced(text)
    if table is None:
        return Decoded(text)
    hidden: list[tuple[int, int]] = []
    for found in _WITHIN_WORD.finditer(text):
        if not found[0].translate(table):
            *above, line = _without(text[: found.start()], table).split("\n")
            hidden.append((len(above) + 1, len(line) + 1))
    return Decoded(_without(text, table), tuple(hidden))


def normalise(text: str) -> str:
    """Return text in NFC without invisible format characters and noncharacters."""
    text = unicodedata.normalize("NFC", text)
    table = _replaced(text)
    return text if table is None else _without(text, table)


def _without(text: str, table: dict[int, str | None]) -> str:
    """Replace what is to be replaced; a mark may have stood behind it that its letter takes."""
    return unicodedata.normalize("NFC", text.translate(table))


def _replaced(text: str) -> dict[int, str | None] | None:
    """Return what is to be replaced in a text by what, ``None`` if it holds nothing of it."""
    if not _TO_REPLACE.search(text):
        return None
    kept = _kept_soft_hyphens(text)
    return {**_REPLACED, **kept} if kept else _REPLACED


def _kept_soft_hyphens(text: str) -> dict[int, str]:
    """Keep the soft hyphens of a text in TCVN3, whose "ư" they are, so that it can be shown."""
    if _SOFT_HYPHEN not in text:
        return {}
    # Hardly any text gets here, and the rules of what is typed need this module themselves.
    from plugins.core.text.letters import find_legacy

    return {ord(_SOFT_HYPHEN): _SOFT_HYPHEN} if any(find_legacy(text.split("\n"))) else {}
