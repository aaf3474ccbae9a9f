"""Which paragraph is a photo's caption.

Below a photo, or in its own paragraph: one in Word's style for captions, one that begins with
"Hình 1" or "Ảnh 1", one with a credit, one all in italics, and one in the middle where the text
is not. Above a photo only the first and the second, and only if nothing below is one; these two
also behind the paragraph that a photo floats beside. A table of photos with few words is photos
with captions.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import accumulate, pairwise

from plugins.desk.text.blocks import Block, Cell, Photos, Table, Text
from plugins.figures.captions.caption import LONGEST
from plugins.figures.captions.credit import begins_with_credit, find_credit

NUMBERED = re.compile(
    r"(?:hình|ảnh|h\.|figure|fig\.)\s*(?:ảnh\s*)?(\d+)\s*(?:[.:)\-–—]|$)", re.IGNORECASE
)
"""How a caption with a number begins: "Ảnh 2: …"."""


def with_captions(blocks: Iterable[Block]) -> list[Block]:
    """Return blocks in which photos have their captions, and stand together where they do."""
    flat = _joined(list(_opened(blocks)))
    centred = _body_is_centred(flat)
    _lower(flat, centred)
    found: list[Block] = []
    at = 0
    while at < len(flat):
        block = flat[at]
        at += 1
        if not isinstance(block, Photos) or block.captions:
            found.append(block)
            continue
        captions: list[Text] = []
        while at < len(flat) and (text := _text(flat[at])) and _goes_below(text, captions, centred):
            captions.append(text)
            at += 1
        above = _text(found[-1]) if found else None
        if not captions and above and _is_marked(above) and not _is_taken(found):
            captions = [above]
            found.pop()
        found.append(Photos(block.numbers, captions))
    return found


def with_enclosed(blocks: list[Block], numbers: list[int]) -> list[Block]:
    """Return blocks with photos that the text does not name, in a row: below the first paragraph
    that a plain one follows. So they take no caption, and what is last stays last."""
    if not numbers:
        return blocks
    pairs = enumerate(pairwise(blocks), 1)
    at = next((at for at, (one, next_) in pairs if _is_body(one) and _is_body(next_)), len(blocks))
    return [*blocks[:at], Photos(list(numbers)), *blocks[at:]]


def _is_body(block: Block) -> bool:
    if not isinstance(block, Text) or block.role not in ("text", "heading"):
        return False
    return not (block.is_italic or block.joined or begins_with_credit(block.plain))


def _lower(blocks: list[Block], centred: bool) -> None:
    """Put a photo without a caption below the next paragraph, in place, if one in Word's style or
    with a number follows that: the photo floats beside a text, and the caption stands below it."""
    for at in range(len(blocks) - 2):
        photos, body, caption = blocks[at], _text(blocks[at + 1]), _text(blocks[at + 2])
        if not isinstance(photos, Photos) or photos.captions or not (body and caption):
            continue
        is_others = any(isinstance(block, Photos) for block in blocks[at + 3 : at + 4])
        if _is_marked(caption) and not is_others and not _goes_below(body, [], centred):
            blocks[at : at + 2] = [body, photos]


def _text(block: Block) -> Text | None:
    return block if isinstance(block, Text) and block.role in ("text", "caption", "quote") else None


def _is_taken(found: list[Block]) -> bool:
    """Whether the paragraph above a photo stands under another one."""
    return len(found) > 1 and isinstance(found[-2], Photos) and not found[-2].captions


def _goes_below(text: Text, captions: list[Text], centred: bool) -> bool:
    said = text.plain
    if captions:
        return begins_with_credit(said) and find_credit(captions[-1].plain) is None
    if text.role == "caption" or NUMBERED.match(said):
        return True
    if len(said.split()) > LONGEST:
        return False
    in_middle = text.alignment == "center" and not centred and not text.is_bold
    return text.joined or in_middle or text.is_italic or find_credit(said) is not None


def _is_marked(text: Text) -> bool:
    short = len(text.plain.split()) <= LONGEST
    return short and (text.role == "caption" or NUMBERED.match(text.plain) is not None)


def _body_is_centred(blocks: list[Block]) -> bool:
    texts = [block for block in blocks if isinstance(block, Text) and block.role == "text"]
    letters = Counter(
        {side: sum(len(t.plain) for t in texts if t.alignment == side) for side in ("center", "")}
    )
    return letters["center"] > letters[""]


def _joined(blocks: list[Block]) -> list[Block]:
    """Put photos that follow each other into one row, as long as none has its caption."""
    found: list[Block] = []
    for block in blocks:
        last = found[-1] if found else None
        if (
            isinstance(block, Photos)
            and isinstance(last, Photos)
            and not (last.captions or block.captions)
        ):
            found[-1] = Photos([*last.numbers, *block.numbers])
        else:
            found.append(block)
    return found


# Tables


def _opened(blocks: Iterable[Block]) -> Iterator[Block]:
    """Yield blocks with photos, and frames round a text, taken out of their tables."""
    for block in blocks:
        if not isinstance(block, Table):
            yield block
        elif _is_of_photos(block):
            yield from _figures(block)
        elif len(block.rows) == 1 == len(block.rows[0]):
            yield from _opened(block.rows[0][0].blocks)
        else:
            yield block


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
