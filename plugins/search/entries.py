"""What an article has in the index: in which line of which file, and what there.

An entry's *line* is the number of its file, a tab, and its key: one text, for ten thousand articles
have seven million. In a line of words, of a pair or of a filter stands a list of articles; in the
line of a place what results show of the article.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import pairwise
from typing import NamedTuple

from plugins.search.document import Document
from plugins.search.folding import digest, words
from plugins.search.layout import Layout
from plugins.search.postings import BODY, posting


class Indexed(NamedTuple):
    """An article in the index, at its place."""

    place: int
    document: Document


def tiers_of(document: Document, layout: Layout) -> dict[str, int]:
    """Return the lines of all words, pairs and filters of an article, each with its tier."""
    found: dict[str, int] = {}
    of_word, of_pair = layout.of_word, layout.of_pair
    texts = (document.titles, document.summaries, document.texts)
    for tier, part in reversed(list(enumerate(texts))):
        for text in part:
            row = words(text)
            for word in set(row):
                found[f"{of_word(word.digest)}\t{word.key}"] = tier
            for one, next_ in set(pairwise(row)):
                found[f"{of_pair(one.digest, next_.digest)}\t{one.key} {next_.key}"] = tier
    for name in document.filters:
        found[f"{of_word(digest(name))}\t{name}"] = BODY
    return found


def shown_line(place: int, layout: Layout) -> str:
    """Return the line of what results show of an article."""
    return f"{layout.of_place(place)}\t{place}"


class Change(NamedTuple):
    """How one line becomes another: articles that go from its list and such as come, or what it
    shows now, nothing if it goes."""

    gone: tuple[int, ...] = ()
    new: tuple[int, ...] = ()
    shown: str | None = None


def changes(
    before: Iterable[Indexed], after: Iterable[Indexed], layout: Layout
) -> dict[int, dict[str, Change]]:
    """Return what changes in which line of which file where articles are others than before."""
    old, new = _all_entries(before, layout), _all_entries(after, layout)
    found: dict[int, dict[str, Change]] = {}
    for line in old.keys() | new.keys():
        if (was := old.get(line)) != (is_ := new.get(line)):
            file, key = line.split("\t")
            found.setdefault(int(file), {})[key] = _change(was, is_)
    return found


def _change(was: set[int] | str | None, now: set[int] | str | None) -> Change:
    if isinstance(was, str) or isinstance(now, str):
        return Change(shown=now if isinstance(now, str) else None)
    was, now = was or set(), now or set()
    return Change(tuple(was - now), tuple(now - was))


def _all_entries(some: Iterable[Indexed], layout: Layout) -> Mapping[str, set[int] | str]:
    found: dict[str, set[int] | str] = {}
    for place, document in some:
        found[shown_line(place, layout)] = document.shown
        for line, tier in tiers_of(document, layout).items():
            listed = found.setdefault(line, set())
            if isinstance(listed, set):
                listed.add(posting(place, tier))
    return found
