"""Text in the fonts of TCVN3 and VNI, read run by run: here the font's name tells."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from plugins.core.text.letters.encodings import VNI
from plugins.core.text.letters.fonts import read_as

_Encoding = Literal["TCVN3", "VNI"]


def encoding_of(font: str | None) -> _Encoding | None:
    """Return what a font's texts are in; ``None`` for Unicode: ``.VnTime``, ``VNI-Times``."""
    name = (font or "").casefold()
    if name.startswith(".vn"):
        return "TCVN3"
    return "VNI" if name.startswith("vni-") else None


def in_unicode(runs: Sequence[tuple[str, str | None]]) -> list[str]:
    """Return the texts of a paragraph's runs, each with its font's name, as they are seen.

    TCVN3's fonts of capitals (``.VnTimeH``) hold small letters. A letter of VNI whose mark is in
    the next run goes to the first of both.
    """
    texts = [text for text, _ in runs]
    encodings = [encoding_of(font) for _, font in runs]
    for at, encoding in enumerate(encodings[1:], 1):
        before, text = texts[at - 1], texts[at]
        if encoding == "VNI" == encodings[at - 1] and before[-1:] + text[:1] in VNI:
            texts[at - 1], texts[at] = before + text[:1], text[1:]
    return [
        _read(text, encoding, font or "")
        for text, encoding, (_, font) in zip(texts, encodings, runs, strict=True)
    ]


def _read(text: str, encoding: _Encoding | None, font: str) -> str:
    # Who typed Unicode in such a font sees another font's letters, and they are right.
    if encoding is None or any("\u0100" <= letter < "\u2000" for letter in text):
        return text
    seen = read_as(encoding, text)
    return seen.upper() if encoding == "TCVN3" and font.casefold().endswith("h") else seen
