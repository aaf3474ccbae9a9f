"""A caption: its parts joined into one line of inline HTML, its credit taken off."""

from __future__ import annotations

import copy
import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from plugins.figures.credit import find_credit
from plugins.figures.html_tree import (
    VOID,
    append_content,
    append_text,
    is_footnote_mark,
    plain_text,
)
from plugins.figures.text import is_blank, visible

_INLINE = frozenset(
    (  # noqa: SIM905 - a list would take a screen
        "a abbr b bdi cite code del dfn em i img ins kbd mark q s small strong sub sup time u var"
    ).split()
)
_EMPHASIS = ({"em", "i"}, {"strong", "b"})
_SPACES = re.compile(r"[ \t\n\r\f]+")


@dataclass(frozen=True)
class Caption:
    """What stands under a figure.

    ``content`` is an element with inline HTML (plain text, not yet encoded), ``text``
    the same as it is read; both without the credit.
    """

    content: Element
    text: str
    credit: str | None


def read_caption(parts: Iterable[Element]) -> Caption:
    """Return the caption that ``parts`` make when they are joined by spaces.

    Nothing is lost: every word of the parts is in the text or in the credit, but a part
    that repeats an earlier one is taken once. Line breaks and blocks become spaces, and
    emphasis of the whole caption goes.
    """
    content = Element("span")
    said: set[str] = set()
    for part in parts:
        text = visible(plain_text(part)).casefold()
        if text in said and part.find(".//img") is None:
            continue
        said.add(text)
        if content.text or len(content):
            append_text(content, " ")
        append_content(content, _inline(part))
    _tidy(content)
    content, credit = _without_credit(content)
    while _unwrap(content):
        pass
    _tidy(content)
    return Caption(content, plain_text(content), credit)


def is_all_italic(part: Element) -> bool:
    """Say whether every letter of a part, but for its credit, is in italics."""
    content = _inline(part)
    _tidy(content)
    return _is_italic(_without_credit(content)[0])


def _is_italic(element: Element) -> bool:
    return is_blank(element.text or "") and all(
        (child.tag in {"em", "i"} or _is_italic(child)) and is_blank(child.tail or "")
        for child in element
    )


def _inline(element: Element) -> Element:
    """Return the content of ``element`` with blocks and layout replaced by their text."""
    inline = Element("span")
    append_text(inline, element.text or "")
    for child in element:
        content = _inline(child)
        if child.tag in _INLINE:
            kept = Element(child.tag, dict(child.attrib))
            append_content(kept, content)
            inline.append(kept)
        else:
            space = "" if child.tag in {"span", "font"} else " "
            append_text(inline, space)
            append_content(inline, content)
            append_text(inline, space)
        append_text(inline, child.tail or "")
    return inline


def _tidy(content: Element) -> None:
    """Bring text into NFC with single spaces and none at its ends, in place."""
    for each in content.iter():
        each.text = _SPACES.sub(" ", unicodedata.normalize("NFC", each.text or ""))
        each.tail = _SPACES.sub(" ", unicodedata.normalize("NFC", each.tail or ""))
    content.text = (content.text or "").lstrip()
    if len(content):
        content[-1].tail = (content[-1].tail or "").rstrip()
    else:
        content.text = content.text.rstrip()


def _without_credit(content: Element) -> tuple[Element, str | None]:
    found = find_credit("".join(content.itertext()))
    if found is None:
        return content, None
    shorter = copy.deepcopy(content)
    _cut(shorter, found.end)
    append_text(shorter, found.suffix)
    # A picture or a footnote's mark within the credit would be lost with it.
    return (shorter, found.name) if _marks(shorter) == _marks(content) else (content, None)


def _marks(content: Element) -> int:
    return sum(each.tag == "img" or is_footnote_mark(each) for each in content.iter())


def _cut(element: Element, length: int) -> int:
    """Keep the first ``length`` characters of an element; return how many are still to come."""
    text = element.text or ""
    element.text = text[:length]
    length -= len(element.text)
    for child in list(element):
        if length <= 0:
            element.remove(child)
            continue
        length = _cut(child, length)
        tail = child.tail or ""
        child.tail = tail[:length]
        length -= len(child.tail)
        if not len(child) and not child.text and child.tag not in VOID:
            append_tail, child.tail = child.tail, None
            _drop(element, child, append_tail)
    return length


def _drop(parent: Element, child: Element, tail: str) -> None:
    """Remove an emptied child, leaving the text behind it in its place."""
    index = list(parent).index(child)
    parent.remove(child)
    if index:
        parent[index - 1].tail = (parent[index - 1].tail or "") + tail
    else:
        parent.text = (parent.text or "") + tail


def _unwrap(content: Element) -> bool:
    """Take off emphasis that holds the whole content; say whether there was any."""
    if not len(content) or not is_blank(content.text or ""):
        return False
    tags = {str(child.tag) for child in content}
    if not any(tags <= kind for kind in _EMPHASIS):
        return False
    if not all(is_blank(child.tail or "") for child in content):
        return False
    children = list(content)
    content[:] = []
    for child in children:
        tail, child.tail = child.tail or "", None
        append_content(content, child)
        append_text(content, tail)
    return True
