"""Where a text has what was looked for, as the page's script marks it
(``theme/static/js/pages/search.js``)."""

from __future__ import annotations

import unicodedata
from bisect import bisect_left
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from markupsafe import Markup, escape

from plugins.search.folding import Word, placed_words
from plugins.search.service.query import Run

_BEFORE, _BEHIND, _NEAR = 8, 32, 20  # words


class Marked(NamedTuple):
    """A text with its marks, as HTML, and which plain words are marked in it."""

    html: Markup
    told: frozenset[str]


def marked(text: str, runs: Sequence[Run], *, each: bool = False) -> Marked:
    """Mark what was found in a text; ``each`` as in :func:`_places`."""
    text = unicodedata.normalize("NFC", text)
    found = placed_words(text)
    parts, end = [], 0
    at = _places([word for word, _ in found], runs, each=each)
    for number in at:
        where = found[number][1]
        parts += [escape(text[end : where.start]), Markup("<mark>{}</mark>").format(text[where])]
        end = where.stop
    told = frozenset(found[number][0].plain for number in at)
    return Marked(Markup("").join((*parts, escape(text[end:]))), told)


def excerpt(text: str, runs: Sequence[Run]) -> str:
    """Return what stands around the densest place of a text, nothing if none was found."""
    text = unicodedata.normalize("NFC", text)
    found = placed_words(text)
    hits = _places([word for word, _ in found], runs, each=True)
    if not hits:
        return ""
    near = [bisect_left(hits, hit + _NEAR) - at for at, hit in enumerate(hits)]
    best = hits[near.index(max(near))]
    first, behind = max(best - _BEFORE, 0), best + _BEHIND
    is_cut = behind < len(found)
    part = text[found[first][1].start : found[behind][1].start if is_cut else len(text)].strip()
    return f"{'… ' if first else ''}{part}{' …' if is_cut else ''}"


def _places(found: Sequence[Word], runs: Sequence[Run], *, each: bool) -> list[int]:
    """Return which words of a text are to be marked: pairs of a run, a word that is a run by
    itself, or with ``each`` any word that is in no pair there; if some are as typed, these
    alone."""
    at: set[int] = set()
    for row, _ in runs:
        pairs = {(one.plain, other.plain) for one, other in pairwise(row)}
        for number, word in enumerate(found):
            if len(row) == 1 and word.plain == row[0].plain:
                at.add(number)
            if number and (found[number - 1].plain, word.plain) in pairs:
                at.update((number - 1, number))
    if each:
        told = {found[number].plain for number in at}
        left = {word.plain for row, _ in runs for word in row} - told
        at.update(number for number, word in enumerate(found) if word.plain in left)
    keys = {word.key for row, _ in runs for word in row}
    exact = [number for number in at if keys & {found[number].key, found[number].plain}]
    return sorted(exact or at)
