"""Which paragraph is a photo's caption.

Below a photo, or in its own paragraph: one in Word's style for captions, one that begins with
"Hình 1" or "Ảnh 1", one with a credit, one all in italics, one in the middle where the text is not,
one in a text box, and one that ends as no paragraph of the text does. Above a photo, if nothing
below is one: by style, number, credit or italics; where the first photo of a file has number 1
above it, and the last none below, all numbers are above. By these also behind the paragraph that a
photo floats beside. A table of photos with few words is photos with captions. Who wrote the text,
at its end, is no caption, and stands behind the photos there.

Where no caption of a file is told by style, number or look, one is guessed: a plain sentence below
a photo that is much shorter than the file's paragraphs, does not begin as only a text does, and
stands between the photo and what is surely no caption: a paragraph that is longer or begins so, a
photo with its own, or the end. The editor is told of it. What else stands beside a photo and is
short may be its caption: the editor is asked. Tables of photos are opened before (``tables``).
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import groupby, islice, pairwise
from statistics import median_low

from plugins.attribution.claims.signature import read_signature
from plugins.attribution.lines.decoration import undress
from plugins.attribution.lines.line import SourceLine, read_line
from plugins.desk.text.blocks import Block, Note, Photos, Text
from plugins.desk.text.tables import opened
from plugins.figures.captions.caption import LONGEST
from plugins.figures.captions.credit import begins_with_credit, find_credit
from plugins.names.outlets import KnownOutlets, is_outlet

NUMBERED = re.compile(
    r"(?:hình|ảnh|h\.|figure|fig\.)\s*(?:ảnh\s*)?(\d+)((?:\s*(?:,|;|&|\+|-|–|và|đến)\s*\d+)*)"
    r"\s*(?:[.:)\-–—]|$)",
    re.IGNORECASE,
)
"""How a caption with a number begins, or with several: "Ảnh 2: …", "Ảnh 1, 2: …"."""

_LEAST_PLAIN, _MOST_PLAIN = 4, 30  # words of a caption that nothing says to be one
_LEAST_GUESSED = 3
_MOST_BEGINNING = 15  # right below the headline, where longer ones are standfirsts
# How two in five short sentences of news begin, and one in 25 captions: counted in 7,000 articles.
# "Ông", "Bà", "Hiện trường", "Trong ảnh", "Dự án" begin many a caption.
_AS_TEXTS_BEGIN = re.compile(
    r"[\"'“‘«*•–—-]|(?:hình|ảnh|bảng|biểu\s+đồ)\s+\d|(?:theo|nguồn|tuy|sau|đây|đó|khi|lúc|tại|trước"
    r"|đến|tôi|họ|nó|chúng|nhưng|song|ngoài|do|vì|bởi|nếu|điều|việc|còn|với|ngay|và|cũng|để|như|vậy"
    r"|về|riêng|qua|thậm|thấy|mặc|tất|khoảng|sáng|chiều|tháng|năm|hồi|cuối|vào|cùng"
    r"|hiện(?!\s+(?:trường|vật))|trong(?!\s+(?:ảnh|hình))|dự(?!\s+(?:án|báo|thảo))|bên\s+cạnh"
    r"|đồng\s+thời|được\s+biết|cụ\s+thể|thời\s+(?:gian|điểm)|đặc\s+biệt|nhân\s+dịp|dịp\s+này"
    r"|từ\s+đó)\b",
    re.IGNORECASE,
)
_NO_LIST = KnownOutlets()


def with_captions(blocks: Iterable[Block]) -> list[Block]:
    """Return blocks in which photos have their captions, and stand together where they do."""
    flat, ends = _parted(_joined(_boxed(opened(list(blocks)))))
    centred = _body_is_centred(flat)
    _lower(flat, centred)
    are_above = _are_above(flat)
    found: list[Block] = []
    at = 0
    while at < len(flat):
        block = flat[at]
        at += 1
        if not isinstance(block, Photos) or block.captions:
            found.append(block)
            continue
        captions: list[Text] = []
        above = _above(found)
        below = _text(flat, at)
        has_text = any(isinstance(each, Text) for each in found)
        if below and are_above and NUMBERED.match(below.plain):
            below = None  # the next photo's
        elif below and below.joined and below.is_bold and not (has_text or _is_marked(below)):
            below = None  # the headline, with a photo in its line
        goes_below = _goes_below(below, [], centred)
        is_marked = above is not None and _is_marked(above)
        if above and ((are_above and is_marked) or (not goes_below and _goes_above(above, found))):
            captions = [above]
            found.pop()
        while below and (
            _goes_below(below, captions, centred)
            or (not captions and not is_marked and _ends_like_one(flat, at))
        ):
            is_credit = begins_with_credit(below.plain)
            captions.insert(len(captions) if is_credit else 0, below)
            at += 1
            below = _text(flat, at)
        if not captions and (text := _text(flat, at)) and text.is_italic:
            flat[at] = _upright_at_its_end(text)
        if captions:
            is_sure = _is_sure(captions, centred) and not (at == len(flat) and _signs(captions[0]))
            perhaps = "" if is_sure else captions[0].plain
        else:
            behind = _text(flat, at + 1) if block.place in ("float", "alone") else None
            beside = [_text(flat, at), above, behind]
            bold = _bold(_text(flat, at)) if has_text else ""
            perhaps = next(filter(None, [*map(_perhaps, beside), bold]), "")
        found.append(replace(block, captions=captions, perhaps=perhaps))
    _guess(found, centred)
    found, others = _parted(found)  # above photos with captions
    return [*found, *others, *ends]


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


def _parted(blocks: list[Block]) -> tuple[list[Block], list[Block]]:
    """Return blocks, and apart from them what says at their end who wrote the text, if photos
    stand beside it: it is no caption."""
    end = len(blocks)
    while end and (isinstance(blocks[end - 1], Photos | Note) or _ends_text(blocks[end - 1])):
        end -= 1
    tail = blocks[end:]
    has_text = any(isinstance(block, Text) for block in blocks[:end])
    if not has_text or not any(isinstance(block, Photos) for block in tail):
        return blocks, []
    photos = [block for block in tail if not isinstance(block, Text)]
    return [*blocks[:end], *photos], [_upright(each) for each in tail if isinstance(each, Text)]


def _ends_text(block: Block) -> bool:
    """Whether a paragraph surely says who wrote the text. A name alone may be whom a photo shows,
    unless it stands on the right, or looks like no caption."""
    text = _text([block], 0)
    said = None if text is None else undress(text.plain, {})
    if text is None or said is None or begins_with_credit(text.plain):
        return False
    if isinstance(read_line(text.plain, _NO_LIST, {}, is_last=True), SourceLine):
        return True
    signature = read_signature(said, _NO_LIST)
    if signature is None or not signature.certain:
        return False
    people = signature.people
    is_bare = said.text == people or (said.text.startswith(people) and signature.rest != "")
    is_apart = text.alignment == "right" or not (
        _is_told(text, centred=False) or text.plain.endswith(".")
    )
    return is_apart or not is_bare


def _upright(text: Text) -> Text:
    """Return a paragraph without italics: in them, below a photo, it would be a caption."""
    return replace(text, spans=[span._replace(italic=False) for span in text.spans])


def _are_above(blocks: list[Block]) -> bool:
    """Whether captions with numbers stand above their photos: the first one above the first photo,
    and none below the last."""
    photos = [at for at, block in enumerate(blocks) if isinstance(block, Photos)]
    first = _text(blocks, photos[0] - 1) if photos else None
    number = NUMBERED.match(first.plain) if first else None
    last = _text(blocks, photos[-1] + 1) if photos else None
    is_below = last is not None and NUMBERED.match(last.plain) is not None
    return number is not None and number[1] in ("1", "01") and not is_below


def _is_sure(captions: list[Text], centred: bool) -> bool:
    """Whether captions are no mere words that go on in the line of a photo."""
    is_said = _is_told(captions[0], centred) or find_credit(captions[0].plain) is not None
    return is_said or not captions[0].inline


def _lower(blocks: list[Block], centred: bool) -> None:
    """Put a photo without a caption below the next paragraph, in place, if a caption follows that:
    the photo floats beside a text, and the caption stands below it."""
    for at, photos in enumerate(blocks):
        body, caption = _text(blocks, at + 1), _text(blocks, at + 2)
        if not isinstance(photos, Photos) or photos.captions or not (body and caption):
            continue
        floats = photos.place in ("float", "alone") and _goes_below(caption, [], centred)
        is_others = any(isinstance(block, Photos) for block in blocks[at + 3 : at + 4])
        is_its = (floats or _is_marked(caption)) and not is_others
        if is_its and not _goes_below(body, [], centred):
            blocks[at : at + 2] = [body, photos]


def _text(blocks: list[Block], at: int) -> Text | None:
    """Return the paragraph at a place, if one is there that may be a caption."""
    block = blocks[at] if 0 <= at < len(blocks) else None
    if not isinstance(block, Text) or block.role not in ("text", "caption", "quote"):
        return None
    return block if any(map(str.isalpha, block.plain)) else None  # "***" parts a text


def _above(found: list[Block]) -> Text | None:
    """Return the paragraph above a photo, if it does not stand under another one."""
    under = found[-2] if len(found) > 1 else None
    is_taken = isinstance(under, Photos) and not under.captions
    return None if is_taken else _text(found, len(found) - 1)


def _goes_above(text: Text, found: list[Block]) -> bool:
    # What stands at the beginning in italics, or with a name, is the standfirst, or a byline.
    paragraphs = sum(isinstance(block, Text) for block in found[:-1])
    is_said = text.is_italic or find_credit(text.plain) is not None
    is_one = paragraphs > 1 and is_said and _is_short(text) and not _ends_text(text)
    return _is_marked(text) or is_one


def _goes_below(text: Text | None, captions: list[Text], centred: bool) -> bool:
    if text is None:
        return False
    said = text.plain
    if captions and not begins_with_credit(said):  # the credit may come first
        is_second = len(captions) == 1 and begins_with_credit(captions[0].plain)
        return is_second and _is_short(text) and _is_told(text, centred)
    if captions:
        return find_credit(captions[-1].plain) is None
    if text.role == "caption" or NUMBERED.match(said):
        return True
    is_said = _is_told(text, centred) or find_credit(said) is not None
    return _is_short(text) and (is_said or (text.joined and not _goes_on(text)))


def _goes_on(text: Text) -> bool:
    """Whether words in the line of a photo are rather the rest of the text before it."""
    return text.inline and (text.plain[:1].islower() or not _is_short(text, _MOST_PLAIN))


def _is_told(text: Text, centred: bool) -> bool:
    """Whether its style, a number or its look tells that a short paragraph is a caption."""
    in_middle = text.alignment == "center" and not centred and not text.is_bold
    return _is_marked(text) or text.place == "box" or in_middle or text.is_italic


def _is_marked(text: Text) -> bool:
    return _is_short(text) and (text.role == "caption" or NUMBERED.match(text.plain) is not None)


def _is_short(text: Text, most: int = LONGEST) -> bool:
    return len(text.plain.split()) <= most


def _ends_like_one(blocks: list[Block], at: int) -> bool:
    """Whether a plain paragraph below a photo ends without a stop, and the next one does not: verse
    and addresses go on so, and last of all stands who wrote the text."""
    text, after = _text(blocks, at), blocks[at + 1] if at + 1 < len(blocks) else None
    if text is None or text.role != "text" or text.is_bold or text.alignment == "right":
        return False
    words = len(text.plain.split())
    is_one = _LEAST_PLAIN <= words <= _MOST_PLAIN and _has_no_stop(text)
    goes_on = isinstance(after, Text) and (after.role != "text" or _has_no_stop(after))
    return is_one and isinstance(after, Text | Photos) and not goes_on


def _has_no_stop(text: Text) -> bool:
    return text.plain.rstrip('”"’)]* ')[-1:].isalnum()


# Guesses


def _guess(blocks: list[Block], centred: bool) -> None:
    """Give photos without a caption the short sentence below them, in place, where all others are
    long. The last photos come first: a sentence between photos is the upper one's if the lower
    has its own, and else perhaps the lower one's."""
    captions = [text for each in blocks if isinstance(each, Photos) for text in each.captions]
    if any(_is_told(text, centred) for text in captions):
        return
    without_stop = any(_has_no_stop(t) and find_credit(t.plain) is None for t in captions)
    most = _most_guessed(blocks)
    for above in reversed(range(len(blocks))):
        photos = blocks[above]
        if not isinstance(photos, Photos) or photos.captions or photos.place == "box":
            continue
        at = above + 1
        if photos.place == "float":  # beside this paragraph, if that is not the caption
            body = _text(blocks, at)
            if body is None or _is_short(body, most):
                continue
            at += 1
        text = _text(blocks, at)
        if text is None or not _seems_one(text, most) or not _has_text_above(blocks, above, text):
            continue
        rest = list(islice((b for b in blocks[at + 1 :] if not isinstance(b, Note)), 3))
        if _is_end(rest):
            is_one = (without_stop or not _has_no_stop(text)) and not _signs(text)
        else:
            is_others = photos.place == "float" and isinstance(rest[0], Photos)
            is_one = _parts(rest[0], most) and not is_others
        if is_one:
            credit = _text(blocks, at + 1)
            found = [text, credit] if credit and _goes_below(credit, [text], centred) else [text]
            own = replace(photos, captions=found, perhaps=text.plain)
            blocks[above : at + len(found)] = [*blocks[above + 1 : at], own]


