"""What comes along when an article is pasted from a portal: its headline, its sidebar."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from typing import NamedTuple

from plugins.attribution.lines.decoration import peel
from plugins.core.text.expressions import expression
from plugins.core.text.spaces import fold, is_blank

# Without one of these there is no markup: 1 µs a paragraph instead of 21.
_MARK = expression("[<*_#]")
_MARKUP = expression(r"<[^<>]*>|\*+|(?<!\w)_+|_+(?!\w)|\s#+\s*$")
_UNDERLINE = expression(r" {0,3}(?:=+|-+)\s*")
_QUOTES = dict(zip("“”„«»‘’–—−", '"""""\'\'---', strict=True))
_QUOTE = expression(f"[{''.join(_QUOTES)}]")
_MARKS_AND_NUMBERS = 60  # letters that may stand round a portal's line, white space included
_NUMBER = expression(r"[\s:：=–-]*\d[\d.,\s]*(?:người|lượt|khách)?$")


class Dropped(NamedTuple):
    """Lines taken out of a body: as they were, the first at index ``start`` (from 0)."""

    start: int
    lines: tuple[str, ...]

    @property
    def text(self) -> str:
        """What a reader would have seen of them, in one line."""
        return " / ".join(" ".join(line.split()) for line in self.lines if not is_blank(line))


def drop_title(lines: list[str], title: str) -> tuple[list[str], Dropped | None]:
    """Blank the body's first line if it only repeats the title, so that line numbers stay.

    Letter case, white space, Unicode form, the kind of quotes and dashes, a closing full
    stop and marks of a heading or of bold do not matter.
    """
    index = next((i for i, line in enumerate(lines) if not is_blank(line)), None)
    if index is None or _begins_otherwise(lines[index], title):
        return lines, None
    said = _plain(title)
    if not said or _plain(lines[index]) != said:
        return lines, None
    end = index + 1
    if end < len(lines) and _UNDERLINE.fullmatch(lines[end]):
        end += 1
    blanks = [""] * (end - index)
    return [*lines[:index], *blanks, *lines[end:]], Dropped(index, tuple(lines[index:end]))


def _begins_otherwise(line: str, title: str) -> bool:
    """Say for 1 µs instead of 30 that a line does not repeat the title: its first letter is not
    the title's. Where markup or marks stand before it, that is not said."""
    first, other = line[:1], title[:1]
    return first.isalnum() and other.isalnum() and first.casefold() != other.casefold()


def drop_portal_lines(
    lines: list[str], patterns: Iterable[str]
) -> tuple[list[str], Dropped | None]:
    """Cut off a body's last lines as far as every one of them is one of ``patterns``.

    Bullets, letter case, white space and a number at the end ("Đang online: 12") do not
    matter. Blank lines between them go too, and are not lost.
    """
    known = _plain_each(tuple(patterns))
    longest = max(map(len, known), default=0) + _MARKS_AND_NUMBERS
    start = len(lines)
    for index in range(len(lines) - 1, -1, -1):
        if is_blank(lines[index]):
            continue
        if len(lines[index].strip()) > longest:
            break
        line = _plain(lines[index])
        if line not in known and _NUMBER.sub("", line) not in known:
            break
        start = index
    if start == len(lines):
        return lines, None
    end = max(i for i, line in enumerate(lines) if not is_blank(line)) + 1
    return lines[:start], Dropped(start, tuple(lines[start:end]))


@cache
def _plain_each(patterns: tuple[str, ...]) -> frozenset[str]:
    return frozenset(_plain(pattern) for pattern in patterns)


def _plain(line: str) -> str:
    line = fold(line)
    if _MARK.search(line):
        line = _MARKUP.sub("", line)
    line = _QUOTE.sub(lambda match: _QUOTES[match[0]], line)
    return fold(peel(line)).rstrip(" :：")
