"""What a line of an article's head is: a key, more of the value above, or neither."""

from __future__ import annotations

import re
from typing import NamedTuple

from plugins.articles.front_matter.keys import canonical_key, is_like_key, status_meant
from plugins.core.text.expressions import expression
from plugins.figures.media import kinds as media
from plugins.photos.inspect import formats

_KEY = expression(
    r"(?P<name>[^\W\d][^:：\n]{0,30}?)\s*(?P<colon>：(?=\S)|[:：](?=\s|$))\s*(?P<value>.*)"
)
_GLUED = expression(r"(?P<name>[^\W\d][^:：\n]{0,30}?)\s*(?P<colon>[:：])(?P<value>\S.*)")
_DECORATED = expression(r"[\s*_•>#-]*(?P<name>[A-Za-z][A-Za-z_]*)[\s*_]*[:：](?P<value>.*)")
INDENT = (" ", "\t")
# What begins like this, or is the name of a file, goes on with no value of the head.
BODY_ONLY = expression(
    r"(?:#|!\[|[|>]|</?\w|\[\^).*"
    rf"|.*\.(?:{formats.EXTENSIONS}|{media.EXTENSIONS})\s*",
    re.IGNORECASE,
)
# In the middle of a sentence, a line may begin so by chance: "(sinh năm" and "1996) …".
_ITEM = expression(r"(?:[-*+•–] |\d+[.)] )")
_SENTENCE_END = expression(r"[.!?…][\"'”’»)\]]*\s*\Z")
_LISTS = ("Tags", "Authors")
HASHTAG = expression(r"#\w")


class HeadPosition(NamedTuple):
    """Where in a head a line stands: below which key, and below what text."""

    key: str | None = None
    above: str = ""

    def begins_key(self, line: str) -> re.Match[str] | None:
        """Match a line that is ``Key: value``, and not the rest of a sentence that has a colon."""
        match = _key_line(line)
        if not match or self.key != "Summary" or self.is_finished:
            return match
        name = match["name"]
        is_word = " " in name or not name.isascii()  # keys of other systems are one English word
        return None if is_word and not is_like_key(name) else match

    def takes(self, line: str, *, body_follows: bool) -> bool:
        """Whether a line that begins no key, at the margin, goes on with the value above it.

        A standfirst may have several lines; but where no body follows behind a blank line, what
        stands below a finished sentence is the body. A list goes on behind a comma.
        """
        if not line.strip() or known_key(line):
            return False
        if self.key == "Summary":
            if BODY_ONLY.fullmatch(line) or (_ITEM.match(line) and self.may_begin_list):
                return False
            return body_follows or not self.is_finished
        if self.key == "Tags" and not self.above.strip() and HASHTAG.match(line):
            return True
        return self.key in _LISTS and self.above.rstrip().endswith((",", ";"))

    @property
    def may_begin_list(self) -> bool:
        """Whether a list may follow the text above."""
        return self.is_finished or self.above.rstrip().endswith((":", ";"))

    @property
    def is_finished(self) -> bool:
        """Whether the text above is none, or ends with its sentence."""
        return not self.above.strip() or _SENTENCE_END.search(self.above) is not None


def _key_line(line: str) -> re.Match[str] | None:
    """Match ``Key: value``, whatever the key; without the space only if it looks like one."""
    match = _KEY.fullmatch(line)
    if match is None and (glued := _GLUED.fullmatch(line)) and is_like_key(glued["name"]):
        match = glued
    return match


def known_key(line: str) -> str | None:
    """Return the key that a line names, however decorated (``- **Status:** draft``)."""
    match = _DECORATED.match(line)
    return canonical_key(match["name"]) if match else None


def key_in_body(line: str) -> str | None:
    """Return the key that a line of the body was meant to give, as it is to be written."""
    match = _DECORATED.match(line)
    if match is None:
        return None
    if key := canonical_key(match["name"]):
        return f"{key}: …"
    status = status_meant(match["name"], match["value"])
    return f"Status: {status}" if status not in (None, "published") else None
