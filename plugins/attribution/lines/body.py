"""Where a body's last line is, and which lines are code, quotes or not seen at all."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from plugins.attribution.lines.decoration import is_whole
from plugins.attribution.lines.links import definitions, is_definition
from plugins.core.text.expressions import expression
from plugins.core.text.spaces import is_blank, squeeze
from plugins.photos.inspect.formats import EXTENSIONS

BodyLineKind = Literal["text", "code", "unseen"]

# No code has a footnote behind its mark.
_FENCE = expression(r" {0,3}(?P<mark>`{3,}(?=[^`]*$)|~{3,})(?!.*\[\^).*")
_VERBATIM = expression(r"\s{0,3}<(?P<name>(?a:pre|script|style|textarea))\b", re.IGNORECASE)
_COMMENT = expression(r"\s*<!--")
_COMMENT_END = expression(r"--!?>")
# An abbreviation's line that ends in an asterisk is an emphasised sentence.
_NOTE = expression(r" {0,3}(?:\[\^[^\]]+\]:|\*\[[^\]]+\] ?:.*[^*\s]\s*$)")
_RULE = expression(r" {0,3}(?:(?:- ?){3,}|(?:\* ?){3,}|(?:_ ?){3,})\s*")
_QUOTE = expression(r" {0,3}>")
_PHOTO = expression(rf"!\[|<img\b|[^\s/\\]\.(?:{EXTENSIONS})\W*$", re.IGNORECASE)
# Bold is none: so stands a name below a text, or a heading.
_SET_OFF = expression(r"\s*(?:[(（\[_]|\*(?!\*))")
_STOPS = tuple(".?!…:;”\"')»]/*_\\>")
_MOST_LINES = 8


@dataclass(frozen=True)
class BodyLines:
    """A Markdown body as lines without line ends."""

    lines: list[str]

    @cached_property
    def kinds(self) -> list[BodyLineKind]:
        """Return for every line whether it is text, code, or not seen.

        Not seen are blank lines, comments, definitions of links, and footnotes and
        abbreviations, which stand elsewhere on the page.
        """
        return list(_kinds(self.lines))

    @cached_property
    def references(self) -> dict[str, str]:
        """The addresses of Markdown's link definitions by folded key."""
        return definitions(self.lines)

    @cached_property
    def _captions(self) -> dict[int, bool]:
        return {}

    @cached_property
    def _paragraphs(self) -> dict[int, tuple[int, int]]:
        return {}

    def last(self) -> tuple[int, int] | None:
        """Return the range of the last line, or of the lines that one wrapper holds.

        ``None`` if the body ends in code or in a block quote, or shows nothing.
        """
        return self._last

    @cached_property
    def _last(self) -> tuple[int, int] | None:
        end = len(self.lines)
        while end and self.kinds[end - 1] == "unseen":
            end -= 1
        if not end or self.kinds[end - 1] == "code" or self.is_quoted(end - 1):
            return None
        for start in range(end - 1, max(end - 1 - _MOST_LINES, -1), -1):
            if is_whole("\n".join(self.lines[start:end])):
                return start, end
        return end - 1, end

    def is_quoted(self, index: int) -> bool:
        """Whether a line is in a block quote, be it as the lazy rest of one."""
        while index >= 0 and not is_blank(self.lines[index]):
            if _QUOTE.match(self.lines[index]):
                return True
            index -= 1
        return False

    def text_lines(self) -> list[int]:
        """Return the indexes of the lines that readers see outside code and quotes."""
        return [
            index
            for index, line in enumerate(self.lines)
            if self.kinds[index] == "text" and not _QUOTE.match(line)
        ]

    def above(self, index: int) -> int | None:
        """Return the index of the last line before ``index`` that readers see."""
        return next((at for at in range(index - 1, -1, -1) if self.kinds[at] != "unseen"), None)

    def is_caption(self, index: int) -> bool:
        """Whether a line stands right under a photo, or under a caption that does.

        A paragraph in brackets or italics under a photo's paragraph is its caption too.
        """
        asked: list[int] = []
        is_one = None
        while is_one is None and index not in self._captions:
            asked.append(index)
            start, photo = self._paragraph(index)
            above = self.above(start)
            if photo < index:
                is_one = True
            elif start < index or above is None or not _SET_OFF.match(self.lines[index]):
                is_one = False
            elif is_photo(self.lines[above]):
                is_one = True
            else:
                index = above
        answer = self._captions[index] if is_one is None else is_one
        self._captions.update(dict.fromkeys(asked, answer))
        return answer

    def is_with_photo(self, index: int) -> bool:
        """Whether a line stands below a photo in the same paragraph."""
        return self._paragraph(index)[1] < index

    def _paragraph(self, index: int) -> tuple[int, int]:
        """Return where the paragraph of a line begins, and its first photo (or its end)."""
        if index not in self._paragraphs:
            start, end = index, index
            while start and not is_blank(self.lines[start - 1]):
                start -= 1
            while end < len(self.lines) and not is_blank(self.lines[end]):
                end += 1
            end = max(end, index + 1)
            photo = next((at for at in range(start, end) if is_photo(self.lines[at])), end)
            self._paragraphs.update(dict.fromkeys(range(start, end), (start, photo)))
        return self._paragraphs[index]

    def continues(self, index: int) -> bool:
        """Whether the line above ``index`` breaks off in mid-sentence."""
        above = self.lines[index - 1] if index else ""
        return not is_blank(above) and not squeeze(above).endswith(_STOPS)

    def without(self, start: int, end: int, rest: str = "") -> list[str]:
        """Return the lines but for a range, of which ``rest`` may be kept, tidied at the seam.

        A backslash that broke the line above it goes, and a rule that set it off.
        """
        kept = self.lines[:start]
        if kept and not is_blank(kept[-1]):
            kept[-1] = re.sub(r"(?<!\\)\\\s*$", "", kept[-1])
        while kept and is_blank(kept[-1]):
            kept.pop()
        if len(kept) > 1 and is_rule(kept[-1]) and is_blank(kept[-2]):
            kept.pop()
        return [*kept, "", *([rest, ""] if rest else []), *self.lines[end:]]


