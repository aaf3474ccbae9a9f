"""Lines that are written in another encoding than Unicode, and how they should read.

What is looked for, and what cannot be known, says :mod:`plugins.articles.typed.rules.letters`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

# Without one of these there is none of the encodings in a text of more than a few words; right
# Vietnamese has none of them. To look for each takes 6 µs an article, one expression 13.
_STRANGE = (
    *map(chr, range(0x80, 0xA0)),
    *"¡¢£¤¥¦§¨©ª«¬®¯µ¶·¸¹º»¼½¾¿€ÄÅÆÇËÎÏÐÑÖ×ØÛÜÞßäåæçëîïðñö÷øûüþÿ",
)


class Legacy(NamedTuple):
    """A line in another encoding: its index, the encoding's name, how the line should read."""

    place: int
    encoding: str
    repaired: str


def find_legacy(lines: Sequence[str]) -> Iterator[Legacy]:
    """Find the lines that are written in another encoding than Unicode, in their order.

    A file in which one line certainly is has other such lines, so of those one word will do.
    """
    if not any(map("\n".join(lines).__contains__, _STRANGE)):
        return
    found = [(index, _judge(line)) for index, line in enumerate(lines) if not line.isascii()]
    certain = {judged.encoding for _, judged in found if judged and judged.is_certain}
    for index, judged in found:
        if judged and judged.encoding in certain:
            yield Legacy(index, judged.encoding, judged.repaired)


class _Judged(NamedTuple):
    """What a line seems to be in, whether that is certain, and how it should read."""

    encoding: str
    is_certain: bool
    repaired: str


def _judge(line: str) -> _Judged | None:
    """Say what a line is in; ``None`` if nothing speaks against its being right."""
    # The tables take 4 ms to load, and hardly any text needs them.
    from plugins.core.text.letters.fonts import find_font_text
    from plugins.core.text.letters.misread import CERTAIN, evidence, read_again

    signs = evidence(line)
    fonts = None if signs >= CERTAIN else find_font_text(line)
    if signs and not (fonts and fonts.is_certain):
        return _Judged("UTF-8", signs >= CERTAIN, read_again(line))
    return fonts and _Judged(fonts.encoding, fonts.is_certain, fonts.repaired)
