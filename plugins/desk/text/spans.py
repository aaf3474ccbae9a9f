"""Letters with their look: the content of a paragraph, in one row."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from bs4.element import NavigableString, PageElement, Tag

from plugins.core.text.decoding import normalise
from plugins.desk.manuscript import PICTURES

BREAK = "\n"
_PICTURE = re.compile(f"([{chr(PICTURES[0])}-{chr(PICTURES[-1])}])")
_SPACES = re.compile(r"[^\S\n]+")
_SAFE = ("http://", "https://", "mailto:", "tel:")


class Span(NamedTuple):
    """A piece of text that looks the same all through. Of a line break the text is
    :data:`BREAK`; of a picture there is its number, of a footnote's mark its label."""

    text: str = ""
    bold: bool = False
    italic: bool = False
    struck: bool = False
    raised: str = ""
    href: str = ""
    picture: int | None = None
    note: str = ""


def spans_of(node: PageElement, look: Span = Span()) -> Iterator[Span]:  # noqa: B008 - it never changes
    """Yield what an element or a text holds."""
    if type(node) is NavigableString:  # no comment, no style sheet
        yield from _letters(str(node), look)
    elif isinstance(node, Tag):
        yield from _element(node, look)


def _inside(tag: Tag, look: Span) -> Iterator[Span]:
    for child in tag.children:
        yield from spans_of(child, look)


def _letters(text: str, look: Span) -> Iterator[Span]:
    for part in _PICTURE.split(normalise(text)):
        if _PICTURE.fullmatch(part):
            yield Span(picture=ord(part) - PICTURES[0])
        elif part:
            yield look._replace(text=_SPACES.sub(" ", part.replace("\n", " ")))


def _element(tag: Tag, look: Span) -> Iterator[Span]:
    name = tag.name
    if name in ("script", "style", "head", "template", "noscript"):
        return
    if name == "br":
        yield Span(BREAK)
    elif name == "img":
        number = str(tag.get("data-picture", ""))
        if number.isdecimal():
            yield Span(picture=int(number))
    elif name == "input":
        yield look._replace(text="☒ " if tag.has_attr("checked") else "☐ ")
    elif name in ("b", "strong"):
        yield from _inside(tag, look._replace(bold=True))
    elif name in ("i", "em"):
        yield from _inside(tag, look._replace(italic=True))
    elif name in ("s", "strike", "del"):
        yield from _inside(tag, look._replace(struck=True))
    elif name in ("sub", "sup"):
        yield from _inside(tag, look._replace(raised=name))
    elif name == "a":
        yield from _link(tag, look)
    else:
        yield from _inside(tag, look)


def _link(tag: Tag, look: Span) -> Iterator[Span]:
    href = str(tag.get("href", "")).strip()
    if href.startswith(("#footnote-ref-", "#endnote-ref-")):
        return  # the arrow that leads back from a note
    if href.startswith(("#footnote-", "#endnote-")):
        yield Span(note=href[1:])
    else:
        is_safe = href.lower().startswith(_SAFE)
        yield from _inside(tag, look._replace(href=href if is_safe else ""))


def plain(spans: Iterable[Span]) -> str:
    """Return the text alone, a space for a line break."""
    return " ".join("".join(span.text for span in spans).split())


def trimmed(spans: Iterable[Span]) -> list[Span]:
    """Return spans without white space at both ends and beside line breaks, alike ones joined."""
    joined: list[Span] = []
    for look, group in groupby(spans, lambda span: (span._replace(text=""), span.text == BREAK)):
        text = "".join(span.text for span in group)
        joined.append(look[0]._replace(text=BREAK if look[1] else text))
    for at, span in enumerate(joined):
        before = joined[at - 1] if at else None
        after = joined[at + 1] if at + 1 < len(joined) else None
        text = span.text
        if text == BREAK:
            continue
        if before is None or before.text.endswith((" ", BREAK)):
            text = text.lstrip(" ")
        if after is None or after.text == BREAK:
            text = text.rstrip(" ")
        joined[at] = span._replace(text=text)
    kept = [span for span in joined if span.text or span.note or span.picture is not None]
    while kept and kept[0].text == BREAK:
        del kept[0]
    while kept and kept[-1].text == BREAK:
        del kept[-1]
    if kept:
        kept[-1] = kept[-1]._replace(text=kept[-1].text.rstrip(" ") or kept[-1].text)
    return kept


def all_are(spans: Sequence[Span], name: str) -> bool:
    """Whether all letters are ``bold``, or ``italic``; signs and spaces need not be."""
    said = [span for span in spans if any(map(str.isalnum, span.text))]
    return bool(said) and all(getattr(span, name) for span in said)
