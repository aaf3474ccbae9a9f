"""A text as rules see it: the words that readers read, each in its place in the file."""

from __future__ import annotations

import bisect
import re
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from plugins.attribution.lines.body import BodyLines
from plugins.core.text.expressions import expression
from plugins.figures.media.kinds import EXTENSIONS as MEDIA
from plugins.figures.source.bare import is_media_line
from plugins.photos.inspect.formats import EXTENSIONS as PHOTOS
from plugins.proofreading.words import Lexicon, sort_words

if TYPE_CHECKING:
    from plugins.core.article import Article
    from plugins.core.document import Document

MASK = "\ufffc"
"""Stands for a letter that is no prose: of an address, a tag, code, a file's name. It is the
Unicode object replacement character, which :func:`plugins.core.text.decoding.decode` leaves, and
which no word holds."""

_PROSE_KEYS = ("Title", "Summary", "Correction")
_WORD = expression(r"\S+")
_WHITE = expression(r"\s")
_KEY = expression(r"[^:]*:\s*")
# Of a paragraph, to look at all of this takes longer than to see that there is none; each begins
# with a letter of its own, so that the others are passed over in no time.
_TO_MASK = expression(r"<|`|@|\{|\]|://|www\.|&[\w#]|\.(?=[A-Za-z])")
_NO_PROSE = expression(
    rf"""
    `+[^`]*`+                         # code
    | <(?:code|kbd|samp)\b[^<>]*>.*?</(?:code|kbd|samp)\s*>
    | <!--.*?(?:-->|$)
    | </?[A-Za-z][^<>]*>              # a tag
    | (?<=\])\([^()\s]*(?:\([^()\s]*\)[^()\s]*)*(?:[ ]+"[^"]*")?\)   # where a link leads
    | (?<=\])\([^()<>"]*\.\w{{2,5}}(?:[ ]+"[^"]*")?\)  # with spaces in it
    | (?<=\])\[[^\]]*\]               # the label of its address
    | \[\^[^\]]+\]:?                  # a note's mark
    | ^[ ]{{0,3}}\[[^\]]+\]:[ ].*$      # the address of a label
    | \{{[:.\#][^{{}}]*\}}              # attributes
    # Of these two, none begins within what could be a longer one.
    | (?<![\w.+-])[\w.+-]++@[\w-]+(?:\.[\w-]+)+
    | (?:https?|ftp|htp)s?:/*\S+ | \bwww\.\S+
    | (?<![\w-])(?<!\w\.)(?<!-\.)[\w-]++(?:\.[\w-]++)*\.
        (?:vn|com|net|org|info|gov|edu|{PHOTOS}|{MEDIA})\b(?:/\S*)?
    | &\#?\w+;
    """,
    re.VERBOSE | re.IGNORECASE,
)
_NOTE = expression(r" {0,3}\[\^[^\]]+\]:")
# Most articles are paragraphs: nothing in them can be code, and few lines name a photo.
_MAYBE_CODE = expression(r"\n(?:[ \t]*(?:`{3}|~{3}|<)| {4}|\t| {0,3}(?:\[|\*\[))")
_ENDING = expression(r"\.\w{2,5}\W*$")
_SAID = expression(
    r"!\[([^\[\]]*)\](?=[(\[])|<figcaption\b[^<>]*>(.*?)</figcaption\s*>", re.IGNORECASE
)
_MOST_OF_MEDIA = 400  # letters


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
        return "\n".join([*lines, self._body])

    @cached_property
    def words(self) -> list[str]:
        """What stands in :attr:`text` between white space, in its order."""
        return self.text.split()

    @cached_property
    def places(self) -> dict[str, list[int]]:
        """Where in :attr:`text` each of the :attr:`words` stands."""
        places: dict[str, list[int]] = {}
        for found in _WORD.finditer(self.text):
            places.setdefault(found[0], []).append(found.start())
        return places

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
    def _body(self) -> str:
        document = self.document
        body = document.lines[document.body_line - 1 :]
        text = "\n".join(body)
        masked = _masked(text)
        if _MAYBE_CODE.search(f"\n{text}"):
            lines = masked.split("\n")
            for at, kind in enumerate(BodyLines(body).kinds):
                if kind == "code" or (kind == "unseen" and not _NOTE.match(body[at])):
                    lines[at] = MASK * len(body[at])
            masked = "\n".join(lines)
        parts, end, start = [], 0, 0
        # In what is masked already a name has no ending any more.
        for line in body:
            if _may_be_media(line) and is_media_line(line, document):
                parts.append(masked[end:start])
                end = start
                # What it says of a photo is prose: all else of the line is none.
                for said in _SAID.finditer(line):
                    begin, stop = said.span(said.lastindex or 0)
                    parts += [MASK * (start + begin - end), masked[start + begin : start + stop]]
                    end = start + stop
                parts.append(MASK * (start + len(line) - end))
                end = start + len(line)
            start += len(line) + 1
        return "".join((*parts, masked[end:]))

    def _lines_of(self, first: int, end: int) -> range:
        """Return the indexes of the lines on which a value stands that begins on line ``first``."""
        others = (field.line - 1 for field in self.document.fields.values())
        return range(first - 1, min((each for each in others if each >= first), default=end))


def _may_be_media(line: str) -> bool:
    return 0 < len(line) <= _MOST_OF_MEDIA and (
        "![" in line or "<" in line or bool(_ENDING.search(line)) or not _WHITE.search(line)
    )


def _masked(text: str) -> str:
    parts, end = [], 0
    while found := _TO_MASK.search(text, end):
        start = text.rfind("\n", end, found.start()) + 1
        parts.append(text[end:start])
        end = text.find("\n", found.end())
        end = len(text) if end < 0 else end
        parts.append(_NO_PROSE.sub(_mask, text[start:end]))
    return "".join((*parts, text[end:]))


def _mask(found: re.Match[str]) -> str:
    whole = found[0]
    # What stands round an address and was taken along: quotation marks, stars, a bracket.
    surplus = {")": whole.count(")") - whole.count("("), "]": whole.count("]") - whole.count("[")}
    end = len(whole)
    while end and (whole[end - 1] in '*”"' or surplus.get(whole[end - 1], 0) > 0):
        end -= 1
        surplus[whole[end]] = surplus.get(whole[end], 0) - 1
    return MASK * end + whole[end:]
