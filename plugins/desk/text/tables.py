"""Tables that lay a text out: photos with their captions, a frame round a text, one column of it.

What such a table holds stands in the text as if there were none. A table of photos with few words
is photos with captions: each with what is said in its cell, or below it, beside it or above it; all
with what one cell says of them. One column is a frame if it holds a photo between words, or more
words than all else in the file.
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import accumulate

from plugins.desk.text.blocks import Block, Cell, Photos, Table, Text, pictures_in, texts_in
from plugins.figures.captions.caption import LONGEST

_Rows = list[list[Cell]]


def opened(blocks: list[Block]) -> list[Block]:
    """Return blocks with photos and texts taken out of the tables that lay them out."""
    words = _words(blocks)
    return [inner for block in blocks for inner in _inside(block, words)]


def _inside(block: Block, words: int) -> list[Block]:
    """Return what is in a table that only lays it out; ``words`` are those of the file."""
    if not isinstance(block, Table):
        return [block]
    if _is_of_photos(block):
        return _figures(block)
    cells = [cell for row in block.rows for cell in row]
    is_column = all(len(row) == 1 for row in block.rows)
    is_frame = len(cells) == 1 or any(pictures_in([block])) or 2 * _words([block]) > words
    if is_column and is_frame:
        return [each for cell in cells for inner in cell.blocks for each in _inside(inner, words)]
    return [block]


def _words(blocks: Iterable[Block]) -> int:
    return sum(len(text.plain.split()) for text in texts_in(blocks))


def _is_of_photos(table: Table) -> bool:
    cells = [cell for row in table.rows for cell in row]
    if any(isinstance(block, Table) for cell in cells for block in cell.blocks):
        return False
    photos = sum(isinstance(block, Photos) for cell in cells for block in cell.blocks)
    texts = [cell for cell in cells if _said(cell)]
    words = [sum(len(text.plain.split()) for text in _said(cell)) for cell in texts]
    return photos > 0 and len(texts) <= photos + 1 and all(count <= LONGEST for count in words)


def _said(cell: Cell) -> list[Text]:
    return [block for block in cell.blocks if isinstance(block, Text)]


def _numbers(cell: Cell) -> list[int]:
    return [n for block in cell.blocks if isinstance(block, Photos) for n in block.numbers]


def _figures(table: Table) -> list[Block]:
    """Return the photos of a table, each with what is said beside or below it, or all with what
    one cell says below them or above."""
    if _are_above(table.rows):
        pairs = zip(table.rows[::2], table.rows[1::2], strict=True)
        return [
            Photos(_numbers(cell), _said(caption))
            for captions, row in pairs
            for caption, cell in zip(captions, row, strict=True)
        ]
    found: list[Photos] = []
    waiting: list[tuple[int, Photos]] = []  # with their columns, for what is said below
    above: list[Text] = []
    for row in table.rows:
        starts = accumulate((cell.columns for cell in row[:-1]), initial=0)
        cells = list(zip(starts, row, strict=True))
        photos = [(at, Photos(_numbers(c), _said(c))) for at, c in cells if _numbers(c)]
        if photos and any(each.captions for _, each in waiting):
            waiting = []
        waiting += photos
        found += [each for _, each in photos]
        if len(row) == 1 and not photos and len(waiting) > 1:
            together = Photos([n for _, each in waiting for n in each.numbers])
            found[-len(waiting) :] = [together]
            waiting = [(0, together)]
        for at, cell in cells:
            if not _numbers(cell):
                beside = [each for start, each in waiting if start <= at]
                (beside[-1].captions if beside else above).extend(_said(cell))
    if above and not any(each.captions for each in found):
        return [Photos([n for each in found for n in each.numbers], above)]
    return [*above, *found]


def _are_above(rows: _Rows) -> bool:
    """Whether each photo has its caption in the cell above it."""
    captions, photos = rows[::2], rows[1::2]
    return len(captions) == len(photos) and all(
        len(above) == len(row)
        and all(_said(cell) and not _numbers(cell) for cell in above)
        and all(_numbers(cell) and not _said(cell) for cell in row)
        for above, row in zip(captions, photos, strict=True)
    )
