"""Lines of the source file, for problems to name."""

from __future__ import annotations

from collections import Counter
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING

from plugins.figures.tree.text import visible

if TYPE_CHECKING:
    from collections.abc import Iterator

    from plugins.core.document import Document


class Location:
    """Where the photo ``name`` stands: ``where`` is its line's text, looked up when needed."""

    def __init__(self, locations: Locations, where: str, name: str, nth: int) -> None:
        self._locations = locations
        self.where = where
        self.name = name
        self._nth = nth

    @cached_property
    def line(self) -> int | None:
        """The line (from 1), ``None`` if it is not known."""
        return self._locations.line(self.where, self.name, self._nth)


class Locations:
    """The locations of a document's photos, asked for in document order."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._met: Counter[tuple[str, str]] = Counter()

    def location(self, where: str, name: str) -> Location:
        """Return where the photo ``name`` on the line ``where`` is (``""``: unknown)."""
        self._met[where, name] += 1
        return Location(self, where, name, self._met[where, name] - 1)

    def line(self, where: str, name: str, nth: int) -> int | None:
        """Return the line of the ``nth`` photo (from 0) on lines that read ``where``.

        A photo whose line is not known is looked for by its name.
        """
        numbers = self._lines.get(_key(where)) if where else None
        if numbers:
            return numbers[min(nth, len(numbers) - 1)]
        found = (self._document.locate(needle) for needle in _needles(name))
        return next((number for number in found if number is not None), None)

    @cached_property
    def _lines(self) -> dict[str, list[int]]:
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


@lru_cache(maxsize=64)  # a line may name hundreds of photos, and each asks where it stands
def _key(line: str) -> str:
    return " ".join(visible(line.expandtabs()).split())
