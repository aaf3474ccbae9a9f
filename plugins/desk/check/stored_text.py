"""Where in a file, as it is stored, a place is that was found in its text as it is read.

The text is in NFC and without what cannot be seen; an editor's program counts what is in the file:
each piece of a letter, each sign nobody sees, and no line end at U+2028.
"""

from __future__ import annotations

from bisect import bisect_right
from functools import cached_property

from plugins.core.text.decoding import decode, encoding_of, normalise
from plugins.core.text.expressions import expression

_LINE_END = expression(r"\r\n|\r|\n")


class StoredText:
    """The text of a file with that ``content``. Raises
    :class:`~plugins.core.errors.EncodingError` for one that is no Unicode."""

    def __init__(self, content: bytes) -> None:
        self._lines = decode(content).split("\n")
        self._stored = _LINE_END.split(content.decode(encoding_of(content)))

    def line(self, number: int | None) -> str:
        """Return a line as it is read, from 1; an empty one if there is none."""
        return self._lines[number - 1] if number and number <= len(self._lines) else ""

    def place(self, line: int | None, column: int | None) -> tuple[int | None, int | None]:
        """Return the line and the column, both from 1, that a place has in the file."""
        if line is None or line > len(self._lines) or self._lines == self._stored:
            return line, column
        number = bisect_right(self._begins, line - 1) - 1
        stored = self._stored[number]
        above = normalise(stored).split("\n")[: line - 1 - self._begins[number]]
        if column is None:
            return number + 1, None
        before = sum(len(each) + 1 for each in above) + column - 1

        def length(end: int) -> int:
            return len(normalise(stored[:end]))

        return number + 1, bisect_right(range(len(stored) + 1), before, key=length)

    @cached_property
    def _begins(self) -> list[int]:
        """Which line as it is read, from 0, each of the file begins."""
        begins, at = [], 0
        for stored in self._stored:
            begins.append(at)
            at += normalise(stored).count("\n") + 1
        return begins
