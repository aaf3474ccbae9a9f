"""Lines of text: what is blank to a reader's eye, and where a line break is only layout."""

from __future__ import annotations

import re
import unicodedata

from plugins.core.text.expressions import expression

LINE_END = "\u2028"
"""Marks the end of a line inside a caption (Unicode's LINE SEPARATOR), where white space
is about to become single spaces."""

# Left by word processors; none of them can be seen, though str.strip() keeps them.
_INVISIBLE = dict.fromkeys(
    map(ord, "\u200b\u200c\u200d\u2060\ufeff\u00ad\u200e\u200f\u061c\u180e\u2800")
)
# Few lines hold one: to look for them takes 1 µs a paragraph, to replace none 20.
_UNSEEN = expression(f"[{''.join(map(chr, _INVISIBLE))}]")
_BLANK_HTML = expression(r"&nbsp;|&#160;|&#x0*a0;|<br\s*/?>", re.IGNORECASE)
_LONGEST_BREAK = 40  # letters of "<br />" with white space in it
_BREAK_TAG = expression(r"<br\s*/?>$", re.IGNORECASE)


def is_blank(line: str) -> bool:
    """Say whether a line shows nothing: white space of any kind, ``&nbsp;`` or ``<br>``."""
    line = line.strip()
    if not line or (line[0] not in "&<" and ord(line[0]) not in _INVISIBLE):
        return not line
    return not _BLANK_HTML.sub("", line).translate(_INVISIBLE).strip()


def visible(line: str) -> str:
    """Return ``line`` without what cannot be seen at its ends, in NFC."""
    if _UNSEEN.search(line):
        line = line.translate(_INVISIBLE)
    return unicodedata.normalize("NFC", line).strip()


def without_break(line: str) -> str:
    """Return ``line`` without the hard line breaks at its end: two spaces, ``\\`` or ``<br>``."""
    end, before = len(line), -1
    while end != before:
        before = end
        while end and line[end - 1].isspace():
            end -= 1
        if tag := _BREAK_TAG.search(line, max(0, end - _LONGEST_BREAK), end):
            end = tag.start()
        start = end
        while start and line[start - 1] == "\\":
            start -= 1
        # An even number of backslashes are backslashes that the editor wrote.
        end -= (end - start) % 2
    return line[:end]


def block_of(lines: list[str]) -> str:
    """Return lines from within a block as a block of their own.

    An indentation that was none of code there must not become one.
    """
    return "\n".join([lines[0].lstrip(" "), *lines[1:]])


def pieces(block: str) -> list[str]:
    """Divide a block at lines that only look blank.

    Only what Markdown itself sees at the beginning of a block can be code there.
    """
    lines = block.lstrip("\n").split("\n")
    parts = paragraphs(lines)
    whole = [] if not parts or is_blank(lines[0]) else ["\n".join(parts.pop(0))]
    return [*whole, *map(block_of, parts)]


def paragraphs(lines: list[str]) -> list[list[str]]:
    """Split lines at blank ones, which are dropped; no part is empty."""
    parts: list[list[str]] = [[]]
    for line in lines:
        if is_blank(line):
            parts.append([])
        else:
            parts[-1].append(line)
    return [part for part in parts if part]
