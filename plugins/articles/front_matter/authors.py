"""Names in the front matter: several in one line, and what is typed round them."""

from __future__ import annotations

import re
from functools import lru_cache

from plugins.core.text.expressions import expression
from plugins.names.outlets import KnownOutlets, is_outlet
from plugins.names.people import are_people

_KNOWN = KnownOutlets()
_COMMA = expression(r"\s*[,;]\s*")
_BETWEEN_PEOPLE = expression(
    r"\s*[&+/|]\s*|\s+[-–—]\s*|\s*[-–—]\s+|\s+(?:và|cùng|and)\s+", re.IGNORECASE
)
_GLUED = expression(r"(?<=\w)[-–—](?=\w)")
_MAY_BE_SEVERAL = expression(r"[-–—,;&+/|]|\s(?:và|cùng|and)\s", re.IGNORECASE)

_QUOTES = {'"': '"', "“": "”", "'": "'", "‘": "’", "«": "»"}
_BEFORE = frozenset(_QUOTES) | {"#"}
_BEHIND = frozenset(_QUOTES.values()) | {".", "…"}
# A full stop behind these is their own, as behind one letter (Trần V.) and in "v.v.".
_ABBREVIATIONS = frozenset({"tp", "tx", "tt", "st", "co", "ltd", "inc", "jr", "sr"})


def bare_name(name: str) -> str:
    """Return a name without quotes all round it, hash signs before and a full stop behind it."""
    while name and (name[0] in _BEFORE or name[-1] in _BEHIND):
        before = name
        if _QUOTES.get(name[0]) == name[-1] and len(name) > 1 and name[0] not in name[1:-1]:
            name = name[1:-1].strip()
        name = name.lstrip("#").strip()
        if name.endswith((".", "…")) and not _ends_abbreviated(name):
            name = name.rstrip(".…").strip()
        if name == before:
            break
    return name


def _ends_abbreviated(name: str) -> bool:
    last = name.rpartition(" ")[2].rstrip("….")
    return len(last) < 2 or "." in last or last.casefold() in _ABBREVIATIONS


@lru_cache(maxsize=4096)  # the same few sign most articles; to judge two takes 30 µs
def split_authors(text: str) -> tuple[str, ...]:
    """Return the people, and offices, that a line names; in doubt they are one.

    ``Trần Tuấn - Ngọc Bằng``, ``A và B``, ``A/B`` are two; ``H'Hen Niê``, ``Hồng-Minh``,
    ``Trung tâm Văn hóa - Thể thao`` and ``Sở Văn hóa, Thể thao và Du lịch`` one each.
    """
    text = bare_name(text)
    if not _MAY_BE_SEVERAL.search(text):
        return (text,)
    if is_outlet(text, _KNOWN) and not are_people(_COMMA.split(text, 1)[-1], _KNOWN):
        return (text,)
    return tuple(name for part in _COMMA.split(text) if part for name in _apart(part))


def _apart(text: str) -> list[str]:
    for separator, fewest in ((_BETWEEN_PEOPLE, 1), (_GLUED, 2)):
        names = [name for name in separator.split(text) if name]
        if len(names) > 1 and all(
            len(name.split()) >= fewest and are_people(name, _KNOWN) for name in names
        ):
            return names
    return [text]
