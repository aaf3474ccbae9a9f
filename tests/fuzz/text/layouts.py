"""The ways in which one article is typed or pasted: its blocks as text."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from tests.fuzz.text.blocks import Block, Paragraph, Photo, Table
from tests.fuzz.text.words import Draw

WIDTHS = (72, 80, 100)
_MARK = re.compile(r"\s*(?:(?:[-–•·+*>]|\(?\w{1,3}[.)])\s)?")


class Glued(NamedTuple):
    """A text, and the neighbouring paragraphs in it that no blank line divides."""

    text: str
    groups: list[tuple[str, ...]]


def with_blank_lines(blocks: Sequence[Block]) -> str:
    """One line a paragraph, and a blank line between two: as on paper."""
    return "\n\n".join("\n".join(block.lines()) for block in blocks) + "\n"


def with_lines(blocks: Sequence[Block]) -> str:
    """One line a paragraph, and nothing between them: from Word through Notepad."""
    return "\n".join("\n".join(block.lines()) for block in blocks) + "\n"


def wrapped(blocks: Sequence[Block], width: int) -> str:
    """Paragraphs broken where the next word would not fit, and a blank line between two."""
    return "\n\n".join(_wrapped_block(block, width) for block in blocks) + "\n"


def glued(blocks: Sequence[Block], seed: str) -> Glued:
    """Blank lines, but for some pairs and triples of paragraphs that have none."""
    draw = Draw(seed)
    parts: list[str] = []
    groups: list[tuple[str, ...]] = []
    at = 0
    while at < len(blocks):
        count = draw.between(2, 3)
        group = blocks[at : at + count]
        paragraphs = tuple(block.text for block in group if isinstance(block, Paragraph))
        # Two runs that touch would be a run of four.
        apart = not groups or not parts or "\n" not in parts[-1]
        if len(paragraphs) == count and apart and draw.chance(2):
            groups.append(paragraphs)
            parts.append("\n".join(paragraphs))
            at += count
        else:
            parts.append("\n".join(blocks[at].lines()))
            at += 1
    return Glued("\n\n".join(parts) + "\n", groups)


def _wrapped_block(block: Block, width: int) -> str:
    lines = block.lines()
    if isinstance(block, Table):
        return "\n".join(lines)
    if isinstance(block, Photo):
        return "\n".join([lines[0], *_wrap(lines[1], width)])
    return "\n".join(part for line in lines for part in _wrap(line, width))


def _wrap(line: str, width: int) -> list[str]:
    """Break a line as editors do (greedily, never within a word), under its mark if it has one."""
    mark = match[0] if (match := _MARK.match(line)) else ""
    under = "> " if mark.lstrip().startswith(">") else " " * len(mark)
    parts, current = [], ""
    for word in line[len(mark) :].split(" "):
        if current and len(mark) + len(current) + 1 + len(word) > width:
            parts.append(current)
            current = word
        else:
            current = f"{current} {word}" if current else word
    return [f"{under if number else mark}{part}" for number, part in enumerate([*parts, current])]
