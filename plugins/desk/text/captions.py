"""Which paragraph is a photo's caption.

Below a photo, or in its own paragraph: one in Word's style for captions, one that begins with
"Hình 1" or "Ảnh 1", one with a credit, one all in italics, and one in the middle where the text
is not. Above a photo only the first and the second, and only if nothing below is one. A table of
photos with few words is photos with captions.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator

from plugins.desk.text.blocks import Block, Cell, Photos, Table, Text
from plugins.figures.captions.caption import LONGEST
from plugins.figures.captions.credit import begins_with_credit, find_credit

_NUMBERED = re.compile(r"(?:hình|ảnh|h\.|figure|fig\.)\s*(?:ảnh\s*)?\d+\b", re.IGNORECASE)


def with_captions(blocks: Iterable[Block]) -> list[Block]:
    """Return blocks in which photos have their captions, and stand together where they do."""
    flat = _joined(list(_opened(blocks)))
    centred = _body_is_centred(flat)
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


def _text(block: Block) -> Text | None:
    return block if isinstance(block, Text) and block.role in ("text", "caption", "quote") else None


def _is_taken(found: list[Block]) -> bool:
    """Whether the paragraph above a photo stands under another one."""
    return len(found) > 1 and isinstance(found[-2], Photos) and not found[-2].captions


def _goes_below(text: Text, captions: list[Text], centred: bool) -> bool:
    said = text.plain
    if captions:
        return begins_with_credit(said) and find_credit(captions[-1].plain) is None
    if text.role == "caption" or _NUMBERED.match(said):
        return True
    if len(said.split()) > LONGEST:
        return False
    in_middle = text.alignment == "center" and not centred and not text.is_bold
    return text.joined or in_middle or text.is_italic or find_credit(said) is not None


def _is_marked(text: Text) -> bool:
    short = len(text.plain.split()) <= LONGEST
    return short and (text.role == "caption" or _NUMBERED.match(text.plain) is not None)


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
        elif len(block.rows) == 1 == len(block.rows[0]):
            yield from _opened(block.rows[0][0].blocks)
        elif _is_of_photos(block):
            yield from _figures(block)
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


def _figures(table: Table) -> Iterator[Block]:
    """Yield the photos of a table, each with what is said of it, or all with one caption."""
    columns = [_column(row) for row in table.rows]
    pending: list[tuple[int, Photos, list[Text]]] = []
    before: list[Text] = []
    for row in columns:
        pictures = [
            (
                at,
                Photos([n for b in cell.blocks if isinstance(b, Photos) for n in b.numbers]),
                _said(cell),
            )
            for at, cell in row.items()
            if any(isinstance(block, Photos) for block in cell.blocks)
        ]
        texts = [(at, _said(cell)) for at, cell in row.items() if _said(cell)]
        if pictures:
            if pending and any(said for _, _, said in [*pending, *pictures]):
                yield from _shown(pending)
                pending = []
            pending += pictures
        elif not pending:
            before += [text for _, said in texts for text in said]
        elif len(texts) == 1 and len(row) == 1 and len(pending) > 1:
            numbers = [number for _, photos, _ in pending for number in photos.numbers]
            yield Photos(numbers, texts[0][1])
            pending = []
        else:
            said_at = dict(texts)
            pending = [(at, p, [*said, *said_at.pop(at, [])]) for at, p, said in pending]
            yield from _shown(pending)
            pending = []
            for said in said_at.values():
                yield from said
    if before and pending and not any(said for _, _, said in pending):
        yield Photos([number for _, photos, _ in pending for number in photos.numbers], before)
        return
    yield from before
    yield from _shown(pending)


def _shown(pending: list[tuple[int, Photos, list[Text]]]) -> Iterator[Block]:
    if any(said for _, _, said in pending):
        yield from (Photos(photos.numbers, said) for _, photos, said in pending)
    elif pending:
        yield Photos([number for _, photos, _ in pending for number in photos.numbers])


def _column(row: list[Cell]) -> dict[int, Cell]:
    """Return the cells of a row by their columns."""
    cells: dict[int, Cell] = {}
    at = 0
    for cell in row:
        cells[at] = cell
        at += cell.columns
    return cells
