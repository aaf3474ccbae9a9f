"""A caption: its parts joined into one line of inline HTML, its credit taken off."""

from __future__ import annotations

import copy
import re
import unicodedata
from collections.abc import Iterable
from typing import NamedTuple
from xml.etree.ElementTree import Element

from plugins.core.html.policy import WITH_CONTENT
from plugins.core.text.expressions import expression
from plugins.figures.captions.credit import Credit, find_credit, runs_on
from plugins.figures.tree.cut import cut_first, keep_first
from plugins.figures.tree.html_tree import (
    append_content,
    append_text,
    is_footnote_mark,
    plain_text,
)
from plugins.figures.tree.text import LINE_END, is_blank, visible

_INLINE = frozenset(
    (  # noqa: SIM905 - a list would take a screen
        "a abbr b bdi cite code del dfn em i img ins kbd mark q s small strong sub sup time u var"
    ).split()
)
_LINES = frozenset({"br", "p", "div", "center", "li", "tr", "figcaption", "blockquote"})
_EMPHASIS = ({"em", "i"}, {"strong", "b"})
_SPACES = expression(r"[ \t\n\r\f]+")
_LAYOUT = expression(rf"[ \t\n\r\f{LINE_END}]+")
_DASH = expression(r"^\s*[-–—]\s+(?=\S)")
LONGEST = 60
"""As many words a caption may have before it looks like the article's text."""


class Caption(NamedTuple):
    """What stands under a figure.

    ``content`` is an element with inline HTML (plain text, not yet encoded), ``text``
    the same as it is read; both without the credit. ``runs_on`` says that it looks as if
    the article's text had got into it; ``code`` are the scripts and style sheets that were
    left out, as HTML. ``label`` is what the credit was called ("Ảnh", "Video"); ``linked`` is the
    credit once more, if there are links in it.
    """

    content: Element
    text: str
    credit: str | None
    runs_on: bool = False
    code: tuple[str, ...] = ()
    label: str = ""
    linked: Element | None = None


def read_caption(parts: Iterable[Element]) -> Caption:
    """Return the caption that ``parts`` make when they are joined by spaces.

    Nothing is lost: every word of the parts is in the text or in the credit, but a part
    that repeats an earlier one is taken once. Line breaks and blocks become spaces, and
    emphasis of the whole caption goes, as does a dash before it. A credit ends with its line
    (:data:`LINE_END`).
    """
    parts = list(parts)
    content = Element("span")
    said: set[str] = set()
    for part in parts:
        text = visible(plain_text(part)).casefold()
        if text in said and part.find(".//img") is None:
            continue
        said.add(text)
        if content.text or len(content):
            append_text(content, LINE_END)
        append_content(content, _inline(part))
    _tidy(content)
    goes_on = runs_on("".join(content.itertext()))
    content, credit = _without_credit(content)
    _tidy(content, _LAYOUT)
    while _unwrap(content):
        pass
    content.text = _DASH.sub("", content.text or "")
    _tidy(content)
    text = plain_text(content)
    code = tuple(_source(each) for part in parts for each in part.iter() if _is_code(each))
    too_long = goes_on or len(text.split()) > LONGEST
    return Caption(content, text, credit.name, too_long, code, credit.label, credit.linked)


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
        if _is_code(child):
            pass
        elif child.tag in _INLINE:
            kept = Element(child.tag, dict(child.attrib))
            append_content(kept, content)
            inline.append(kept)
        else:
            end = "" if child.tag in {"span", "font"} else " "
            end = LINE_END if child.tag in _LINES else end
            append_text(inline, end)
            append_content(inline, content)
            append_text(inline, end)
        append_text(inline, child.tail or "")
    return inline


def _is_code(element: Element) -> bool:
    return element.tag in WITH_CONTENT


def _source(code: Element) -> str:
    return f"<{code.tag}>{code.text or ''}</{code.tag}>"


def _tidy(content: Element, spaces: re.Pattern[str] = _SPACES) -> None:
    """Bring text into NFC with single spaces and none at its ends, in place."""
    for each in content.iter():
        each.text = spaces.sub(" ", unicodedata.normalize("NFC", each.text or ""))
        each.tail = spaces.sub(" ", unicodedata.normalize("NFC", each.tail or ""))
    content.text = (content.text or "").lstrip()
    if len(content):
        content[-1].tail = (content[-1].tail or "").rstrip()
    else:
        content.text = content.text.rstrip()


class _Named(NamedTuple):
    """A credit's name as text, its label, and the name with its links if it has any."""

    name: str | None = None
    label: str = ""
    linked: Element | None = None


def _without_credit(content: Element) -> tuple[Element, _Named]:
    text = "".join(content.itertext())
    found = find_credit(text)
    if found is None:
        return content, _Named()
    shorter, rest = copy.deepcopy(content), copy.deepcopy(content)
    keep_first(shorter, found.end)
    append_text(shorter, found.suffix)
    cut_first(rest, found.after)
    append_content(shorter, rest)
    # A picture or a footnote's mark within the credit would be lost with it.
    if _marks(shorter) != _marks(content):
        return content, _Named()
    return shorter, _Named(found.name, found.label, _linked(content, text, found))


def _linked(content: Element, text: str, credit: Credit) -> Element | None:
    """Return the part of a caption that is its credit, with nothing but links in it."""
    if content.find(".//a") is None:
        return None
    start = text.index(credit.name, credit.end)
    linked = copy.deepcopy(content)
    keep_first(linked, start + len(credit.name))
    cut_first(linked, start)
    return None if linked.find(".//a") is None else _only_links(linked)


def _only_links(element: Element) -> Element:
    plain = Element(element.tag, dict(element.attrib))
    plain.text = element.text
    for child in element:
        inner = _only_links(child)
        if child.tag == "a":
            plain.append(inner)
        else:
            append_content(plain, inner)
        append_text(plain, child.tail or "")
    return plain


def _marks(content: Element) -> int:
    return sum(each.tag == "img" or is_footnote_mark(each) for each in content.iter())


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
