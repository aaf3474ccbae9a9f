"""Which paragraphs are a headline by their size alone: the largest letters at a file's beginning.

Reporters write a headline in 18 points above a text in 14 as often as they use a style or bold
letters. A large line of a few capitals is a paper's or an office's name, and a large first letter
belongs to the text.
"""

from __future__ import annotations

from collections import Counter
from itertools import islice
from xml.etree.ElementTree import Element

from plugins.desk.word.names import W
from plugins.desk.word.shown import goes_on
from plugins.desk.word.styles import Styles

_SEARCHED, _COUNTED = 6, 200  # paragraphs with text: for a headline, for the size of the text
_LARGER = 1.2
_LEAST_WORDS, _MOST_WORDS, _MOST_LINES = 4, 45, 3


def large_headline(body: Element, styles: Styles) -> list[Element]:
    """Return the paragraphs of a headline that only its size tells; none where a style does, where
    lines that do not stand together are as large, or where no text is smaller."""
    found = ((each, _sizes(each, styles)) for each in body.iter(f"{W}p"))
    texts = list(islice((each for each in found if each[1] and not _is_apart(each[0])), _COUNTED))
    sizes = sum((counts for _, counts in texts), Counter[int]())
    begin = [(each, counts.most_common(1)[0][0]) for each, counts in texts[:_SEARCHED]]
    roles = [styles.role(each.find(f"{W}pPr")) for each, _ in begin]
    if not begin or any(
        role == "title" or (role, level) == ("heading", 1) for role, level in roles
    ):
        return []
    largest = max(size for _, size in begin)
    places = [at for at, (_, size) in enumerate(begin) if size == largest]
    words = " ".join(_text(begin[at][0]) for at in places)
    is_together = places[-1] - places[0] + 1 == len(places) <= _MOST_LINES
    is_name = words.isupper() and len(words.split()) < _LEAST_WORDS
    is_larger = largest >= _LARGER * sizes.most_common(1)[0][0]
    is_one = is_together and not is_name and len(words.split()) <= _MOST_WORDS
    return [begin[at][0] for at in places] if is_larger and is_one else []


def _sizes(paragraph: Element, styles: Styles) -> Counter[int]:
    """Return how many letters of a paragraph have which size."""
    properties = paragraph.find(f"{W}pPr")
    counts = Counter[int]()
    for run in paragraph.iter(f"{W}r"):
        if letters := sum(len((each.text or "").strip()) for each in run.iterfind(f"{W}t")):
            counts[styles.size(run.find(f"{W}rPr"), properties)] += letters
    return counts


def _is_apart(paragraph: Element) -> bool:
    has_box = paragraph.find(f".//{W}txbxContent") is not None
    return has_box or goes_on(paragraph.find(f"{W}pPr"))


def _text(paragraph: Element) -> str:
    return "".join(each.text or "" for each in paragraph.iter(f"{W}t"))
