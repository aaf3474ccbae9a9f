"""Names of terms that are one name written in two ways: "Sapa" and "Sa Pa", "Bắc hà" and "Bắc Hà".

Readers would find half of the articles on one page and half on another; of names that differ in
letter case alone all are on one page, under the spelling that was first. A name that is written
otherwise in letter case, spacing, hyphens or where a tone stands ("Hoà", "Hòa") is the same name.
One with other marks may be another ("Bắc Hà" is a district, "Bạc Hà" mint): it is told only where
one article alone has it, and at least :data:`MANY` have the other.

Only names that an article takes up or gives up in a build are looked at anew, with those that have
the same letters; what was told of others stands.
"""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from plugins.core import checks
from plugins.core.problems import Problem
from plugins.core.terms import TermKind
from plugins.core.text.decoding import normalise
from plugins.core.text.slugs import slugify
from plugins.engine.scan.changes import Changes
from plugins.engine.store.database import State
from plugins.engine.store.rows import SEEN, Row

MANY = 3
"""Articles that have a name of which one with other marks is likely a slip."""

_CALLED: dict[TermKind, tuple[str, str]] = {
    "category": ("chuyên mục", "Category"),
    "tag": ("từ khóa", "Tags"),
    "series": ("chuyên đề", "Series"),
    "author": ("tác giả", "Authors"),
    "source": ("báo", "Source"),
}
_TONES = frozenset("\u0300\u0301\u0303\u0309\u0323")

Letters = tuple[TermKind, str]
"""A kind of term, and the letters of a name without marks and spaces, which names that are alike
share."""


class _Spelling(NamedTuple):
    """A name as it is written, and the articles that have it so: their moments and paths."""

    name: str
    uses: list[tuple[int, str]]


def renamed(changes: Changes, kinds: Iterable[TermKind]) -> set[Letters]:
    """Return the letters of the names that articles took up or gave up."""
    known = frozenset(kinds)
    # Of an article that changed, the row before and the row now stand there.
    seen = Counter(use for row in changes.reindexed for use in _uses_of(row))
    # First the names: ten thousand articles have a thousand.
    names = {(kind, name) for (kind, name, *_), count in seen.items() if count == 1}
    return {(kind, _letters(name)) for kind, name in names if kind in known}


def _uses_of(row: Row) -> Iterator[tuple[str, str, str, int, str]]:
    for kind, _, name in row.lists if row.state in SEEN else ():
        yield kind, name, row.path, row.moment, row.state


def names_alike(
    state: State, known: Mapping[TermKind, Iterable[str]], among: set[Letters]
) -> dict[Letters, list[Problem]]:
    """Return what is wrong ``among`` names of these letters, by the letters; ``known`` are the
    keys of all terms by kind."""
    kinds = {kind for kind, _ in among}
    found: dict[Letters, list[Problem]] = {letters: [] for letters in among}
    for kind in kinds:
        keys: dict[str, list[str]] = {}
        for key in known[kind]:
            keys.setdefault(_letters(key), []).append(key)
        for letters in [letters for of, letters in among if of == kind]:
            spellings = _spellings(state, kind, keys.get(letters, ()))
            found[kind, letters] = list(_compared(kind, spellings))
    return found


def _spellings(state: State, kind: str, keys: Iterable[str]) -> list[_Spelling]:
    """Return the spellings of names that are alike, what most articles have first; of as many,
    what was written first."""
    uses: dict[str, list[tuple[int, str]]] = {}
    for key in keys:
        for name, moment, path in state.spellings(kind, key):
            uses.setdefault(name, []).append((moment, path))
    found = [_Spelling(name, sorted(each)) for name, each in uses.items()]
    return sorted(found, key=lambda one: (-len(one.uses), one.uses[0], one.name))


def _compared(kind: TermKind, spellings: list[_Spelling]) -> Iterator[Problem]:
    called, field = _CALLED[kind]
    for place, rare in enumerate(spellings):
        for usual in spellings[:place]:
            is_same = _same(rare.name) == _same(usual.name)
            if is_same or (len(rare.uses) == 1 and len(usual.uses) >= MANY):
                what = "cách viết" if is_same else "dấu"
                yield Problem(
                    checks.NAMES_ALIKE,
                    normalise(rare.uses[-1][1]),
                    None,
                    f"{called} “{rare.name}” ({len(rare.uses)} bài) và “{usual.name}” "
                    f"({len(usual.uses)} bài) chỉ khác nhau ở {what}",
                    f"Cùng một tên thì sửa “{field}” thành “{usual.name}”; hai tên khác nhau thì "
                    "cứ để.",
                )
                break


def _letters(name: str) -> str:
    return slugify(name).replace("-", "") or name


def _same(name: str) -> str:
    """Return what two spellings of one name share: letters with their marks, tones at the end of
    their word, where no rule says on which vowel they stand."""
    words: list[str] = []
    for word in unicodedata.normalize("NFD", name.casefold()).split():
        tones = [mark for mark in word if mark in _TONES]
        words.append("".join([*(each for each in word if each not in _TONES), *tones]))
    return "".join(each for each in "".join(words) if each.isalnum() or unicodedata.combining(each))
