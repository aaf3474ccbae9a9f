"""Find the source line of a body, and what only looks like one."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import NamedTuple

from plugins.attribution.body import Body
from plugins.attribution.line import BrokenLine, SourceLine, read_line
from plugins.attribution.outlets import KnownOutlets

_AT_END = (
    re.compile(r"[(（](?P<said>[^()（）]+)[)）][\s.\\/*_]*$"),
    re.compile(r"(?<!\w)(?P<said>(?:Nguồn|NGUỒN)(?:\s+\w+)?\s*[:：].+)$"),
)


class Found(NamedTuple):
    """A body's last line: its lines from ``start`` up to ``end``, and what it says."""

    start: int
    end: int
    line: SourceLine | BrokenLine


def find_source_line(body: Body, known: KnownOutlets) -> Found | None:
    """Return what the body's last line says of the source; ``None`` if it is no source line."""
    last = body.last()
    if last is None:
        return None
    start, end = last
    line = read_line("\n".join(body.lines[start:end]), known, body.references)
    if isinstance(line, SourceLine) and line.may_continue and body.continues(start):
        return None
    return Found(start, end, line) if line else None


def find_misplaced(body: Body, known: KnownOutlets) -> int | None:
    """Return the index of the last line that looks like a source line and is not taken.

    Such a line may stand higher up in the body, or at the end of the last paragraph.
    """
    references = body.references
    indexes = body.text_lines()
    for index in reversed(indexes):
        raw = body.lines[index]
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