def _most_guessed(blocks: list[Block]) -> int:
    """Return how many words a guessed caption may have: half of what a paragraph usually has."""
    words = [
        len(text.plain.split())
        for above, text in pairwise([None, *blocks])
        if isinstance(text, Text) and _is_plain(text)
        if not (isinstance(above, Photos) or _has_no_stop(text))
    ]
    return min(_MOST_PLAIN, median_low(words) // 2) if len(words) > 1 else 0


def _is_plain(text: Text) -> bool:
    is_apart = text.is_bold or text.alignment == "right" or text.place != "text"
    return text.role == "text" and not is_apart


def _seems_one(text: Text, most: int) -> bool:
    """Whether a paragraph is as short as a caption, and begins and ends as one may."""
    said = text.plain
    is_short = _LEAST_GUESSED <= len(said.split()) <= most
    is_sentence = said.endswith(".") and not said.endswith(("..", "/."))
    ends = is_sentence or _has_no_stop(text)
    is_texts = said[:1].islower() or _AS_TEXTS_BEGIN.match(said) is not None
    return _is_plain(text) and is_short and ends and not is_texts


def _has_text_above(blocks: list[Block], at: int, text: Text) -> bool:
    """Whether sentences stand above a place; a very short text needs no more than a headline."""
    above = [block for block in blocks[:at] if isinstance(block, Text)]
    texts = (each for each in above if each.role not in ("title", "heading"))
    has_sentence = not all(map(_has_no_stop, texts))
    return has_sentence or (bool(above) and _is_short(text, _MOST_BEGINNING))


def _is_end(rest: Sequence[Block]) -> bool:
    """Whether no more follows than a source line and a sign-off, which have no full stop as a
    rule."""
    return len(rest) < 3 and all(
        isinstance(each, Text) and each.role == "text" and (_has_no_stop(each) or _signs(each))
        for each in rest
    )


def _parts(after: Block, most: int) -> bool:
    """Whether a block below a short paragraph parts it from the text."""
    if isinstance(after, Photos):
        return bool(after.captions)
    if not isinstance(after, Text):
        return False
    said = after.plain
    is_long = not _is_short(after, most * 2 // 3)
    is_texts = said[:1].isalpha() and _AS_TEXTS_BEGIN.match(said) is not None  # no dialogue
    return (_is_plain(after) and (is_long or is_texts)) or begins_with_credit(said)


def _signs(text: Text) -> bool:
    """Whether a paragraph names a person or an office, and so may end the text."""
    said = undress(text.plain, {})
    is_person = said is not None and read_signature(said, _NO_LIST) is not None
    return is_person or is_outlet(text.plain, _NO_LIST)


def _upright_at_its_end(text: Text) -> Text:
    """Return a paragraph all in italics with an upright stop: else, below a photo, the bulletin's
    reader would take it for a caption, which it is too long for."""
    *spans, last = text.spans
    stop = last.text[-1:]
    if stop.isalnum() or not stop:
        return text
    ends = [last._replace(text=last.text[:-1]), last._replace(text=stop, italic=False)]
    return replace(text, spans=[*spans, *ends])


def _perhaps(text: Text | None) -> str:
    """Return a paragraph beside a photo that may be its caption."""
    may_be = text and text.role == "text" and _is_short(text, _MOST_PLAIN) and not text.is_bold
    return text.plain if text and may_be else ""


def _bold(text: Text | None) -> str:
    """Return a bold paragraph below a photo that may be its caption, as no heading looks."""
    if text is None or text.role != "text" or text.alignment == "right" or not text.is_bold:
        return ""
    is_one = text.alignment == "center" or text.plain.endswith(".")
    return text.plain if is_one and _is_short(text, _MOST_PLAIN) else ""


def _body_is_centred(blocks: list[Block]) -> bool:
    texts = [block for block in blocks if isinstance(block, Text) and block.role == "text"]
    letters = Counter(
        {side: sum(len(t.plain) for t in texts if t.alignment == side) for side in ("center", "")}
    )
    return letters["center"] > letters[""]


def _boxed(blocks: list[Block]) -> list[Block]:
    """Put text boxes behind floating photos, one each, where as many boxes follow photos in a row
    as there are."""

    def kind(block: Block) -> str:
        floats = isinstance(block, Photos) and block.place in ("float", "alone")
        is_box = isinstance(block, Text) and block.place == "box"
        return "photo" if floats else "box" if is_box else ""

    groups = [(name, list(group)) for name, group in groupby(blocks, kind)]
    for (above, photos), (below, boxes) in pairwise(groups):
        if (above, below) == ("photo", "box") and len(photos) == len(boxes):
            both = [each for pair in zip(photos, boxes, strict=True) for each in pair]
            photos[:], boxes[:] = both[: len(photos)], both[len(photos) :]
    return [block for _, group in groups for block in group]


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
            found[-1] = replace(block, numbers=[*last.numbers, *block.numbers])
        else:
            found.append(block)
    return found
