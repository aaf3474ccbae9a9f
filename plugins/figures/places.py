"""Lines of the source file, for problems to name."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from plugins.figures.text import visible

if TYPE_CHECKING:
    from collections.abc import Iterator

    from plugins.articles.document import Document


class Places:
    """Finds the line on which each photo of a document stands, met in document order."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._met: Counter[str] = Counter()
        self._lines: dict[str, list[int]] | None = None

    def meet(self, where: str) -> int:
        """Count the photo lines that read ``where``; return which of them this one is, from 0."""
        self._met[where] += 1
        return self._met[where] - 1

    def line(self, where: str, nth: int, name: str) -> int | None:
        """Return the line (from 1) of the photo ``name`` on the ``nth`` source line ``where``.

        A photo whose line is not known is looked for by its name.
        """
        if self._lines is None:
            self._lines = self._index()
        numbers = self._lines.get(_key(where)) if where else None
        if numbers:
            return numbers[min(nth, len(numbers) - 1)]
        found = (self._document.locate(needle) for needle in _needles(name))
        return next((number for number in found if number is not None), None)

    def _index(self) -> dict[str, list[int]]:
        lines: dict[str, list[int]] = {}
        body = self._document.lines[self._document.body_line - 1 :]
        for number, line in enumerate(body, self._document.body_line):
            lines.setdefault(_key(line), []).append(number)
        return lines


def _needles(name: str) -> Iterator[str]:
    """Yield what to look for, from the markup of an image to the bare name."""
    if not name:
        yield from ("]()", 'src=""', "![", "<img")
        return
    for before in ("](", "](<", "]: ", 'src="', "src='", "src="):
        yield before + name
    yield name
    yield name.replace("\\", "/").rpartition("/")[2]


def _key(line: str) -> str:
    return " ".join(visible(line.expandtabs()).split())
