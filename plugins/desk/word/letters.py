"""Text in the fonts of TCVN3 and VNI, read run by run: here the font's name tells.

Where it does not (a program that changed the fonts, a font of an unusual name), the words of a
whole paragraph tell, as they do wherever an editor pastes such a text.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Literal, NamedTuple

from plugins.core.text.expressions import expression
from plugins.core.text.letters import find_legacy
from plugins.core.text.letters.encodings import VNI
from plugins.core.text.letters.fonts import find_font_text, read_as
from plugins.core.text.letters.syllables import is_syllable
from plugins.desk.word.symbols import as_shown

Encoding = Literal["TCVN3", "VNI"]
Run = tuple[str, str | None]
"""A run's text, and the name of its font."""

_ENCODINGS: tuple[Encoding, ...] = ("TCVN3", "VNI")
_SOFT_HYPHEN = "\u00ad"  # in TCVN3 "ư"
_UNICODE = expression("[\u0100-\u1fff]")
_PRIVATE = expression("[\uf020-\uf0ff]")  # where a font's own letters lie, too
_LATIN = expression("[\u0000-\u007fÀ-ÃÈ-ÊÌÍÒ-ÕÙÚÝà-ãè-êìíò-õùúý\u2010-\u203a]*")
"""What Windows' Western letters have of Vietnamese, and signs that stand round words."""
_WORD = expression(r"[^\W\d_]+")
_LEAST, _MOSTLY = 3, 0.75  # runs that tell a font, and what share of its runs they are


def encoding_of(font: str | None) -> Encoding | None:
    """Return what a font's texts are in; ``None`` for Unicode: ``.VnTime``, ``VNI-Times``."""
    name = (font or "").casefold()
    if name.startswith(".vn"):
        return "TCVN3"
    return "VNI" if name.startswith("vni-") else None


class Untold(NamedTuple):
    """What is in an old encoding though its font's name does not say so: fonts, and the texts of
    paragraphs (without the runs of old fonts)."""

    fonts: dict[str | None, Encoding]
    lines: dict[str, Encoding]

    def encoding(self, run: Run, line: str) -> Encoding | None:
        """Return what a run is in, which belongs to a paragraph with this text."""
        return encoding_of(run[1]) or self.fonts.get(run[1]) or self.lines.get(line)


def untold(paragraphs: Iterable[Sequence[Run]]) -> Untold:
    """Return what the words of a file's paragraphs tell of encodings.

    A font whose paragraphs are nearly all in one encoding is one of its fonts, and a word in it
    that could be right ("chó" for "chú") is not.
    """
    every = [runs for runs in paragraphs if any(encoding_of(font) is None for _, font in runs)]
    plain = [_plain(runs) for runs in every]
    known: dict[int, Encoding] = {
        found.place: encoding
        for found in find_legacy(plain)
        for encoding in _ENCODINGS
        if found.encoding == encoding
    }
    speaking: dict[str | None, Counter[Encoding | None]] = {}
    for place, runs in enumerate(every if known else ()):
        for text, font in runs:
            if encoding_of(font) is None and not text.isascii():
                spoken = None if _UNICODE.search(text) else known.get(place)
                speaking.setdefault(font, Counter())[spoken] += 1
    fonts: dict[str | None, Encoding] = {
        font: encoding
        for font, counts in speaking.items()
        for encoding in _ENCODINGS
        if counts[encoding] >= _LEAST and counts[encoding] > _MOSTLY * counts.total()
    }
    return Untold(fonts, {plain[place]: encoding for place, encoding in known.items()})


def in_unicode(runs: Sequence[Run], told: Untold) -> list[str]:
    """Return the texts of a paragraph's runs as they are seen; ``told`` is what :func:`untold`
    returned.

    TCVN3's fonts of capitals (``.VnTimeH``) hold small letters. A letter of VNI whose mark is in
    the next run goes to the first of both.
    """
    texts = [text for text, _ in runs]
    line = _plain(runs)
    encodings = [told.encoding(run, line) for run in runs]
    for old in _ENCODINGS:
        own = "".join(
            text for text, encoding in zip(texts, encodings, strict=True) if encoding == old
        )
        if _is_unicode(own, old):
            encodings = [None if encoding == old else encoding for encoding in encodings]
    for at, encoding in enumerate(encodings[1:], 1):
        before, text = texts[at - 1], texts[at]
        if encoding == "VNI" == encodings[at - 1] and before[-1:] + text[:1] in VNI:
            texts[at - 1], texts[at] = before + text[:1], text[1:]
    return [
        _read(text, encoding, font or "")
        for text, encoding, (_, font) in zip(texts, encodings, runs, strict=True)
    ]


def _is_unicode(text: str, encoding: Encoding) -> bool:
    """Whether a paragraph's text in old fonts was typed in Unicode: where the font is missing, it
    is seen as it was typed. Its words are right as they are, and would not be."""
    if not text or text.isascii() or not _LATIN.fullmatch(text):
        return False
    return _are_right(text) and not _are_right(read_as(encoding, text))


def _are_right(text: str) -> bool:
    return all(is_syllable(word) for word in _WORD.findall(text) if not word.isascii())


def _plain(runs: Sequence[Run]) -> str:
    return "".join(text for text, font in runs if encoding_of(font) is None)


def _read(text: str, encoding: Encoding | None, font: str) -> str:
    if encoding is None:
        return as_shown(text.replace(_SOFT_HYPHEN, ""), font)
    text = _PRIVATE.sub(lambda found: chr(ord(found[0]) - 0xF000), text)
    if _UNICODE.search(text):
        # Who typed Unicode in such a font sees another font's letters, and they are right. But
        # bytes of TCVN3 that were read as Windows in Vietnamese reads them are no words.
        found = find_font_text(text)
        return found.repaired if found and found.is_certain else text.replace(_SOFT_HYPHEN, "")
    seen = read_as(encoding, text)
    return seen.upper() if encoding == "TCVN3" and font.casefold().endswith("h") else seen
