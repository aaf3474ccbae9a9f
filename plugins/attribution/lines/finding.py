"""Find the source line of a body, and what only looks like one."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import NamedTuple

from plugins.attribution.lines.body import BodyLines
from plugins.attribution.lines.decoration import is_whole
from plugins.attribution.lines.label import CAPITALISED, LABEL, SOURCE
from plugins.attribution.lines.line import BrokenLine, SourceLine, read_line
from plugins.core.text.expressions import expression
from plugins.core.text.spaces import is_blank
from plugins.names.outlets import KnownOutlets

_AT_END = (
    re.compile(r"[(（](?P<said>[^()（）]+)[)）][\s.\\/*_]*$"),
    re.compile(rf"(?<!\w)(?P<said>{CAPITALISED}(?i:{SOURCE})(?:\s+\w+)?\s*[:：].+)$"),
)
_IN_BRACKETS = expression(r"\s*[*_]*[(（\[]")
_FROM = expression(r"[\W_]*theo\b", re.IGNORECASE)
_MAYBE_AT_END = expression(r"theo|ngu[ồo]n", re.IGNORECASE)
_MOST_LETTERS_AT_END = 200
_BEHIND_SENTENCE = expression(
    r"^(?P<text>.*[.?!…”\"»)/;][*_]*)[\s–—-]*(?<=[\s.…/”\")])"
    rf"(?P<said>(?:[*_]*[(（\[]\s*(?i:{LABEL})\s*:?\s[^()（）]+[)）\]]"
    rf"|[*_]*{CAPITALISED}(?i:theo|{SOURCE}\s*[:：])\s*[^.?!()]+(?:\([^()]*\))?)[\s.*_/\\]*)$"
)
# "… đã thông xe (Theo TTXVN)": in small letters it belongs to the sentence.
_CAPITAL_IN_BRACKETS = expression(
    rf"^(?P<text>.*\w)\s+(?P<said>[(（]{CAPITALISED}(?i:theo|{SOURCE}:)\s[^()（）]+[)）])\s*$"
)


# An address on a line of its own, as a browser's bar gives it.
_ADDRESS = expression(
    r"\s*(?:(?:đường\s+)?(?:link|dẫn|url)(?:\s+(?:bài\s+)?gốc)?\s*[:：]\s*)?"
    r"(?:<(?P<bare>https?://[^\s<>]+)>|\[[^\[\]]*\]\((?P<linked>https?://[^\s()]+)\)"
    r"|(?P<plain>https?://[^\s<>]+))[\s\\]*",
    re.IGNORECASE,
)


class FoundSource(NamedTuple):
    """A body's last line: its lines from ``start`` up to ``end``, and what it says.

    ``rest`` is what of the line has to stay in the body.
    """

    start: int
    end: int
    line: SourceLine | BrokenLine
    rest: str = ""


def find_source_line(
    body: BodyLines, known: KnownOutlets, is_media: Callable[[str], bool] = lambda line: False
) -> FoundSource | None:
    """Return what the body's last line says of the source; ``None`` if it is no source line.

    The source's address may stand on a line below, unless ``is_media`` holds for it.
    """
    last = body.last()
    if last is None:
        return None
    start, end = last
    raw = "\n".join(body.lines[start:end])
    line = read_line(raw, known, body.references, is_last=True)
    if line is None:
        address = None if is_media(raw) else _ADDRESS.fullmatch(raw)
        if address is not None:
            return _with_address(body, start, end, "".join(filter(None, address.groups())), known)
        return _find_at_end(body, start, end, known)
    if isinstance(line, SourceLine) and line.may_continue and body.continues(start):
        return None
    # "(Nguồn: …)" may be the photo's, "(Theo …)" is the text's, and what says when it came out.
    is_texts = (_FROM.match(raw) or _says_when(line)) and not body.is_with_photo(start)
    if not is_texts and _IN_BRACKETS.match(raw) and body.is_caption(start):
        return None
    return FoundSource(start, end, line)


def _with_address(
    body: BodyLines, start: int, end: int, address: str, known: KnownOutlets
) -> FoundSource | None:
    """Return the source line above the address that is the last line."""
    found = find_source_line(BodyLines(body.lines[:start]), known)
    if found is None or found.rest or not all(map(is_blank, body.lines[found.end : start])):
        return None
    above = "\n".join(body.lines[found.start : found.end])
    line = read_line(f"{above} {address}", known, body.references, is_last=True)
    is_whole_line = isinstance(line, SourceLine) and not line.claim.unused
    return FoundSource(found.start, end, line) if line and is_whole_line else None


def _says_when(line: SourceLine | BrokenLine) -> bool:
    return isinstance(line, SourceLine) and bool(line.claim.date or line.claim.source.url)


def _find_at_end(body: BodyLines, start: int, end: int, known: KnownOutlets) -> FoundSource | None:
    """Return the source in the last words of the last line.

    Behind a sentence's end: "… đã thông xe. Theo TTXVN", "… ngày 11/1./. (Nguồn: Báo Lào Cai)".
    """
    raw = body.lines[start]
    # Asked of every article.
    if end - start > 1 or not _MAYBE_AT_END.search(raw, len(raw.rstrip()) - _MOST_LETTERS_AT_END):
        return None
    found = _BEHIND_SENTENCE.search(raw) or _CAPITAL_IN_BRACKETS.search(raw)
    if found is None or not is_whole(raw) or body.is_caption(start):
        return None
    line = read_line(found["said"], known, body.references, is_last=True)
    if not isinstance(line, SourceLine):
        return None
    return FoundSource(start, end, line, found["text"].rstrip())


def find_misplaced(body: BodyLines, known: KnownOutlets) -> int | None:
    """Return the index of the last line that looks like a source line and is not taken.

    Such a line may stand higher up in the body, or at the end of the last paragraph; or it is the
    last, in brackets, and may be a photo's that stands above it.
    """
    references = body.references
    indexes = body.text_lines()
    for index in reversed(indexes):
        raw = body.lines[index]
        is_apart = index == indexes[-1] and not body.is_with_photo(index)
        if not is_apart and _IN_BRACKETS.match(raw) and body.is_caption(index):
            continue
        line = read_line(raw, known, references)
        if isinstance(line, SourceLine) and line.may_continue and body.continues(index):
            continue
        if line is not None:
            return index
        if index == indexes[-1] and _ends_in_source(raw, known, references):
            return index
    return None


def _ends_in_source(raw: str, known: KnownOutlets, references: Mapping[str, str]) -> bool:
    """``… ngày 11/1./. (Theo TTXVN)``, ``Ảnh: Ngọc Bằng. Nguồn: Báo Lào Cai``."""
    ends = (pattern.search(raw) for pattern in _AT_END)
    return any(
        isinstance(read_line(end["said"], known, references), SourceLine) for end in ends if end
    )
