"""A body as the desk shows it: pieces of plain text, and cards for photos with their captions.

A card stands only for lines of which the bulletin's own reader says the same as the card does; all
other lines are text, exactly as they were typed. A card that nobody touched is written as it was
read, so :func:`joined` of :func:`split` is the body again, whatever it holds.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

_IMAGE = re.compile(
    r"!\[(?P<alt>(?:[^\[\]\\]|\\.)*)\]\((?P<src><[^<>]*>|[^\s()<>]+)(?:\s+\"(?P<title>[^\"]*)\")?\)"
)
_ESCAPED = re.compile(r"\\([\[\]\\*_`])")
_LABEL = r"(?:\(\s*)?(?:[-–—]\s*)?(?:ảnh)\s*:?\s*"
_LONGEST_CAPTION = 4  # lines that a caption may have


class ShownFigure(NamedTuple):
    """A figure as the reader understood it: the photos by the names that the text gives them and
    the lines (from 1) that they stand on; caption and credit as plain text."""

    photos: tuple[tuple[str, int], ...]
    caption: str
    credit: str


@dataclass(frozen=True)
class Card:
    """One photo of a card: its file's name and what it is described as, ``""`` for nothing."""

    name: str
    alt: str = ""


@dataclass(frozen=True)
class Block:
    """A piece of a body, and how many blank lines stand before it.

    Text has ``photos`` none; a card's ``source`` is its lines as they were read, ``""`` once an
    editor changed something on it.
    """

    gap: int
    text: str = ""
    photos: tuple[Card, ...] = ()
    caption: str = ""
    credit: str = ""
    source: str = ""


def split(body: str, first_line: int, figures: Sequence[ShownFigure]) -> list[Block]:
    """Return the pieces of a body whose first line has this number in its file."""
    lines = body.split("\n") if body else []
    blocks: list[Block] = []
    done = 0
    for figure in sorted(figures, key=lambda one: min((at for _, at in one.photos), default=0)):
        found = _card(lines, done, first_line, figure)
        if found is None:
            continue
        start, end, card = found
        blocks += _texts(lines[done:start])
        blocks.append(replace(card, gap=_gap(lines, done, start)))
        done = end
    blocks += _texts(lines[done:])
    return blocks


def joined(blocks: Iterable[Block]) -> str:
    """Return the body that blocks make. A card that was changed stands between blank lines, so
    that its caption ends where it ends on the screen."""
    lines: list[str] = []
    apart = False
    for block in blocks:
        is_changed = bool(block.photos) and not block.source
        gap = max(block.gap, 1) if (is_changed or apart) and lines else block.gap
        lines += [""] * gap
        lines += _written(block).split("\n")
        apart = is_changed
    return "\n".join(lines)


def _written(block: Block) -> str:
    if not block.photos:
        return block.text
    if block.source:
        return block.source
    lines = [_photo_line(photo) for photo in block.photos]
    caption = " ".join(block.caption.split())
    credit = " ".join(block.credit.split())
    if credit:
        end = "" if not caption or caption[-1] in '.!?…”"' else "."
        caption = f"{caption}{end} Ảnh: {credit}".strip()
    return "\n".join([*lines, caption] if caption else lines)


def _photo_line(photo: Card) -> str:
    if not photo.alt.strip():
        return photo.name
    alt = re.sub(r"([\[\]\\*_`])", r"\\\1", " ".join(photo.alt.split()))
    name = f"<{photo.name}>" if re.search(r"[\s()]", photo.name) else photo.name
    return f"![{alt}]({name})"


def _texts(lines: list[str]) -> Iterator[Block]:
    """Yield a piece of text, if there is any in these lines; empty ones at its end go to whatever
    comes next."""
    start, end = 0, len(lines)
    while start < end and not lines[start]:
        start += 1
    while end > start and not lines[end - 1]:
        end -= 1
    if start < end:
        yield Block(start, "\n".join(lines[start:end]))


def _gap(lines: list[str], done: int, start: int) -> int:
    """Return how many empty lines stand before a line, none of them before ``done``."""
    gap = 0
    while start - gap - 1 >= done and not lines[start - gap - 1]:
        gap += 1
    return gap


def _card(
    lines: list[str], done: int, first_line: int, figure: ShownFigure
) -> tuple[int, int, Block] | None:
    """Return from where to where a figure's lines go, and its card, if they say nothing else."""
    numbers = [line - first_line for _, line in figure.photos]
    if not numbers or min(numbers) < done or max(numbers) >= len(lines):
        return None
    start, end = min(numbers), max(numbers) + 1
    shown = [at for at in range(start, end) if lines[at].strip()]
    if sorted(numbers) != shown:
        return None
    cards, titles = [], []
    for (name, _), at in zip(figure.photos, numbers, strict=True):
        card = _photo(lines[at].strip(), name)
        if card is None:
            return None
        cards.append(card[0])
        titles += [card[1]] if card[1] else []
    said = _letters(figure.caption + figure.credit)
    for behind in range(_LONGEST_CAPTION + 1):
        below = lines[end : end + behind]
        if len(below) < behind or any(not line.strip() for line in below):
            break
        raw = " ".join([*titles, *(line.strip() for line in below)])
        caption, credit = _apart(raw, figure.credit)
        if _letters(caption + credit) == said:
            if behind == 0 and said and not titles:
                continue  # the file itself says it
            source = "\n".join(lines[start : end + behind])
            return start, end + behind, Block(0, "", tuple(cards), caption, credit, source)
    if said:  # the photo's own file says it, and the text nothing
        below = lines[end : end + 1]
        if not titles and (not below or not below[0].strip()):
            return start, end, Block(0, "", tuple(cards), "", "", "\n".join(lines[start:end]))
    return None


def _photo(line: str, name: str) -> tuple[Card, str] | None:
    """Return the photo of a line, and its title, if the line is nothing else."""
    if line == name:
        return Card(name), ""
    found = _IMAGE.fullmatch(line)
    if found is None or found["src"].strip("<>") != name:
        return None
    return Card(name, _ESCAPED.sub(r"\1", found["alt"]).strip()), found["title"] or ""


def _apart(raw: str, credit: str) -> tuple[str, str]:
    """Return a caption and the credit behind it, apart if it is written as we would."""
    if not credit:
        return raw, ""
    found = re.search(_LABEL + re.escape(credit) + r"[.)\s]*\Z", raw, re.IGNORECASE)
    return (raw[: found.start()].strip(), credit) if found else (raw, "")


def _letters(text: str) -> str:
    return re.sub(r"[\W_]+", "", text).casefold()
