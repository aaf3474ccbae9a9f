"""What stands below each other in a text: paragraphs, photos, tables and notes."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from itertools import groupby
from typing import Any, Literal, NamedTuple

from bs4 import BeautifulSoup, Tag

from plugins.desk.text.spans import BREAK, Span, all_are, plain, spans_of, trimmed
from plugins.desk.word.styles import Role

_CLASS = re.compile(
    r"desk-(?P<role>[a-z]+)-(?P<level>\d+)-(?P<alignment>[a-z]+)(?:-(?P<place>box|float|alone))?"
)
_ALIGNED = re.compile(r"text-align\s*:\s*(center|right)", re.IGNORECASE)
_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_GROUPS = frozenset(
    (  # noqa: SIM905 - a list would take a screen
        "html body div section article main header footer aside center figure form fieldset nav "
        "details address dl dd dt"
    ).split()
)
_BLOCKS = frozenset(("p", "table", "ul", "ol", "blockquote", "pre", "figcaption", *_HEADINGS))


_LEAST_PARAGRAPH = 15  # words of a line that is one by itself
_STOPS = (".", "!", "?", "…", ".”", '."', ".)")
Place = Literal["text", "box", "float", "alone"]


@dataclass(frozen=True)
class Text:
    """A paragraph. ``joined`` says that a photo stands before it in the same paragraph, ``inline``
    that words stand before that photo, too, in the same line; ``place`` where it stands itself: in
    the ``"text"``, in a text ``"box"``, or where it will, so that it ``"float"`` s beside others,
    or floats ``"alone"``, on an empty paragraph."""

    spans: list[Span]
    role: Role = "text"
    level: int = 0
    alignment: str = ""
    joined: bool = False
    inline: bool = False
    place: Place = "text"

    @property
    def plain(self) -> str:
        """The letters alone."""
        return plain(self.spans)

    @property
    def is_bold(self) -> bool:
        """Whether all of it is in bold letters."""
        return all_are(self.spans, "bold")

    @property
    def is_italic(self) -> bool:
        """Whether all of it is in italics."""
        return all_are(self.spans, "italic")


@dataclass(frozen=True)
class Photos:
    """Photos in a row, by their numbers, with what is said of them (in paragraphs); ``place`` as
    of a text. ``perhaps`` is a paragraph that may be their caption, or not; if it is one of the
    captions, that was a guess."""

    numbers: list[int]
    captions: list[Text] = field(default_factory=list)
    place: Place = "text"
    perhaps: str = ""


class Cell(NamedTuple):
    """A cell: what is in it, how many columns and rows it takes, whether it heads others."""

    blocks: list[Block]
    columns: int
    rows: int
    is_head: bool


@dataclass(frozen=True)
class Table:
    """Rows of cells."""

    rows: list[list[Cell]]


@dataclass(frozen=True)
class Note:
    """A footnote, by the label of its mark."""

    label: str
    texts: list[Text]


Block = Text | Photos | Table | Note


def blocks_of(html: str) -> list[Block]:
    """Return what is in an HTML text."""
    return list(_blocks(BeautifulSoup(html, "html.parser"), Text([])))


def _blocks(node: Tag, like: Text) -> Iterator[Block]:
    """Yield the blocks in an element; what of it lies in none is a paragraph like ``like``."""
    loose: list[Span] = []
    for child in node.children:
        inner = _inside(child, like) if isinstance(child, Tag) else None
        if inner is None:
            loose += spans_of(child)
        else:
            yield from _paragraph(loose, like)
            loose = []
            yield from inner
    yield from _paragraph(loose, like)


def _inside(tag: Tag, like: Text) -> Iterator[Block] | None:
    """Return what is in an element of its own lines; ``None`` if it stands in a line."""
    name = tag.name
    if name == "table":
        return iter([_table(tag)])
    if name in ("ul", "ol"):
        return _list(tag, like.level + 1 if like.role == "item" else 0)
    if name in _HEADINGS:
        return _blocks(tag, Text([], "heading", _HEADINGS[name], _alignment(tag)))
    if name == "figcaption":
        return _blocks(tag, Text([], "caption"))
    if name == "blockquote":
        return _blocks(tag, Text([], "quote"))
    if name == "pre":
        return (
            block for line in tag.get_text().split("\n") for block in _paragraph([Span(line)], like)
        )
    if name == "p":
        match = _CLASS.fullmatch(
            " ".join(tag.get_attribute_list("class")) if tag.get("class") else ""
        )
        own = Text([], like.role, like.level, _alignment(tag))
        if match:
            said: dict[str, Any] = match.groupdict()  # of our own making, all of it
            alignment = said["alignment"].replace("start", "")
            own = Text([], said["role"], int(said["level"]), alignment)
            own = replace(own, place=said["place"] or "text")
        return _blocks(tag, own)
    # A program may wrap all of a text in one that stands in a line.
    if name in _GROUPS or tag.find(list(_BLOCKS)) is not None:
        return _blocks(tag, like)
    return None


def _alignment(tag: Tag) -> str:
    match = _ALIGNED.search(str(tag.get("style", "")))
    return match[1].lower() if match else str(tag.get("align", "")).lower()


def _paragraph(spans: list[Span], like: Text) -> Iterator[Block]:
    """Yield a paragraph, divided where photos stand in it, and at the line breaks below them."""
    numbers: list[int] = []
    joined = inline = False
    for is_photo, group in groupby(spans, lambda span: span.picture is not None):
        part = list(group)
        text = trimmed(part)
        if is_photo:
            numbers += [span.picture for span in part if span.picture is not None]
            joined = True
        elif text:
            if numbers:
                yield Photos(numbers, place=like.place)
                numbers = []
            inline = inline and not _breaks(part)
            is_text = like.role == like.place == "text"
            first, *others = _divided(part, joined=joined) if is_text else [text]
            yield replace(like, spans=first, joined=joined, inline=inline)
            yield from (replace(like, spans=line) for line in others)
            inline = not _breaks(reversed(part))
        elif any(span.text == BREAK for span in part):
            inline = False
    if numbers:
        yield Photos(numbers, place=like.place)


def _breaks(spans: Iterable[Span]) -> bool:
    """Whether a line break comes before anything else."""
    return next((s.text == BREAK for s in spans if s.text == BREAK or s.text.strip()), False)


def _divided(spans: list[Span], *, joined: bool) -> Iterator[list[Span]]:
    """Yield what blank lines part, and lines of a paragraph with a photo, or that holds several."""
    kept: list[Span] = []
    for is_break, group in groupby(spans, lambda span: span.text == BREAK or not _says(span)):
        part = list(group)
        if is_break and sum(span.text == BREAK for span in part) > 1:
            yield from _parted(kept, joined=joined)
            kept = []
        else:
            kept += part
    yield from _parted(kept, joined=joined)


def _says(span: Span) -> bool:
    return bool(span.text.strip() or span.note or span.picture is not None)


def _parted(spans: list[Span], *, joined: bool) -> Iterator[list[Span]]:
    text = trimmed(spans)
    lines = "".join(span.text for span in text).split(BREAK)
    sentences = [line for line in lines if line.endswith(_STOPS)]
    holds_several = sum(len(line.split()) >= _LEAST_PARAGRAPH for line in sentences) > 1
    if text:
        yield from _lines(text) if joined or holds_several else [text]


def _lines(spans: list[Span]) -> Iterator[list[Span]]:
    """Yield lines that a break divides; one in small letters goes on with the line above, and so
    does one all in italics with another."""
    found: list[Span] = []
    above: list[Span] = []
    for is_break, group in groupby(spans, lambda span: span.text == BREAK):
        if is_break:
            continue
        line = list(group)
        goes_on = plain(line)[:1].islower() or (
            all_are(above, "italic") and all_are(line, "italic")
        )
        if goes_on and found:
            found.append(Span(BREAK))
        elif found:
            yield found
            found = []
        found += line
        above = line
    yield found


def _list(tag: Tag, level: int) -> Iterator[Block]:
    """Yield items with their marks; those of notes are notes."""
    start = str(tag.get("start", "1"))
    number = int(start) if start.lstrip("-").isdecimal() else 1
    for item in tag.find_all("li", recursive=False):
        label = str(item.get("id", ""))
        inner = list(_blocks(item, Text([], "item", level)))
        if label.startswith(("footnote-", "endnote-")):
            yield Note(label, list(texts_in(inner)))
            yield from (Photos([number]) for number in pictures_in(inner))
            continue
        mark = f"{number}. " if tag.name == "ol" else "- "
        number += 1
        for at, block in enumerate(inner):
            if at == 0 and isinstance(block, Text):
                yield Text([Span(mark), *block.spans], "item", level)
            else:
                yield block


def _table(table: Tag) -> Table:
    rows = []
    for row in table.find_all("tr"):
        if row.find_parent("table") is not table:
            continue
        cells = row.find_all(["td", "th"], recursive=False)
        in_head = row.find_parent("thead") is not None
        rows.append([_cell(cell, is_head=in_head or cell.name == "th") for cell in cells])
    return Table([row for row in rows if row])


def _cell(cell: Tag, *, is_head: bool) -> Cell:
    columns, rows = (_count(cell, name) for name in ("colspan", "rowspan"))
    return Cell(list(_blocks(cell, Text([]))), columns, rows, is_head)


def _count(cell: Tag, name: str) -> int:
    said = str(cell.get(name, "1"))
    return min(max(int(said), 1), 100) if said.isdecimal() else 1


def pictures_in(blocks: Iterable[Block]) -> Iterator[int]:
    """Yield the numbers of the pictures that stand in blocks."""
    for block in blocks:
        if isinstance(block, Photos):
            yield from block.numbers
        elif isinstance(block, Table):
            for row in block.rows:
                for cell in row:
                    yield from pictures_in(cell.blocks)


def texts_in(blocks: Iterable[Block]) -> Iterator[Text]:
    """Yield the paragraphs in blocks, captions and cells among them; not those of notes."""
    for block in blocks:
        if isinstance(block, Text):
            yield block
        elif isinstance(block, Photos):
            yield from block.captions
        elif isinstance(block, Table):
            for row in block.rows:
                for cell in row:
                    yield from texts_in(cell.blocks)
