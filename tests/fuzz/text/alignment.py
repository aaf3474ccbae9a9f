"""Two texts word by word: which words of the one are not in the other, in their order."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from tests.fuzz.text.source import Kind, Word

FEW = 3  # words: so few may be equal by chance


def unmatched(
    text: list[Word], words: list[Word], shown: list[str]
) -> tuple[list[Word], list[str]]:
    """Do as :func:`unmatched_text`; what a reader sees of addresses, or of what looks like a
    comment, helps to find the order."""
    missing, extra = unmatched_text(text, shown)
    known = set(text)
    for kinds in ((Kind.ADDRESS, Kind.LABEL), (Kind.ADDRESS, Kind.LABEL, Kind.MARKUP)):
        if not missing:
            break
        every = [word for word in words if word in known or word.kind in kinds]
        others, rest = unmatched_text(every, shown)
        others = [word for word in others if word.kind == Kind.TEXT]
        if len(others) <= len(missing):
            seen = Counter(shown) - Counter(rest) - Counter(word.text for word in text)
            missing, extra = others, [*rest, *seen.elements()]
    return missing, extra


def unmatched_text(typed: list[Word], shown: list[str]) -> tuple[list[Word], list[str]]:
    """Return the words that are not shown in their order, and what is shown besides them."""
    whole = joined(typed, shown)
    if len(whole) == len(typed):
        return _unmatched(typed, shown)
    missing, extra = _unmatched([word for word, _ in whole], shown)
    parts = dict(whole)
    missing = [part for word in missing for part in parts[word]]
    # Of two equal ones, the other may be the one that is shown as one word.
    if missing:
        others, rest = _unmatched(typed, shown)
        if len(others) < len(missing):
            return others, rest
    return missing, extra


def _unmatched(typed: list[Word], shown: list[str]) -> tuple[list[Word], list[str]]:
    at, extra = 0, []
    for each in shown:
        if at < len(typed) and typed[at].text == each:
            at += 1
        else:
            extra.append(each)
    texts = [word.text for word in typed]
    if at == len(typed):
        if len(extra) > FEW:  # perhaps a second copy: have its words together
            extra = [word for *_, j1, j2 in _gaps(texts, shown) for word in shown[j1:j2]]
        return [], extra
    if "".join(texts) == "".join(shown):
        return [], []
    missing: list[Word] = []
    extra = []
    for i1, i2, j1, j2 in _gaps(texts, shown):
        parted, rest = [], _rejoined(typed[i1:i2], shown[j1:j2])
        matcher = SequenceMatcher(None, texts[i1:i2], shown[j1:j2], autojunk=False)
        for tag, a, b, c, d in matcher.get_opcodes():
            if tag != "equal":
                parted.append(_rejoined(typed[i1 + a : i1 + b], shown[j1 + c : j1 + d]))
        if len(rest[0]) > sum(len(words) for words, _ in parted):
            missing += (word for words, _ in parted for word in words)
            extra += (word for _, words in parted for word in words)
        else:
            missing += rest[0]
            extra += rest[1]
    return missing, extra


def joined(typed: list[Word], shown: Sequence[str]) -> list[tuple[Word, list[Word]]]:
    """Return the words with their parts: those that marks divide are one if such a word is shown
    that was not typed."""
    surplus = Counter(shown) - Counter(word.text for word in typed)
    found: list[tuple[Word, list[Word]]] = []
    at = 0
    while at < len(typed):
        runs = _touching(typed, at) if surplus else ()
        parts = next((run for run in runs if surplus[_text(run)] > 0), [typed[at]])
        word = parts[0]
        if len(parts) > 1:
            word = word._replace(text=_text(parts), end=parts[-1].end)
            surplus[word.text] -= 1
        found.append((word, parts))
        at += len(parts)
    return found


def _text(words: Sequence[Word]) -> str:
    return "".join(word.text for word in words)


def _touching(typed: list[Word], at: int) -> Iterator[list[Word]]:
    """Yield the runs of two words and more from ``at`` on that but marks divide, longest first."""
    end = at + 1
    while end < len(typed) and typed[end].touches:
        end += 1
    yield from (typed[at:stop] for stop in range(end, at + 1, -1))


def _gaps(texts: Sequence[str], shown: Sequence[str]) -> Iterator[tuple[int, int, int, int]]:
    """Yield the ranges in which two texts differ, of each its first and last indexes.

    Ranges with but a few equal words between them are one: those may be equal by chance.
    """
    matcher = SequenceMatcher(None, texts, shown, autojunk=False)
    gap: tuple[int, int, int, int] | None = None
    for tag, i1, i2, j1, j2 in matcher.get_opcodes():
        if tag == "equal":
            if gap and i2 - i1 > FEW:
                yield gap
                gap = None
        else:
            gap = (gap[0], i2, gap[2], j2) if gap else (i1, i2, j1, j2)
    if gap:
        yield gap


def _rejoined(typed: list[Word], shown: list[str]) -> tuple[list[Word], list[str]]:
    """Return what of two texts differs even if words may have other bounds: marks within
    a word make two of it."""
    if "".join(word.text for word in typed) == "".join(shown):
        return [], []
    missing: list[Word] = []
    extra: list[str] = []
    at = 0
    for word in shown:
        for start in range(at, len(typed)):
            end = _spelling(typed, start, word)
            if end:
                missing += typed[at:start]
                at = end
                break
        else:
            extra.append(word)
    return missing + typed[at:], extra


def _spelling(typed: list[Word], start: int, word: str) -> int:
    """Return the end of the words from ``start`` on that make up ``word``, or 0."""
    letters = ""
    for end in range(start, len(typed)):
        letters += typed[end].text
        if letters == word:
            return end + 1
        if not word.startswith(letters):
            return 0
    return 0


def common(words: Sequence[str], at: int, phrase: Sequence[str]) -> int:
    """Return how many of ``words`` from ``at`` on stand in ``phrase``, one after the other."""
    best = 0
    for start, word in enumerate(phrase):
        if word != words[at]:
            continue
        length = 1
        while (
            at + length < len(words)
            and start + length < len(phrase)
            and words[at + length] == phrase[start + length]
        ):
            length += 1
        best = max(best, length)
    return best
