"""Angle brackets are what was typed, unless they can only be a tag.

``<b>`` and ``<img src=…>`` are tags. What has the name of one, and behind it words that are no
attributes, is a comparison. A tag between backticks is code, which python-markdown would take for
the beginning of raw HTML if it is a block's. What stands behind raw HTML on its line stays there.

Before::

    Nếu a<b và c>d thì dừng.

After::

    <p>Nếu a&lt;b và c&gt;d thì dừng.</p>

In the guide::

    Dấu “<”, “>”, “&” in đúng như gõ.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from functools import lru_cache
from typing import TYPE_CHECKING
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions.md_in_html import HtmlBlockPreprocessor, HTMLExtractorExtra
from markdown.inlinepatterns import HTML_RE, HtmlInlineProcessor
from markdown.postprocessors import Postprocessor

from plugins.articles.typed.lines import Line
from plugins.core.html.policy import ATTRIBUTES
from plugins.core.html.tags import attributes
from plugins.core.text.expressions import expression

if TYPE_CHECKING:
    from plugins.core.document import Document

CODE = expression(r"(?<![\\\w`])(?P<mark>`+)(?!`)(?P<code>.+?)(?<!`)(?P=mark)(?!`)")
"""Code within a line."""
_BRACKET = "\ufdd6"
"""Stands for ``<`` in code until the page is written (a noncharacter)."""
# Where Python's parser looks closer. At "&#" without a number it would stop, and begin anew with
# wrong places in the text: what stands there was doubled or lost.
_MARKUP = expression(r"<|&(?!#)|&(?=#(?:[0-9]+|[xX][0-9a-fA-F]+)[^0-9a-fA-F])")
_NAME = expression(r"[a-z_:@][a-z0-9_:.@-]*", re.ASCII)
_BARE = frozenset(name for names in ATTRIBUTES.values() for name in names) | {
    "async", "checked", "defer", "disabled", "markdown", "noshade", "nowrap", "required",
    "selected",
}  # fmt: skip


def apply(lines: list[Line], document: Document | None) -> list[Line]:
    """Hide the tags in code from those who look for raw HTML."""
    if not any("`" in line.text and "<" in line.text for line in lines) or _has_media(lines):
        return lines
    return [
        line if line.kind == "kept" else line._replace(text=CODE.sub(_hidden, line.text))
        for line in lines
    ]


def _has_media(lines: Sequence[Line]) -> bool:
    """Captions are data as well, which no page writes."""
    return any(line.kind == "media" for line in lines)


def _hidden(match: re.Match[str]) -> str:
    return match[0].replace("<", _BRACKET)


class _Brackets(Postprocessor):
    def run(self, text: str) -> str:
        """Show the brackets that were hidden."""
        return text.replace(_BRACKET, "&lt;")


def lies_within(at: int, spans: Sequence[tuple[int, int]]) -> bool:
    """Whether one of ``spans``, which are in order and apart, begins before ``at`` and ends behind
    it."""
    nearest = bisect_left(spans, (at,)) - 1
    return nearest >= 0 and at < spans[nearest][1]


@lru_cache(maxsize=1024)
def is_tag(raw: str) -> bool:
    """Whether a text from ``<`` to ``>`` can be a tag, by what stands behind its name."""
    return raw.startswith(("</", "<!")) or all(
        _NAME.fullmatch(each.name) and ("=" in each.raw or each.name in _BARE)
        for each in attributes(raw)
    )


class _Tags(HtmlInlineProcessor):
    def handleMatch(  # type: ignore[override] # the stubs are of an older version
        self, m: re.Match[str], data: str
    ) -> tuple[Element | str | None, int | None, int | None]:
        """Return the tag for python-markdown to keep; nothing if it is text."""
        return super().handleMatch(m, data) if is_tag(m[0]) else (None, None, None)


class _Extractor(HTMLExtractorExtra):
    def reset(self) -> None:
        """Begin a text."""
        super().reset()
        self.interesting = _MARKUP
        self._last = ("", -1)  # a text, and where its last ">" is

    def parse_starttag(self, i: int) -> int:
        """Return the index behind a start tag. Behind the last ``>`` there is none, and to look
        for the end of each ``<a`` there takes a time that grows with the square of their number."""
        text = self.rawdata
        if self._last[0] is not text:
            self._last = (text, text.rfind(">"))
        if i < self._last[1]:
            return super().parse_starttag(i)
        self.handle_data("<")
        return i + 1

    def clear_cdata_mode(self) -> None:
        """Leave an element whose content is no markup."""
        super().clear_cdata_mode()
        self.interesting = _MARKUP

    def handle_empty_tag(self, data: str, is_block: bool) -> None:
        """Leave characters, breaks and images behind raw HTML on its line where they are:
        python-markdown puts them in front of the next raw HTML, or at the end of the text."""
        if self.inraw or self.mdstack or not self.intail:  # type: ignore[attr-defined] # the stubs lack it
            super().handle_empty_tag(data, is_block)
            return
        begins = "".join(self.cleandoc[-2:]).rstrip(" ").endswith("\n\n")
        if is_block and (begins or not data.startswith("<!--")):
            self.cleandoc += ["\n\n", self.md.htmlStash.store(data), "\n\n"]
        else:
            self.handle_data(data)


class _Blocks(HtmlBlockPreprocessor):
    def run(self, lines: list[str]) -> list[str]:
        """Return the text with placeholders for raw HTML."""
        extractor = _Extractor(self.md)
        extractor.feed("\n".join(lines))
        extractor.close()
        return "".join(extractor.cleandoc).split("\n")


def extend(md: Markdown) -> None:
    """Put ours in the place of python-markdown's raw tags."""
    if type(md.preprocessors["html_block"]) is HtmlBlockPreprocessor:
        md.preprocessors.register(_Blocks(md), "html_block", 20)
    md.postprocessors.register(_Brackets(md), "typed-brackets", -20)
    if "html" in md.inlinePatterns:
        md.inlinePatterns.register(_Tags(HTML_RE, md), "html", 90)