def is_photo(line: str) -> bool:
    """Whether a line shows a photo: its markup, or the file's name at the line's end."""
    return _PHOTO.search(line) is not None


def is_rule(line: str) -> bool:
    """Whether a line is a thematic break."""
    return _RULE.fullmatch(line) is not None


def _kinds(lines: list[str]) -> Iterator[BodyLineKind]:
    index = 0
    endless: set[str] = set()
    while index < len(lines):
        # Whatever is looked for begins with a mark: 0.3 µs for most lines instead of 4.
        first = lines[index].lstrip()[:1]
        if not first or first.isalnum():
            yield "text" if first else "unseen"
            index += 1
            continue
        kind, end = _construct(lines, index, endless) or (_kind(lines[index]), index)
        yield from [kind] * (end + 1 - index)
        index = end + 1


def _kind(line: str) -> BodyLineKind:
    unseen = is_blank(line) or is_definition(line) or _NOTE.match(line)
    return "unseen" if unseen else "text"


def _construct(lines: list[str], start: int, endless: set[str]) -> tuple[BodyLineKind, int] | None:
    """Return what a line opens and the index of the line that closes it.

    What is never closed is text, as in python-markdown: a stray fence must not hide a
    source line. ``endless`` is what was looked for in vain, which nobody looks for again.
    """
    line = lines[start]
    if fence := _FENCE.fullmatch(line.rstrip()):
        closing = rf" {{0,3}}{fence['mark'][0]}{{{len(fence['mark'])},}}\s*"
        return _closed(lines, start + 1, closing, endless)
    if verbatim := _VERBATIM.match(line):
        return _closed(lines, start, rf".*</{verbatim['name'].lower()}\s*>.*", endless)
    if "<!--" not in endless and _COMMENT.match(line):
        found = _comments(lines, start)
        if found is None:
            endless.add("<!--")
        return found
    return None


def _comments(lines: list[str], start: int) -> tuple[BodyLineKind, int] | None:
    """Return what the comments hide that begin a line, and up to which line.

    The line on which they end is text if anything stands behind them there.
    """
    rest, end = lines[start], start
    while comment := _COMMENT.match(rest):
        rest = rest[comment.end() :]
        while (closing := _COMMENT_END.search(rest)) is None:
            end += 1
            if end == len(lines):
                return None
            rest = lines[end]
        rest = rest[closing.end() :]
    if is_blank(rest):
        return "unseen", end
    return ("text", end) if end == start else ("unseen", end - 1)


def _closed(
    lines: list[str], first: int, closing: str, endless: set[str]
) -> tuple[BodyLineKind, int] | None:
    if closing in endless:
        return None
    is_end = re.compile(closing, re.IGNORECASE).fullmatch
    end = next((at for at in range(first, len(lines)) if is_end(lines[at])), None)
    if end is None:
        endless.add(closing)
    return None if end is None else ("code", end)
