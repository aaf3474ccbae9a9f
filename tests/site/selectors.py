"""The selectors of style sheets, and which of them hold on a page: an eye of its own on what
:mod:`plugins.engine.render.page_style` leaves out."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bs4 import BeautifulSoup

from plugins.engine.render.assets import Assets
from tests.conftest import ROOT

_STYLE = re.compile(r"<style>(.*?)</style>", re.DOTALL)
# What the parser of selectors does not read, and what may come to hold.
_LATER = re.compile(r"::[\w-]+|:(hover|focus-visible|focus)\b|,?:has\([^()]*\)")


def selectors(css: str) -> Iterator[str]:
    """Yield the selectors of a minified style sheet."""
    plain = re.sub(r"@(font-face|page)[^{]*\{[^{}]*\}", "", css)
    for found in re.finditer(r"(?<=[{};])([^{};@]+)\{", ";" + plain):
        yield from re.split(r",(?![^()]*(?:\([^()]*\)[^()]*)*\))", found[1])


def all_selectors() -> set[str]:
    """Return those of the whole theme: a page with every name in its style sheets uses all."""
    sheets = (ROOT / "theme" / "static" / "css").rglob("*.css")
    names = re.findall(r"[a-z][\w-]*", "".join(each.read_text("utf-8") for each in sheets))
    page = "".join(f'<{name} class="{name}">' for name in sorted(set(names)))
    return set(
        selectors(Assets(ROOT / "theme" / "static", "https://bantin.example.vn").style(page))
    )


def left_out(html: str, of_all: set[str]) -> set[str]:
    """Return the selectors that the style of a page lacks; none if it has no style."""
    style = _STYLE.search(html)
    return of_all - set(selectors(style[1])) if style else set()


def holding(html: str, among: set[str]) -> set[str]:
    """Return the selectors that select something on a page."""
    soup = BeautifulSoup(_STYLE.sub("", html), "html.parser")
    plain = {each: _LATER.sub("", each) or "*" for each in among}
    # All in one walk over the page; which of them, matters only where any does.
    if not plain or soup.select_one(", ".join(plain.values())) is None:
        return set()
    return {each for each, selector in plain.items() if soup.select_one(selector)}
