"""The caption grammar's plain part: which lines can be caption, which begin something else.

Pure functions over lines. What Markdown itself makes of a line is asked of
python-markdown's own expressions, so that the two never disagree.
"""

from __future__ import annotations

import re

from markdown.blockprocessors import (
    BlockQuoteProcessor,
    HashHeaderProcessor,
    HRProcessor,
    ReferenceProcessor,
)
from markdown.extensions.abbr import AbbrBlockprocessor
from markdown.extensions.footnotes import FootnoteBlockProcessor
from markdown.inlinepatterns import BACKTICK_RE, BacktickInlineProcessor
from markdown.util import HTML_PLACEHOLDER_RE

from plugins.core.html.policy import ATTRIBUTE_LIST
from plugins.core.text.expressions import expression
from plugins.figures.captions.credit import begins_with_credit

TAB = "    "
_BEGINNINGS = (
    HashHeaderProcessor.RE,
    HRProcessor.SEARCH_RE,
    BlockQuoteProcessor.RE,
    ReferenceProcessor.RE,
    AbbrBlockprocessor.RE,
    FootnoteBlockProcessor.RE,
    HTML_PLACEHOLDER_RE,
    re.compile(r" {0,3}(?:\d+\.|[*+-]) +\S"),
    re.compile(r" {0,3}(?:`{3}|~{3})"),
)
_DASH = expression(r"\s*[-–—] ")
_RULE = HRProcessor.SEARCH_RE
_ITEM = expression(r"\s*(?:[-–—+*•]|\d+[.)]) ")
_TABLE_RULE = expression(r"\s*\|?\s*:?-+:?\s*(?:\|\s*:?-*:?\s*)*\|?\s*")
_HEADING_RULE = expression(r"=+\s*")
_ATTRIBUTES = expression(rf"\s*{ATTRIBUTE_LIST}\s*")
_START_TAG = expression(r"<(?!img\b|br\b|wbr\b|source\b)[a-z][^<>]*(?<!/)>", re.IGNORECASE)
_BACKTICKS = BacktickInlineProcessor(BACKTICK_RE)
_BACKTICK = expression(BACKTICK_RE)


def begins_block(lines: list[str], at: int) -> bool:
    """Say whether another block than a paragraph begins at ``lines[at]``.

    A heading (underlined ones with ``===`` too), a rule, a quote, a list item, a table,
    raw HTML, or a definition. Three hyphens under a line are taken for a rule, not for
    the underline of a heading: that is what they are under a caption.
    """
    line = lines[at]
    if _DASH.match(line) and begins_with_credit(line):
        return False  # "- Ảnh: Ngọc Bằng" is no list of one item
    if any(pattern.match(line) for pattern in _BEGINNINGS):
        return True
    if at + 1 == len(lines):
        return False
    below = lines[at + 1]
    is_table = "|" in line and "|" in below and _TABLE_RULE.fullmatch(below) is not None
    return is_table or is_underline(below)


def is_dash_caption(lines: list[str]) -> bool:
    """Say whether the first of ``lines``, right under a photo, is its caption behind a dash.

    "- nơi xảy ra sự việc." is; two such lines and more are a list.
    """
    if not lines or not _DASH.match(lines[0]) or _RULE.match(lines[0]):
        return False
    return len(lines) == 1 or not (_ITEM.match(lines[1]) or is_indented(lines[1]))


def is_underline(line: str) -> bool:
    """Say whether a line makes a heading of the line above it."""
    return _HEADING_RULE.fullmatch(line) is not None


def is_attributes(line: str) -> bool:
    """Say whether a line only gives attributes to the paragraph above it: ``{: .wide }``."""
    return "{" in line and _ATTRIBUTES.fullmatch(line) is not None


def is_indented(line: str) -> bool:
    """Say whether a line would be code if a block began with it."""
    return line.startswith(TAB)


def in_code(lines: list[str], at: int) -> bool:
    """Say whether ``lines[at]`` begins inside inline code of its paragraph."""
    text = "\n".join(lines)
    if "`" not in text:
        return False
    start = sum(len(line) + 1 for line in lines[:at])
    position = 0
    while match := _BACKTICK.search(text, position):
        node, begin, end = _BACKTICKS.handleMatch(match, text)
        if begin is None or end is None or begin >= start:
            return False
        if node is not None and not isinstance(node, str) and start < end:
            return True
        position = max(end, match.end())
    return False


def is_unclosed(text: str) -> bool:
    """Say whether markup that begins in ``text`` may end on a later line."""
    if any(text.count(opener) > text.count(closer) for opener, closer in ("[]", "()", "<>")):
        return True
    return len(_START_TAG.findall(text)) > text.count("</") or text.rstrip().endswith("]")
