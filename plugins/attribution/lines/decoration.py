"""What editors put round a source line: alignment, emphasis, brackets, HTML wrappers."""

from __future__ import annotations

import html
import re
from collections import Counter
from collections.abc import Mapping
from typing import NamedTuple

from plugins.attribution.lines.links import Link, take_links
from plugins.core.text.expressions import expression
from plugins.core.text.spaces import squeeze

_COMMENT = expression(r"<!--(?:(?!<!--).)*?-->", re.DOTALL)
_TAG = expression(r"<(?P<close>/?)(?P<name>[a-zA-Z][\w:-]*)(?:\s[^<>]*)?/?>")
_WRAPPERS = """
a address b big br center cite div em figcaption font footer h1 h2 h3 h4 h5 h6 i ins mark o:p p
right s section small span strong sub sup tt u
"""
_WRAPPER_TAGS = frozenset(_WRAPPERS.split())
_FOOTNOTE_MARK = expression(r"\[\^[^\]]+\]")
_ATTRIBUTES = expression(r"\s*\{:[^{}]*[.#=][^{}]*\}\s*$")
# "B*C" and "a_b" are names.
_EMPHASIS = expression(r"(?<!\\)(?:\*{2,}|~~|`|\*(?!\w)|_+(?!\w)|(?<!\w)\*|(?<!\w)_+)")
_EMPHASIS_MARK = expression(r"[*~`_]")
_ESCAPE = expression(r"\\(?=[!-/:-@\[-`{-~])")
_BEFORE = " #-–—•·●○▪■◆►➤→*+"
_AFTER = " \\*_.,;/–—-"
_PAIRS = {"(": ")", "[": "]", "（": "）", "“": "”", '"': '"', "«": "»", "'": "'", "‘": "’"}
_MOST_PAIRS = 50  # that one name stands in


class Undressed(NamedTuple):
    """A line's bare text, and the links that lay in it."""

    text: str
    links: tuple[Link, ...]


def undress(raw: str, references: Mapping[str, str]) -> Undressed | None:
    """Return the text of one or more raw lines without their decoration.

    ``None`` if something in them must not be lost or torn: an image, an element that is
    no mere wrapper, an element opened or closed elsewhere. ``references`` are the
    document's link definitions.
    """
    # First of all: patterns take quadratic time on a line aligned by a hundred spaces.
    raw = _COMMENT.sub(" ", squeeze(raw))
    if "![" in raw or "<img" in raw.lower() or not is_whole(raw):
        return None
    raw = _FOOTNOTE_MARK.sub("", _ATTRIBUTES.sub("", raw))
    text, links = take_links(raw, references)
    text = _TAG.sub(lambda tag: " " if tag["name"].lower() == "br" else "", text)
    if _EMPHASIS_MARK.search(text):  # 1 µs a plain paragraph instead of 23
        text = _EMPHASIS.sub("", text)
    text = _ESCAPE.sub("", text)
    return Undressed(peel(html.unescape(text)), tuple(links))


def footnote_marks(raw: str) -> list[str]:
    """Return the marks of footnotes (``[^1]``) in a text; :func:`undress` takes them off."""
    return _FOOTNOTE_MARK.findall(raw)


def is_whole(raw: str) -> bool:
    """Whether every wrapper opened in ``raw`` is closed in it, and nothing else stands there.

    The end tag of ``<p>`` may be left out (HTML, 13.1.2.4).
    """
    open_tags: list[str] = []
    opened: Counter[str] = Counter()
    for tag in _TAG.finditer(raw):
        name = tag["name"].lower()
        if name not in _WRAPPER_TAGS:
            return False
        if name == "br" or tag[0].endswith("/>"):
            continue
        if not tag["close"]:
            open_tags.append(name)
            opened[name] += 1
        elif not opened[name]:
            return False
        else:
            while (last := open_tags.pop()) != name:
                opened[last] -= 1
            opened[name] -= 1
    return all(name == "p" for name in open_tags)


def peel(text: str) -> str:
    """Return ``text`` without bullets, closing stops, and brackets or quotes all round it."""
    text = squeeze(text)
    for _ in range(_MOST_PAIRS):
        before = text
        text = text.lstrip(_BEFORE).rstrip(_AFTER)
        close = _PAIRS.get(text[:1])
        if close is None:
            opening = next((o for o, c in _PAIRS.items() if text.endswith(c)), None)
            if opening and opening not in text:
                text = text[:-1]
        elif _pairs_up(text, close):
            text = text[1:-1]
        elif close not in text[1:]:
            text = text[1:]
        if text == before:
            break
    return text


def _pairs_up(text: str, close: str) -> bool:
    """Whether the bracket that opens ``text`` is closed by its last character."""
    opening, inner = text[0], text[1:-1]
    if len(text) < 2 or not text.endswith(close):
        return False
    if opening == close:
        return opening not in inner
    depth = 1
    for character in inner:
        depth += (character == opening) - (character == close)
        if depth == 0:
            return False
    return True
