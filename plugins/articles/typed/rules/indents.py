"""A paragraph that begins with white space, as Word's do, is a paragraph and no code.

Code stands between lines of three backticks. A backslash at a line's end breaks the line, as in
CommonMark 0.31, 6.7.

Before::

        Sáng 20/11, Sở Y tế họp.

After::

    <p>Sáng 20/11, Sở Y tế họp.</p>

In the guide::

    Đoạn thụt đầu dòng vẫn là đoạn văn. Dấu “\\” ở cuối dòng là xuống dòng giữa đoạn.
"""

from __future__ import annotations

from markdown import Markdown
from markdown.inlinepatterns import SubstituteTagInlineProcessor

_BEFORE_ESCAPES = 185  # below code spans (190), above backslash escapes (180)


def extend(md: Markdown) -> None:
    """Take indented code away, and read a backslash at a line's end."""
    md.parser.blockprocessors.deregister("code", strict=False)
    line_break = SubstituteTagInlineProcessor(r"\\\n", "br")
    md.inlinePatterns.register(line_break, "bulletin-line-break", _BEFORE_ESCAPES)
