"""Other people's HTML → an element tree holding plain text, and back.

python-markdown keeps a tree whose text is half escaped (``&lt;`` in code, raw tags as
placeholders). Captions are cut and unwrapped on a tree where a character is a character;
:func:`encode` makes such a tree fit for python-markdown's serializer again.
"""

from __future__ import annotations

import html
from collections.abc import Iterator
from html.parser import HTMLParser
from typing import Any
from xml.etree.ElementTree import Element, SubElement

from plugins.core.expressions import expression
from plugins.core.html.policy import WITH_CONTENT, is_element
from plugins.core.html.tags import escape_unseen
from plugins.figures.tree.text import LINE_END

VOID = frozenset(
    "area base br col embed hr img input link meta param source track wbr".split()  # noqa: SIM905 - a list would take a screen
)
_CLOSES_PARAGRAPH = frozenset(
    "p div figure figcaption table ul ol blockquote".split()  # noqa: SIM905 - a list would take a screen
)
_SPACES = expression(rf"[ \t\n\r\f{LINE_END}]+")


class TolerantParser(HTMLParser):
    """The library's parser, which would raise on ``<![x]``, as Word writes it."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)

    def set_cdata_mode(self, elem: str, **kwargs: Any) -> None:
        """Read on behind a script that never ends: what follows it is text."""
        if self.is_closed(elem):
            super().set_cdata_mode(elem, **kwargs)

    def is_closed(self, tag: str) -> bool:
        """Say whether an element is closed anywhere in what was fed."""
        return f"</{tag}" in self.rawdata.lower()

    def parse_html_declaration(self, i: int) -> int:
        """Take a marked section that SGML does not know for a comment, as browsers do."""
        if self.rawdata.startswith("<![", i) and not self.rawdata.startswith("<![CDATA[", i):
            return self.parse_bogus_comment(i)
        return super().parse_html_declaration(i)


class _Builder(TolerantParser):
    def __init__(self) -> None:
        super().__init__()
        self.stack = [Element("fragment")]
        self._end_tag = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if not is_element(tag):  # <Tên> is what somebody wrote
            self.handle_data(self.get_starttag_text() or "")
            return
        if tag in _CLOSES_PARAGRAPH and self.stack[-1].tag == "p":
            self.stack.pop()
        element = SubElement(self.stack[-1], tag, {name: value or "" for name, value in attrs})
        if tag not in VOID and (tag not in WITH_CONTENT or self.is_closed(tag)):
            self.stack.append(element)

    def parse_endtag(self, i: int) -> int:
        """Keep what stands where ``</`` does, which the library's parser tells nobody."""
        self._end_tag = self.rawdata[i : self.rawdata.find(">", i) + 1]
        return super().parse_endtag(i)

    def handle_endtag(self, tag: str) -> None:
        if not is_element(tag):
            self.handle_data(self._end_tag)
        for depth in range(len(self.stack) - 1, 0, -1):
            if self.stack[depth].tag == tag:
                del self.stack[depth:]
                return

    def handle_data(self, data: str) -> None:
        append_text(self.stack[-1], data)


def parse_fragment(source: str) -> Element:
    """Return a ``fragment`` element holding the HTML ``source``; comments are dropped.

    Tags left open are closed at the end, end tags without a start are ignored, as a
    browser does.
    """
    builder = _Builder()
    builder.feed(escape_unseen(source))
    builder.close()
    return builder.stack[0]


def append_text(element: Element, text: str) -> None:
    """Add text at the end of an element's content."""
    if len(element):
        element[-1].tail = (element[-1].tail or "") + text
    else:
        element.text = (element.text or "") + text


def append_content(element: Element, other: Element) -> None:
    """Move the content of ``other`` to the end of ``element``."""
    append_text(element, other.text or "")
    element.extend(list(other))


def plain_text(element: Element) -> str:
    """Return the text of an element as it is read: one line, without footnote marks and code."""
    return _SPACES.sub(" ", "".join(_reading_text(element))).strip()


def _reading_text(element: Element) -> Iterator[str]:
    yield element.text or ""
    for child in element:
        if not is_footnote_mark(child) and child.tag not in WITH_CONTENT:
            yield " " if child.tag == "br" else ""
            yield from _reading_text(child)
        yield child.tail or ""


def mark_lines(element: Element) -> Element:
    """Turn the line feeds in an element, which end lines in Markdown, into ``LINE_END``."""
    for each in element.iter():
        each.text = each.text and each.text.replace("\n", LINE_END)
        each.tail = each.tail and each.tail.replace("\n", LINE_END)
    return element


def is_footnote_mark(element: Element) -> bool:
    """Say whether an element is python-markdown's reference to a footnote."""
    return element.tag == "sup" and element.get("id", "").startswith("fnref")


def encode(element: Element) -> None:
    """Escape ``&`` in an element and all it holds, in place, but not in the text behind it.

    python-markdown's serializer leaves entities alone, so ``&amp;lt;`` is what it needs
    where a reader shall see ``&lt;``.
    """
    for each in element.iter():
        each.text = each.text and each.text.replace("&", "&amp;")
        if each is not element:
            each.tail = each.tail and each.tail.replace("&", "&amp;")
        encode_attributes(each)


def encode_attributes(element: Element) -> None:
    """Escape ``&`` in the attributes of one element, in place."""
    for name, value in element.items():
        element.set(name, value.replace("&", "&amp;"))


def decode_attributes(element: Element) -> None:
    """Undo character references in the attributes of one element, in place."""
    for name, value in element.items():
        # python-markdown keeps attributes without a value as None.
        element.set(name, html.unescape(value or ""))
