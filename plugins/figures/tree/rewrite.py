"""Change images and figures in a piece of raw HTML and leave every other character alone."""

from __future__ import annotations

from typing import TYPE_CHECKING
from xml.etree.ElementTree import Element

from plugins.figures.tree.html_tree import TolerantParser

if TYPE_CHECKING:
    from collections.abc import Callable


class _Places(TolerantParser):
    """Finds images and outermost figures: (begin, end, tag, attributes)."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self._html = html
        self._starts = [0]
        for line in html.split("\n"):
            self._starts.append(self._starts[-1] + len(line) + 1)
        self._depth = 0
        self._begin = 0
        self.images: list[tuple[int, int, dict[str, str]]] = []
        self.figures: list[tuple[int, int]] = []
        self.feed(html)
        self.close()

    def _position(self) -> int:
        line, column = self.getpos()
        return self._starts[line - 1] + column

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        begin = self._position()
        if tag == "img":
            end = begin + len(self.get_starttag_text() or "")
            self.images.append((begin, end, {name: value or "" for name, value in attrs}))
        elif tag == "figure":
            if not self._depth:
                self._begin = begin
            self._depth += 1

    def handle_endtag(self, tag: str) -> None:
        if tag != "figure" or not self._depth:
            return
        self._depth -= 1
        if not self._depth:
            end = self._html.find(">", self._position()) + 1
            self.figures.append((self._begin, end or len(self._html)))


def rewrite(
    html: str,
    image: Callable[[Element], str],
    figure: Callable[[str], str | None],
) -> str:
    """Return ``html`` with each image and each outermost figure replaced.

    ``figure`` gets a figure's whole HTML and returns its new one, or ``None`` to have only
    its images changed; ``image`` gets an ``img`` element. Both are called in order.
    """
    places = _Places(html)
    pieces: list[str] = []
    done = 0
    pending = [(begin, end, None) for begin, end in places.figures]
    for begin, end, attributes in sorted([*pending, *places.images], key=lambda place: place[:2]):
        if begin < done:
            continue
        source = html[begin:end]
        new = figure(source) if attributes is None else image(Element("img", attributes))
        if new is not None:
            pieces += [html[done:begin], new]
            done = end
    return "".join([*pieces, html[done:]])
