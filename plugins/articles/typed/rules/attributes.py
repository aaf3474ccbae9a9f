"""Braces are what was typed, unless they can only be attributes: ``{#muc-1 .rong lang=en}``.

python-markdown takes every word between braces for an attribute, behind a heading, a bold word or
a paragraph, and readers would not see it.

Before::

    Đáp án là **câu hai** {A, B, C}.

After::

    <p>Đáp án là <strong>câu hai</strong> {A, B, C}.</p>

In the guide::

    Dấu ngoặc nhọn in đúng như gõ.
"""

from __future__ import annotations

import re
from functools import cache
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions.attr_list import AttrListTreeprocessor

from plugins.core.html.policy import ATTRIBUTE_LIST


class _Attributes(AttrListTreeprocessor):
    """Hardly any text has braces, and to compile what is looked for in them takes 2 ms."""

    def run(self, doc: Element) -> None:
        """Look for attributes where there are braces."""
        lines: list[str] = self.md.lines  # type: ignore[attr-defined] # the stubs lack it
        if any("{" in line for line in lines):
            vars(self).update(_patterns())
            super().run(doc)


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    """Return python-markdown's names for what is looked for: at a heading's end, on a
    paragraph's last line, behind an element."""
    return {
        "HEADER_RE": re.compile(rf"[ ]+{ATTRIBUTE_LIST}[ ]*$"),
        "BLOCK_RE": re.compile(rf"\n[ ]*{ATTRIBUTE_LIST}[ ]*$"),
        "INLINE_RE": re.compile(rf"^{ATTRIBUTE_LIST}"),
    }


def extend(md: Markdown) -> None:
    """Put ours in the place of python-markdown's, if that is there."""
    if "attr_list" in md.treeprocessors:
        md.treeprocessors.register(_Attributes(md), "attr_list", 8)
