"""What a reader may have meant, where nothing was found: as the page's script offers it
(``theme/static/js/pages/nearest.js``)."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from itertools import pairwise

from plugins.search.folding import Word

_MOST, _TRIED = 3, 8
_PIECES = 4  # of a word in which spaces are missing
_LIKE = 6  # words that are tried in a word's place
_BEGUN, _FAR = 2, 9.0  # letters: more may be a beginning; a cost that is too high for any word
_HORN = re.compile("(?<![aou])w")  # Telex: "ư" by itself
_KEYS = re.compile(r"(?!^|(?<=^t)r)[fjrswxz]|([adeo])(?=\1)")
_BOUNDARY = re.compile(r"^(\d+(?=\D)|\D+(?=\d))")
_THOUSANDS = re.compile(r"\B(?=(\d{3})+$)")
_ALIKE = frozenset(("dr", "dg", "gr", "ln", "sx", "iy", "ck", "kq", "dv", "gj", "ei", "ou", "ct"))
"""Letters that Vietnamese mix up, in order: half a mistake."""


def nearest(
    row: Sequence[Word],
    common: Collection[str],
    is_found: Callable[[str, bool], bool],
    is_late: Callable[[], bool] = lambda: False,
) -> list[str]:
    """Return up to three queries that find something, of the words that were typed, and the plain
    words that several articles have. ``is_found`` is told a query, and whether its words may stand
    far apart. Once it is late, nothing more is looked for."""
    typed = [word.plain for word in row]
    near: dict[str, list[str]] = {}
    for plain in typed:
        if plain not in near:
            near[plain] = [] if is_late() else _near(plain, common)
    ways = [list(_instead(plain, common, near[plain])) for plain in typed]
    base = [some[0] if some else plain for some, plain in zip(ways, typed, strict=True)]
    tried = [" ".join(typed)]  # which filters may have kept away
    tried += [_with(base, at, way) for at, some in enumerate(ways) for way in some]
    for at, (one, other) in enumerate(pairwise(typed)):
        joined = one + other
        if joined in common or _has_digit(joined):
            tried.append(" ".join((*base[:at], joined, *base[at + 2 :])))
    tried += [_with(base, at, way) for at, plain in enumerate(typed) for way in near[plain]]

    def offered(queries: Iterable[str], *, wide: bool) -> list[str]:
        found: list[str] = []
        for text in list(dict.fromkeys(filter(None, queries)))[:_TRIED]:
            if len(found) == _MOST or is_late():
                break
            if is_found(text, wide):
                found.append(text)
        return found

    apart = [" ".join(base)]
    apart += [" ".join((*typed[:at], *typed[at + 1 :])) for at in range(len(typed))]
    return offered(tried, wide=False) or offered(apart, wide=True)


def _with(row: Sequence[str], at: int, word: str) -> str:
    return " ".join((*row[:at], word, *row[at + 1 :]))


def _instead(plain: str, common: Collection[str], near: Sequence[str]) -> Iterator[str]:
    """Yield what may stand in a word's place."""
    if plain in common or _has_digit(plain):
        yield plain
        if plain not in common:
            yield _BOUNDARY.sub(r"\1 ", plain)
            yield _THOUSANDS.sub(".", plain)
        return
    if (meant := typed_by(plain)) in common:
        yield meant
    parts = split(plain, common)
    if len(parts) > 1:
        yield " ".join(parts)
    yield from near


def _near(plain: str, common: Collection[str]) -> list[str]:
    most = 1.9 if len(plain) > 5 else 1
    letters = frozenset(plain)
    weighed = [
        (cost, other)
        for other in common
        if other != plain
        and len(letters.difference(other)) <= 2 * most  # each is half a mistake at least
        and (cost := _cost(plain, other)) <= most
    ]
    return [other for _, other in sorted(weighed)[:_LIKE]]


def _cost(plain: str, other: str) -> float:
    if len(plain) > _BEGUN and other.startswith(plain):
        return 0.5
    return distance(plain, other) if abs(len(other) - len(plain)) < 2 else _FAR


def typed_by(plain: str) -> str:
    """Return what Telex makes of keys, without diacritics."""
    return _KEYS.sub("", _HORN.sub("u", plain, count=1))


def _has_digit(plain: str) -> bool:
    return any(map(str.isdigit, plain))


def split(plain: str, common: Collection[str], pieces: int = _PIECES) -> tuple[str, ...]:
    """Return a word as the fewest common words of two letters and more, none if it is not made of
    some; two vowels are words by themselves."""
    if plain in common:
        return (plain,)
    best: tuple[str, ...] = ()
    for at in range(1 if plain[0] in "ay" else 2, len(plain) - 1) if pieces > 1 else ():
        if plain[:at] in common:
            rest = split(plain[at:], common, pieces - 1)
            if rest and (not best or len(rest) + 1 < len(best)):
                best = (plain[:at], *rest)
    return best


def distance(one: str, other: str) -> float:
    """Return the optimal string alignment distance (Damerau, 1964; Levenshtein, 1966) of two words,
    in which letters that are mixed up are half a mistake."""
    before: list[float] = []
    last = [float(at) for at in range(len(other) + 1)]
    for at, letter in enumerate(one, 1):
        row = [float(at)]
        for to, its in enumerate(other, 1):
            cost = 0.0 if letter == its else 0.5 if "".join(sorted(letter + its)) in _ALIKE else 1.0
            row.append(min(row[to - 1] + 1, last[to] + 1, last[to - 1] + cost))
            if at > 1 and to > 1 and letter == other[to - 2] and one[at - 2] == its:
                row[to] = min(row[to], before[to - 2] + 0.9)
        before, last = last, row
    return last[-1]
