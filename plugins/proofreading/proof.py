"""A text as rules see it: the words that readers read, each in its place in the file."""

from __future__ import annotations

import bisect
import re
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from plugins.attribution.lines.body import BodyLines
from plugins.core.text.expressions import expression
from plugins.figures.source.bare import is_media_line
from plugins.proofreading.words import Lexicon, sort_words

if TYPE_CHECKING:
    from plugins.core.article import Article
    from plugins.core.document import Document

MASK = "\ufffc"
"""Stands for a letter that is no prose: of an address, a tag, code, a file's name. It is the
Unicode object replacement character, which :func:`plugins.core.text.decoding.decode` leaves, and
which no word holds."""

_PROSE_KEYS = ("Title", "Summary", "Correction")
_KEY = expression(r"[^:]*:\s*")
_TO_MASK = expression(r"[<>`@\\{\]]|://|www\.|&\w|\.(?=[A-Za-z])")
_NO_PROSE = re.compile(
    r"""
    `+[^`]*`+                                  # code
    | <!--.*?(?:-->|$)
    | </?[A-Za-z][^<>]*>                       # a tag
    | (?<=\])\([^()\s]*(?:\([^()\s]*\)[^()\s]*)*(?:\s+"[^"]*")?\)   # where a link leads
    | (?<=\])\[[^\]]*\]                        # the label of its address
    | \[\^[^\]]+\]:?                           # a note's mark
    | ^\s{0,3}\[[^\]]+\]:\s.*$                 # the address of a label
    | \{[:.\#][^{}]*\}
    | [\w.+-]+@[\w-]+(?:\.[\w-]+)+
    | (?:https?|ftp|htp)s?:/*\S+ | \bwww\.\S+
    | \b[\w-]+(?:\.[\w-]+)*\.(?:vn|com|net|org|info|gov|edu|jpe?g|png|gif|webp|heic|avif|mp[34]
        |m4a|webm|pdf|docx?|xlsx?|pptx?|zip)\b(?:/\S*)?
    | &\#?\w+;
    """,
    re.VERBOSE | re.IGNORECASE,
)


@dataclass
class Proof:
    """A file that was read: its ``document``, and the ``article`` that came of it."""

    document: Document
    article: Article | None = None

    @cached_property
    def text(self) -> str:
        """The file's lines, joined by line ends; every letter that is no prose is :data:`MASK`.

        Of the head, the values of the title, the standfirst and the corrections are prose.
        """
        document = self.document
        head = document.body_line - 1
        lines = [MASK * len(line) for line in document.lines[:head]]
        for key in _PROSE_KEYS:
            if field := document.fields.get(key):
                for at in self._lines_of(field.line, head):
                    line = document.lines[at]
                    keyed = _KEY.match(line) if at == field.line - 1 else None
                    start = keyed.end() if keyed else 0
                    lines[at] = MASK * start + _masked(line[start:])
        return "\n".join([*lines, *self._body])

    @cached_property
    def words(self) -> list[str]:
        """What stands in :attr:`text` between white space, in its order."""
        return self.text.split()

    @cached_property
    def lexicon(self) -> Lexicon:
        """The different words of the text by kind."""
        return sort_words(self.words)

    @cached_property
    def body_start(self) -> int:
        """Where in :attr:`text` the body begins."""
        return self._starts[min(self.document.body_line, len(self._starts)) - 1]

    @cached_property
    def source(self) -> str:
        """The file's lines as they are, joined by line ends: with nothing masked."""
        return "\n".join(self.document.lines)

    def place(self, start: int) -> tuple[int, int]:
        """Return the line and the column, both from 1, of a place in :attr:`text`."""
        line = bisect.bisect_right(self._starts, start)
        return line, start - self._starts[line - 1] + 1

    def start_of(self, line: int) -> int:
        """Return where in :attr:`text` a line (from 1) begins."""
        return self._starts[line - 1]

    @cached_property
    def _starts(self) -> list[int]:
        starts, at = [], 0
        for line in self.document.lines:
            starts.append(at)
            at += len(line) + 1
        return starts

    @property
    def _body(self) -> list[str]:
        document = self.document
        body = document.lines[document.body_line - 1 :]
        kinds = BodyLines(body).kinds
        masked = []
        for line, kind in zip(body, kinds, strict=True):
            hidden = kind == "code" or (kind == "unseen" and not _NOTE.match(line))
            if line and not line.isspace() and (hidden or is_media_line(line, document)):
                masked.append(MASK * len(line))
            else:
                masked.append(_masked(line))
        return masked

    def _lines_of(self, first: int, end: int) -> range:
        """Return the indexes of the lines on which a value stands that begins on line ``first``."""
        others = (field.line - 1 for field in self.document.fields.values())
        return range(first - 1, min((each for each in others if each >= first), default=end))


_NOTE = expression(r" {0,3}\[\^[^\]]+\]:")


def _masked(line: str) -> str:
    if not _TO_MASK.search(line):
        return line
    return _NO_PROSE.sub(lambda found: MASK * len(found[0]), line)
