"""What a reader of a page sees: its words in their order, its blocks, and its addresses."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from html.parser import HTMLParser
from typing import NamedTuple
from urllib.parse import unquote

APART = "\u2060"
"""Stands round the number of a footnote, which is no part of the words beside it."""

VOID = frozenset(("br", "col", "hr", "img", "source", "track", "wbr"))
# Where one block of text ends and another begins.
_APART = """
address article aside blockquote caption dd details div dl dt figcaption figure footer h1 h2 h3 h4
h5 h6 header hr li ol p pre section summary table tbody td tfoot th thead tr ul credit
"""
_BLOCKS = frozenset(_APART.split())
_SPACE = re.compile(r"[ \t\n\r\f]+")
_ROMAN = ((10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))


class Shown(NamedTuple):
    """One block of text as a reader sees it.

    ``kind`` is the innermost element that holds it (``"p"``, ``"li"``, ``"td"`` …), ``inside``
    the elements around that one, outermost first; ``text`` has one space for many, and a line
    end for each ``<br>``. The ``"credit"`` of a caption is apart from it. ``mark`` is what a
    browser prints before an item of a numbered list.
    """

    kind: str
    text: str
    mark: str = ""
    inside: tuple[str, ...] = ()


@dataclass
class Page:
    """An article's HTML: ``blocks`` in the order of the page, those of the footnotes apart;
    ``values`` are the attributes' values, ``names`` the elements; ``faults`` are tags that do
    not fit together."""

    blocks: list[Shown] = field(default_factory=list)
    notes: list[Shown] = field(default_factory=list)
    values: list[str] = field(default_factory=list)
    names: set[str] = field(default_factory=set)
    faults: list[str] = field(default_factory=list)


def read_page(html: str) -> Page:
    """Return what a reader sees of an article's ``html``."""
    parser = _Parser()
    parser.feed(html)
    parser.close()
    parser.finish()
    return parser.page


@dataclass
class _List:
    """A numbered list: the number of its next item, and how numbers are written."""

    number: int
    style: str
    step: int = 1


class _Parser(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.page = Page()
        self._open: list[str] = []
        self._lists: list[_List | None] = []
        self._notes_at = 0  # how many elements are open round the footnotes, with their own
        self._referring = False
        self._text: list[str] = []
        self._mark = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = {name: value or "" for name, value in attrs}
        self.page.names.add(tag)
        self.page.values += [unquote(value) for value in values.values()]
        if tag == "br":
            self._text.append("\n")
            return
        if tag in _BLOCKS:
            self._end_block(empty=tag in ("li", "ol", "ul"))
        if tag in VOID:
            return
        credit = tag == "span" and values.get("class") == "credit"
        if credit:
            self._end_block()
        self._open.append("credit" if credit else tag)
        if "footnote-ref" in values.get("class", ""):
            self._text.append(APART)
            self._referring = True
        if values.get("class") == "footnote" and not self._notes_at:
            self._notes_at = len(self._open)
        if tag in ("ol", "ul"):
            # The numbers of a "typed" list stand in its items.
            numbered_list = tag == "ol" and "typed" not in values.get("class", "").split()
            self._lists.append(_list(values) if numbered_list else None)
        elif tag == "li" and self._lists and (numbered := self._lists[-1]):
            value = values.get("value", "")
            if re.fullmatch(r"-?\d+", value):
                numbered.number = int(value)
            self._mark = _written(numbered)
            numbered.number += numbered.step

    def handle_endtag(self, tag: str) -> None:
        if tag in VOID:
            return
        if tag == "span" and self._open[-1:] == ["credit"]:
            tag = "credit"
        if tag in _BLOCKS:
            self._end_block(empty=tag == "li")
        if not self._open or self._open[-1] != tag:
            self.page.faults.append(f"</{tag}>")
            if tag not in self._open:
                return
            while self._open[-1] != tag:
                self._open.pop()
        self._open.pop()
        if tag == "a" and self._referring:
            self._referring = False
            self._text.append(APART)
        if tag in ("ol", "ul"):
            self._lists.pop()
        if len(self._open) < self._notes_at:
            self._notes_at = 0

    def handle_data(self, data: str) -> None:
        preformatted = "pre" in self._open
        self._text.append(data if preformatted else _SPACE.sub(" ", data))

    def finish(self) -> None:
        """End what the text leaves open."""
        self._end_block()
        self.page.faults += [f"<{tag}>" for tag in self._open]

    def _end_block(self, *, empty: bool = False) -> None:
        """Write down the text since the last block. A number without any text is written
        only where ``empty`` says that its item is over."""
        lines = "".join(self._text).split("\n")
        text = "\n".join(line.strip(" ") for line in lines).strip("\n")
        self._text = []
        if not text and not (empty and self._mark):
            return
        mark, self._mark = self._mark, ""
        blocks = [name for name in self._open if name in _BLOCKS]
        kind, inside = (blocks[-1], tuple(blocks[:-1])) if blocks else ("", ())
        where = self.page.notes if self._notes_at else self.page.blocks
        # The numbers of footnotes are the page's own.
        where.append(Shown(kind, text, "" if self._notes_at else mark, inside))


def _list(values: dict[str, str]) -> _List:
    start = values.get("start", "1")
    number = int(start) if re.fullmatch(r"-?\d+", start) else 1
    return _List(number, values.get("type", "1"), -1 if "reversed" in values else 1)


def _written(numbered: _List) -> str:
    """Return an item's number as a browser writes it."""
    number = numbered.number
    if numbered.style in ("a", "A") and number > 0:
        letters = ""
        while number:
            number, rest = divmod(number - 1, 26)
            letters = chr(ord("a") + rest) + letters
        return _cased(letters, numbered.style)
    if numbered.style in ("i", "I") and 0 < number < 40:
        letters = ""
        for worth, written in _ROMAN:
            while number >= worth:
                letters, number = letters + written, number - worth
        return _cased(letters, numbered.style)
    return f"{number}."


def _cased(letters: str, style: str) -> str:
    return f"{letters.upper() if style.isupper() else letters}."
