"""Change images and figures in a piece of raw HTML and leave every other character alone."""

from __future__ import annotations

from typing import TYPE_CHECKING
from xml.etree.ElementTree import Element

from plugins.core.html.tags import attributes, is_self_closed, tokens

if TYPE_CHECKING:
    from collections.abc import Callable


def _places(html: str) -> tuple[list[tuple[int, int, Element]], list[tuple[int, int]]]:
    """Return where images begin and end, each with its element, and where outermost figures do."""
    images, figures = [], []
    depth = first = end = 0
    for token in tokens(html):
        begin, end = end, end + len(token.raw)
        if token.kind == "start" and token.name == "img":
            values = {each.name: each.value for each in attributes(token.raw)}
            images.append((begin, end, Element("img", values)))
        elif token.name != "figure" or is_self_closed(token.raw):
            continue
        elif token.kind == "start":
            first = first if depth else begin
            depth += 1
        elif depth:
            depth -= 1
            if not depth:
                figures.append((first, end))
    return images, figures


def rewrite(
    html: str,
    image: Callable[[Element], str],
    figure: Callable[[str], str | None],
) -> str:
    """Return ``html`` with each image and each outermost figure replaced.

    ``figure`` gets a figure's whole HTML and returns its new one, or ``None`` to have only
    its images changed; ``image`` gets an ``img`` element. Both are called in order.
    """
    images, figures = _places(html)
    pieces: list[str] = []
    done = 0
    pending = [(begin, end, None) for begin, end in figures]
    for begin, end, element in sorted([*pending, *images], key=lambda place: place[:2]):
        if begin < done:
            continue
        source = html[begin:end]
        new = figure(source) if element is None else image(element)
        if new is not None:
            pieces += [html[done:begin], new]
            done = end
    return "".join([*pieces, html[done:]])
