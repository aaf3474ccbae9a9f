"""Of the theme's style sheet, what one page uses: it stands in the page, and half of all CSS is
about what other kinds of pages hold.

A rule is left out of a page only if it cannot hold there: its selector has a class, and names a
class or an element that the page does not have. What a script mentions it may bring, so that counts
as being there; but a class behind a dot (``".listen"``) is looked for, no script brings a component
(``viewer``), and its parts (``viewer__bar``) are where it is. All else in a selector (attributes,
states, ``:not()``, ``:has()``) is taken to hold. Custom properties that the rest does not use are
left out, too.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

PAGE_STYLE = "\ufdd8"
"""Stands in a template for the style of the page, which is known once the page is."""

_GROUPS = ("@media", "@layer", "@supports", "@container")
_PIECE = re.compile(r"""(?:"[^"]*"|'[^']*'|[^"'{};])+|[{};]""")
_COMMA = re.compile(r",(?![^()]*(?:\([^()]*\)[^()]*)*\))")  # outside of ":not(a, :has(b))"
_MORE = re.compile(r"\[[^\]]*\]|#[\w-]+|::?[\w-]+|\([^()]*\)")
_NAME = re.compile(r"\.?-?[A-Za-z_][\w-]*")
_CLASSES = re.compile(r' class="([^"]*)"')
_ELEMENT = re.compile(r"<([a-z][a-z0-9]*)")
_WORD = re.compile(r"(\.?)([A-Za-z_][\w-]*)")
_PROPERTY = re.compile(r"(?<![\w-])--[\w-]+")
_USED = re.compile(r"var\(\s*(--[\w-]+)")


class _Selector(NamedTuple):
    text: str
    needs: frozenset[str]  # "p" of elements, ".teaser" of classes


class _Rule(NamedTuple):
    selectors: tuple[_Selector, ...]
    body: tuple[str, ...]  # declarations, or of blocks within it their pieces


class _Group(NamedTuple):
    head: str
    parts: tuple[_Part, ...]


_Part = _Rule | _Group | str


class PageStyle:
    """The style sheet ``css`` (minified), for pages that have the scripts ``js``."""

    def __init__(self, css: str, js: str) -> None:
        self._sheet = tuple(_read(iter(_PIECE.findall(css))))
        self._named: frozenset[str] = frozenset().union(
            *(each.needs for each in _selectors(self._sheet))
        )
        words = set(_WORD.findall(js))
        scripted = {name for _, name in words}
        self._parts = {name for name in scripted if "__" in name}
        of_parts = {name for name in self._parts | self._named if "__" in name}
        components = {name.partition("__")[0].removeprefix(".") for name in of_parts}
        brought = {name for dot, name in words if not dot} - self._parts - components
        self._always = scripted | {f".{name}" for name in brought}
        self._properties = frozenset(_PROPERTY.findall(js))
        self._kept: dict[frozenset[str], str] = {}

    def of(self, html: str) -> str:
        """Return what a page uses of the style sheet, in the same order."""
        classes = set(" ".join(set(_CLASSES.findall(html))).split())
        classes |= {part for part in self._parts if part.partition("__")[0] in classes}
        names = {f".{name}" for name in classes} | set(_ELEMENT.findall(html)) | self._always
        has = self._named & names
        if (kept := self._kept.get(has)) is None:
            rules = "".join(_written(self._sheet, has))
            used = self._properties.union(_USED.findall(rules))
            kept = self._kept[has] = "".join(_written(self._sheet, has, used))
        return kept


def _read(pieces: Iterator[str]) -> Iterator[_Part]:
    """Yield what stands up to the end of the block that ``pieces`` are in."""
    head = ""
    for piece in pieces:
        if piece == "}":
            return
        if piece == ";":
            yield f"{head};"
        elif piece != "{":
            head = piece
        elif head.startswith(_GROUPS):
            yield _Group(head, tuple(_read(pieces)))
        elif head.startswith("@"):
            yield f"{head}{{{''.join(_body(pieces))}}}"
        else:
            yield _Rule(tuple(map(_selector, _COMMA.split(head))), tuple(_body(pieces)))


def _body(pieces: Iterator[str]) -> Iterator[str]:
    """Yield the declarations of a block, each with its end; blocks in it belong to it."""
    depth, last = 1, ""
    for piece in pieces:
        depth += (piece == "{") - (piece == "}")
        if not depth:
            break
        if piece == ";":
            last += piece
        else:
            yield last
            last = piece
    yield last


def _selector(text: str) -> _Selector:
    plain, count = text, 1
    while count:  # from the inside: ":not(:has(a))"
        plain, count = _MORE.subn("", plain)
    names = _NAME.findall(plain) if "." in plain else ()
    return _Selector(text, frozenset(names))


def _selectors(parts: tuple[_Part, ...]) -> Iterator[_Selector]:
    for part in parts:
        if isinstance(part, _Group):
            yield from _selectors(part.parts)
        elif isinstance(part, _Rule):
            yield from part.selectors


def _written(
    parts: tuple[_Part, ...], has: frozenset[str], used: frozenset[str] | None = None
) -> Iterator[str]:
    """Yield what holds where the names ``has`` are, with the custom properties ``used``, or all."""
    for part in parts:
        if isinstance(part, str):
            yield part
        elif isinstance(part, _Group):
            if inside := "".join(_written(part.parts, has, used)):
                yield f"{part.head}{{{inside}}}"
        elif selectors := [text for text, needs in part.selectors if needs <= has]:
            kept = (one for one in part.body if used is None or _is_used(one, used))
            if body := "".join(kept).removesuffix(";"):
                yield f"{','.join(selectors)}{{{body}}}"


def _is_used(declaration: str, used: frozenset[str]) -> bool:
    return not declaration.startswith("--") or declaration.partition(":")[0] in used
