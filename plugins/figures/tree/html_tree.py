"""Other people's HTML → an element tree holding plain text, and back.

python-markdown keeps a tree whose text is half escaped (``&lt;`` in code, raw tags as
placeholders). Captions are cut and unwrapped on a tree where a character is a character;
:func:`encode` makes such a tree fit for python-markdown's serializer again.
"""

from __future__ import annotations

import html
from collections.abc import Iterator
from xml.etree.ElementTree import Element, SubElement

from plugins.core.html.policy import WITH_CONTENT, is_element
from plugins.core.html.tags import attributes, escape_unseen, is_self_closed, tokens
from plugins.core.text.expressions import expression
from plugins.figures.tree.text import LINE_END

VOID = frozenset(
    "area base br col embed hr img input link meta param source track wbr".split()  # noqa: SIM905 - a list would take a screen
)
_CLOSES_PARAGRAPH = frozenset(
    "p div figure figcaption table ul ol blockquote".split()  # noqa: SIM905 - a list would take a screen
)
_SPACES = expression(rf"[ \t\n\r\f{LINE_END}]+")


def parse_fragment(source: str) -> Element:
    """Return a ``fragment`` element holding the HTML ``source``; comments are dropped.

    Tags left open are closed at the end, end tags without a start are ignored, as a
    browser does. What is no tag (``<a `` before another tag, ``</_ x>``, ``<Tên>``) is text:
    captions must not lose what the rest of a page shows.
    """
    stack = [Element("fragment")]
    texts: list[str] = []  # joined at once: each joined alone would copy all before it
    for token in tokens(escape_unseen(source)):
        is_text = token.kind in ("text", "stray")
        is_unknown = token.kind in ("start", "end") and not is_element(token.name)
        if is_text or is_unknown:  # <Tên> is what somebody wrote
            texts.append(html.unescape(token.raw) if is_text else token.raw)
            continue
        if texts:
            append_text(stack[-1], "".join(texts))
            texts.clear()
        match token.kind:
            case "code":
                code = _open(stack, token.name, token.opening)
                is_raw = token.name in WITH_CONTENT
                code.text = token.content if is_raw else html.unescape(token.content)
            case "start":
                element = _open(stack, token.name, token.raw)
                # A script that never ends has no content: what follows it is text.
                empty = token.name in VOID | WITH_CONTENT
                if not empty and not is_self_closed(token.raw):
                    stack.append(element)
            case "end":
                depths = (at for at in range(len(stack) - 1, 0, -1) if stack[at].tag == token.name)
                del stack[next(depths, len(stack)) :]
    if texts:
        append_text(stack[-1], "".join(texts))
    return stack[0]


def _open(stack: list[Element], name: str, tag: str) -> Element:
    """Add the element of a start tag where the last of ``stack`` ends."""
    if name in _CLOSES_PARAGRAPH and stack[-1].tag == "p":
        stack.pop()
    return SubElement(stack[-1], name, {each.name: each.value for each in attributes(tag)})


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
