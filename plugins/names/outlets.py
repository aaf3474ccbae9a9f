"""Is this name an outlet? Which spelling and home page does the newsroom know for it?"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache, cached_property, lru_cache
from urllib.parse import urlsplit

from plugins.core.text.expressions import expression
from plugins.core.text.spaces import fold, squeeze
from plugins.names.word_lists import (
    NAME_SYLLABLES,
    NOT_OUTLETS,
    OUTLET_WORDS,
    ROLE_LETTERS,
    WEAK_OUTLET_WORDS,
    WELL_KNOWN_OUTLETS,
)

# TP.HCM is none: a top-level domain in capitals has to be a usual one.
_HOST = expression(
    r"(?:[a-zA-Z0-9](?:[a-zA-Z0-9-]*[a-zA-Z0-9])?\.)+(?:[a-z]{2,}|VN|COM|NET|ORG|TV)"
)
_CAMEL_CASE = expression(r"[A-Z][a-z]+(?:[A-Z][a-z]*)+\+?")  # VnExpress, CafeF
_CAPITALS = expression(r"[A-ZĐ]{3,}\d{0,2}\+?")  # TTXVN, VTV1, QĐND
# LINH in capitals is a person: letters that can be spoken as one Vietnamese syllable.
_SYLLABLE = expression(
    r"(?:[BDĐHKLMRSTVX]|CH?|GH?|GI|KH|NGH?|NH?|PH?|QU|TH|TR)?[AEIOUY]{1,3}(?:CH?|M|NG?|NH|P|T)?"
)
# Sở Văn hóa, Thể thao và Du lịch: the comma in a name begins a list that "và" ends.
_ENUMERATION = expression(r",\s+(?P<second>[^\W\d_]).*(?:\s+và\s+|\s+[-–]\s+)")
_WORD = r"[^\W_]+"
_MOST_LOWER_CASE = 2
_MOST_SYLLABLES = 18
_MOST_LETTERS = 100


@dataclass(frozen=True)
class KnownOutlets:
    """The newsroom's own list: ``names`` as it spells them, ``pages``: home page by name."""

    names: tuple[str, ...] = ()
    pages: Mapping[str, str] = field(default_factory=dict)

    @cached_property
    def _spellings(self) -> dict[str, str]:
        names = (*WELL_KNOWN_OUTLETS, *self.pages, *self.names)
        return {fold(name): squeeze(name) for name in names}

    @cached_property
    def _homepages(self) -> dict[str, str]:
        return {fold(name): url for name, url in self.pages.items()}

    @cached_property
    def _hosts(self) -> dict[str, str]:
        pages = reversed(list(self.pages.items()))  # of two on one host the first counts
        return {bare_host(url): squeeze(name) for name, url in pages if bare_host(url)}

    def spelling(self, name: str) -> str | None:
        """Return the canonical spelling of a known name, else ``None``.

        Letter case, white space and Unicode form may differ; diacritics may not.
        """
        return self._spellings.get(fold(name))

    def homepage(self, name: str) -> str | None:
        """Return the home page of an outlet in the newsroom's list."""
        return self._homepages.get(fold(name))

    def at_host(self, url: str) -> str | None:
        """Return the outlet whose home page is on the host of ``url``."""
        return self._hosts.get(bare_host(url))


def bare_host(url: str) -> str:
    """Return a URL's host without ``www.``, in lower case; ``""`` if it has none."""
    try:
        host = urlsplit(url).hostname or ""
    except ValueError:
        return ""
    return host.removeprefix("www.")


def is_outlet(name: str, known: KnownOutlets) -> bool:
    """Whether a name is recognised as an outlet's; the rule stands in the package's docstring."""
    text = squeeze(name)
    if known.spelling(text):
        return True
    if "/" in text:
        return all(part and is_outlet(part, known) for part in text.split("/"))
    return _has_mark(text)


def is_outlet_among_others(name: str, known: KnownOutlets) -> bool:
    """Whether a part of "A và B" is recognised on its own.

    A known name that nothing marks must be spelt as known: in "Sở Nội vụ và Lao động" the
    second part is not the newspaper Lao Động.
    """
    text = squeeze(name)
    exact = known.spelling(text) == text or (text.isupper() and known.spelling(text))
    return is_outlet(text, known) and bool(exact or _has_mark(text))


def is_host(name: str) -> bool:
    """Whether a name is a host name (``baolaocai.vn``)."""
    return _HOST.fullmatch(name) is not None


def spell(name: str, known: KnownOutlets) -> str:
    """Return an outlet's name as the site writes it.

    The canonical spelling of a known one; else as written, with a capital at the start
    ("Theo báo Lào Cai" names Báo Lào Cai).
    """
    text = squeeze(name)
    if canonical := known.spelling(text):
        return canonical
    if _begins_with(text, (*OUTLET_WORDS, *WEAK_OUTLET_WORDS)):
        return text[:1].upper() + text[1:]
    return text


def is_plain_name(name: str, known: KnownOutlets) -> bool:
    """Whether a recognised outlet's name says nothing more than its name.

    "Bộ Y tế khuyến cáo người dân" goes on in lower case where a name would not.
    """
    run = 0
    for syllable in squeeze(name).split():
        run = 0 if not syllable[0].islower() else run + (syllable not in NAME_SYLLABLES)
        if run > _MOST_LOWER_CASE and not known.spelling(name):
            return False
    return True


# A few hundred names come again and again; to judge one takes 30 µs.
@lru_cache(maxsize=4096)
def _has_mark(text: str) -> bool:
    """Whether a name's own form says that it is an outlet's."""
    if ";" in text or len(text) > _MOST_LETTERS or len(text.split()) > _MOST_SYLLABLES:
        return False
    if is_no_outlet(text) or ("," in text and not _is_enumeration(text)):
        return False
    return (
        _begins_with(text, OUTLET_WORDS)
        or _is_office(text)
        or _HOST.fullmatch(text) is not None
        or _CAMEL_CASE.fullmatch(text) is not None
        or _is_abbreviation(text)
    )


def is_no_outlet(text: str) -> bool:
    """Whether a text only begins as an outlet's name would: "Bộ luật Lao động"."""
    return _begins_with(text, NOT_OUTLETS)


def _begins_with(text: str, words: tuple[str, ...]) -> bool:
    start = f"{' '.join(re.findall(_WORD, fold(text))[:4])} "
    return start.startswith(_spaced(words))


@cache
def _spaced(words: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(f"{word} " for word in words)


def _is_enumeration(text: str) -> bool:
    match = _ENUMERATION.search(text)
    return match is not None and match["second"].isupper()


def _is_abbreviation(text: str) -> bool:
    return (
        _CAPITALS.fullmatch(text) is not None
        and _SYLLABLE.fullmatch(text) is None
        and text not in ROLE_LETTERS
    )


def _is_office(text: str) -> bool:
    """``Sở Y tế``, ``Bộ GTVT``; not ``Ban Mai``: two syllables may be a person's name."""
    first, *rest = re.split(r"[,;/(]", text)[0].split() or [""]
    if not rest or fold(first) not in WEAK_OUTLET_WORDS:
        return False
    return len(rest) > 1 or (len(rest[0]) > 1 and rest[0].isupper() and not text.isupper())
