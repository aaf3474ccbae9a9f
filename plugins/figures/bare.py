"""Photo lines without any markup: file names as they are pasted."""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Iterator

from plugins.figures.text import visible, without_break
from plugins.photos.formats import EXTENSIONS, is_photo_name
from plugins.photos.locate import is_elsewhere

_ESCAPE = re.compile(r"\\([\\`*_{}\[\]()>#+.!|-])")
_ONE = re.compile(rf"\s*[,;]?\s*(\S.*?\.(?:{EXTENSIONS}))(?=[\s,;]|$)", re.IGNORECASE)
_MARKUP = re.compile(r"[<>\[\]`\"|*]")  # no file is called so where files come from
_MARKS = "*_"
# Two names that differ in a digit or an accent are alike; a sentence that ends in a name is not.
_TYPO = 0.85


def bare_names(
    line: str, exists: Callable[[str], bool], likeness: Callable[[str], float]
) -> list[str] | None:
    """Return the photo names a line consists of, or ``None`` if it is text.

    ``exists`` says whether there is such a photo, ``likeness`` how near (0-1) the name
    comes to one that is there. Names that exist may hold spaces, and several may stand on
    a line if one of them exists. A single word that ends like a photo's name is meant as
    one even if there is no such file, and so is what differs from a real name by a slip only.
    """
    text = visible(without_break(line))
    if not is_photo_name(text.rstrip(_MARKS)) or is_elsewhere(text):
        return None
    for spelling in _spellings(text):
        if exists(spelling):
            return [spelling]
    several = _several(text)
    if len(several) > 1 and any(map(exists, several)):
        missing = [name for name in several if not exists(name)]
        if all(_is_meant(name, likeness) for name in missing):
            return several
    name = text if is_photo_name(text) else text.strip(_MARKS)
    words = name.split()
    if _MARKUP.search(name):
        return None
    if len(words) == 1:
        return [name]
    names_a_photo = any(exists(word) for word in words)  # amid a sentence, say
    return [name] if not names_a_photo and likeness(name) >= _TYPO else None


def _is_meant(name: str, likeness: Callable[[str], float]) -> bool:
    """Say whether a name that does not exist was meant as one."""
    if _MARKUP.search(name):
        return False
    return " " not in name or likeness(name) >= _TYPO


def _spellings(text: str) -> Iterator[str]:
    """Yield what the name may be once marks, escapes and entities are taken off."""
    peeled = [text]
    while len(text) > 1 and text[0] == text[-1] and text[0] in _MARKS:
        text = text[1:-1]
        peeled.append(text)
    for plain in dict.fromkeys((*peeled, text.strip(_MARKS).strip())):
        if is_photo_name(plain):
            yield from dict.fromkeys((plain, _ESCAPE.sub(r"\1", plain), html.unescape(plain)))


def _several(text: str) -> list[str]:
    names: list[str] = []
    position = 0
    while match := _ONE.match(text, position):
        names.append(match[1])
        position = match.end()
    return names if not text[position:].strip(" ,;") else []
