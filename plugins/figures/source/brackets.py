"""Brackets of links and images, found once a text.

python-markdown looks from each ``[`` for its ``]``, and from each ``(`` for its ``)``, letter by
letter up to the paragraph's end.
"""

from __future__ import annotations

from markdown import Markdown
from markdown.inlinepatterns import LinkInlineProcessor

from plugins.core.text.expressions import expression

MOST_LINK_LETTERS = 2_000
"""Letters of an address with its title; browsers take no more in many places."""

_BRACKET = expression(r"[\[\]]")


def quicken(md: Markdown) -> None:
    """Have all patterns of links and images look for their brackets here."""
    pairs = _Pairs()
    for pattern in md.inlinePatterns:
        if isinstance(pattern, LinkInlineProcessor):
            pattern.getText = pairs.text  # type: ignore[method-assign] # no setting of it
            pattern.getLink = _Link(pattern).find  # type: ignore[method-assign] # so


class _Pairs:
    """Where the square brackets of the last text close."""

    def __init__(self) -> None:
        self._text = ""
        self._ends: dict[int, int] = {}

    def text(self, data: str, index: int) -> tuple[str, int, bool]:
        """Return what stands in the bracket that opens before ``index``, the index behind it, and
        whether it closes."""
        if data is not self._text:
            self._text, self._ends = data, _ends(data)
        end = self._ends.get(index - 1)
        return (data[index:], len(data), False) if end is None else (data[index:end], end + 1, True)


def _ends(text: str) -> dict[int, int]:
    ends: dict[int, int] = {}
    opened: list[int] = []
    for bracket in _BRACKET.finditer(text):
        if bracket[0] == "[":
            opened.append(bracket.start())
        elif opened:
            ends[opened.pop()] = bracket.start()
    return ends


class _Link:
    def __init__(self, pattern: LinkInlineProcessor) -> None:
        self._find = pattern.getLink

    def find(self, data: str, index: int) -> tuple[str, str | None, int, bool]:
        """Return what python-markdown's method does, which looks only so far."""
        end = index + MOST_LINK_LETTERS
        if data.find(")", index, end) < 0:
            return "", None, index, False
        return self._find(data[:end], index)
