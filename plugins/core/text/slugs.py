"""From a Vietnamese name to the part of an address that stands for it."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from typing import TypeAlias

Substitutions: TypeAlias = tuple[tuple[str, ...], ...]
"""Regular expressions, each with what takes the place of what it finds."""

LONGEST = 240
"""Letters of a slug that is the name of a file: file systems stop at 255 bytes, and a number may
come behind it."""

# Telex, the way of typing Vietnamese on a plain keyboard, spells every diacritic in ASCII.
_TELEX_MARKS = {
    "\u0300": "f",
    "\u0301": "s",
    "\u0309": "r",
    "\u0303": "x",
    "\u0323": "j",
    "\u0306": "w",  # ă
    "\u031b": "w",  # ơ ư
}
_CIRCUMFLEX = "\u0302"  # â ê ô: the vowel is typed twice


def slugify(text: str, substitutions: Iterable[tuple[str, ...]] = ()) -> str:
    """Return ``text`` in ASCII lower case, words joined by hyphens; ``đ`` becomes ``d``.

    ``substitutions`` are made, whatever the case, once letters have lost their marks and before
    anything but letters and digits becomes a hyphen. Empty when the text holds no letter or digit
    that ASCII knows.
    """
    plain = "".join(
        mark
        for mark in unicodedata.normalize("NFKD", text.casefold().replace("đ", "d"))
        if not unicodedata.combining(mark)
    )
    for pattern, replacement in substitutions:
        plain = re.sub(pattern, replacement, plain, flags=re.IGNORECASE).lower()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")


def telex_slug(text: str) -> str:
    """Return a slug that keeps diacritics apart: ``Bạc Hà`` → ``bajc-haf``.

    Marks are written in Telex right after their letter. Terms once had such addresses, and
    these lead to the present ones.
    """
    spelt: list[str] = []
    for mark in unicodedata.normalize("NFD", text.casefold().replace("đ", "dd")):
        if mark == _CIRCUMFLEX and spelt:
            spelt.append(spelt[-1])
        elif mark in _TELEX_MARKS:
            spelt.append(_TELEX_MARKS[mark])
        else:
            spelt.append(mark)
    return slugify("".join(spelt))


def shortened(slug: str, longest: int) -> str:
    """Return as many whole words of a slug as fit; empty if the first does not."""
    return slug if len(slug) <= longest else slug[: longest + 1].rpartition("-")[0]
