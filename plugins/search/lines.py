"""A file of the index: lines in the order of their keys, each a key, a tab, and its value."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping

from plugins.search.entries import Change
from plugins.search.folding import plain_key
from plugins.search.postings import are_several, merged


def write_lines(values: Iterable[tuple[str, str]]) -> str:
    """Return the file of keys and values."""
    return "".join(sorted(f"{key}\t{value}\n" for key, value in values))


def patched(text: str, changes: Mapping[str, Change]) -> str:
    """Return a file after changes of some of its lines, by their keys."""
    lines = text.split("\n")  # not at what Unicode takes for the end of a line
    lines.pop()
    for key, change in changes.items():
        head = f"{key}\t"
        at = bisect_left(lines, head)
        there = at < len(lines) and lines[at].startswith(head)
        if change.gone or change.new:
            known = lines[at][len(head) :] if there else ""
            value = merged(known, change.gone, change.new)
        else:
            value = change.shown or ""
        lines[at : at + there] = [f"{head}{value}"] if value else []
    return "\n".join((*lines, ""))


def common_words(text: str, several: int) -> tuple[str, ...]:
    """Return what nearest spellings are looked for among, of a file of words: the plain words
    without digits that ``several`` articles have."""
    return tuple(sorted(set(_common(text, several))))


def _common(text: str, several: int) -> Iterator[str]:
    for line in text.split("\n"):
        key, _, listed = line.partition("\t")
        if are_several(listed, several) and not key.startswith("@"):
            plain = plain_key(key)
            if plain.isalpha():
                yield plain
