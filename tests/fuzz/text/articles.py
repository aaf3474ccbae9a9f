"""Articles of many kinds, each a list of blocks: the same from the same seed, on every machine."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from tests.fuzz.text.blocks import (
    Block,
    Heading,
    Item,
    Items,
    Lines,
    Paragraph,
    Photo,
    Quote,
    Sign,
    Speech,
    Table,
)
from tests.fuzz.text.room import PHOTOS
from tests.fuzz.text.words import Draw

BULLETS = ("-", "–", "•", "·", "+", "*")
LETTERS = "abcdđeghi"


class Article(NamedTuple):
    """One article: its ``kind``, the number it was drawn by, and its blocks."""

    kind: str
    number: int
    blocks: tuple[Block, ...]


def article(number: int) -> Article:
    """Return article ``number``; all kinds take their turns."""
    kind = list(KINDS)[number % len(KINDS)]
    draw = Draw(f"{kind} {number}")
    return Article(kind, number, tuple(KINDS[kind](draw)))


def articles(count: int) -> list[Article]:
    """Return the first ``count`` articles."""
    return [article(number) for number in range(count)]


# Pieces that several kinds have


def text(draw: Draw, least: int, most: int) -> list[Block]:
    """Some paragraphs."""
    return [Paragraph(draw.paragraph()) for _ in range(draw.between(least, most))]


def intro(draw: Draw) -> Paragraph:
    """A sentence that ends in a colon, above a list or a table."""
    said = draw.one(("Cụ thể như sau", "Nội dung gồm", "Kế hoạch nêu các việc", "Trong đó có"))
    return Paragraph(f"{draw.sentence()} {said}:")


def bullets(draw: Draw, mark: str, least: int = 2) -> Items:
    """A list with one kind of mark."""
    ends = draw.one((";", ".", ""))
    items = [
        Item(mark, f"{draw.capital(draw.between(3, 14))}{ends}")
        for _ in range(draw.between(least, 6))
    ]
    return Items(tuple(items))


def numbered(draw: Draw, pattern: str, first: int = 1) -> Items:
    """A list with numbers or letters; ``pattern`` says what stands round them (``"{})"``)."""
    count = draw.between(2, 6)
    marks = [pattern.format(first + n) for n in range(count)]
    if pattern in ("{}) ", "{}. "):
        marks = [pattern.strip().format(LETTERS[n]) for n in range(count)]
    items = [Item(mark, f"{draw.capital(draw.between(3, 12))}.") for mark in marks]
    return Items(tuple(items))


def nested(draw: Draw, outer: str, inner: str) -> Items:
    """A list with lists in it."""
    items: list[Item] = []
    for number in range(draw.between(2, 4)):
        items.append(Item(outer.format(number + 1), f"{draw.capital(4)}:"))
        items += [Item(inner, f"{draw.capital(5)};", 1) for _ in range(draw.between(1, 3))]
    return Items(tuple(items), draw.one(("  ", "    ") if "{" not in outer else ("   ", "    ")))


def photo(draw: Draw) -> Photo:
    """A photo with its caption, as a rule signed."""
    caption = f"{draw.capital(draw.between(4, 12))}."
    return Photo(draw.one(PHOTOS), caption, draw.person() if draw.chance(2) else "")


def sign(draw: Draw) -> list[Block]:
    """Who wrote it, in one of the ways in which papers say so, or nothing."""
    name, other = draw.person(), draw.person()
    short = " ".join(name.split()[-2:])
    signs = (
        *(name, short, f"{short} - {other}", f"Bài và ảnh: {short}", f"Tin, ảnh: {name}"),
        *(f"Nguồn: {draw.outlet()}", f"Theo {draw.outlet()}", f"{short} (Theo TTXVN)"),
        *("PV", f"{name[0]}.{short[0]} (tổng hợp)"),
    )
    return [] if draw.chance(4) else [Sign(draw.one(signs))]


# Kinds


def _news(draw: Draw) -> list[Block]:
    return [*text(draw, 3, 9), *sign(draw)]


def _meeting(draw: Draw) -> list[Block]:
    blocks = text(draw, 1, 2)
    for _ in range(draw.between(1, 3)):
        blocks += [photo(draw), *text(draw, 1, 3)]
    return [*blocks, *sign(draw)]


def _interview(draw: Draw) -> list[Block]:
    blocks = text(draw, 1, 2)
    dash = draw.one(("-", "–", "—"))
    styles = ("dash asks", "names")
    style = draw.one(styles)
    for _ in range(draw.between(3, 6)):
        question = draw.filled("Thưa ông, {clause}, vậy {clause}?")
        if style == "dash asks":
            blocks += [Speech(dash, question), *text(draw, 1, 2)]
        else:
            answer = f"Ông {draw.person()}: {draw.paragraph(3)}"
            blocks += [Paragraph(f"PV: {question}"), Paragraph(answer)]
    return [*blocks, *sign(draw)]


def _tasks(draw: Draw) -> list[Block]:
    blocks = text(draw, 1, 2)
    for _ in range(draw.between(1, 3)):
        blocks += [intro(draw), _list(draw), *text(draw, 1, 2)]
    return [*blocks, *sign(draw)]


def _list(draw: Draw) -> Items:
    patterns = ("{}.", "{})", "({})", "{}) ", "{}. ")
    way = draw.number(4)
    if way == 0:
        return nested(draw, draw.one(("-", "*", "{}.")), draw.one(("-", "+")))
    if way == 1:
        return numbered(draw, draw.one(patterns), 1 if draw.chance(2) else draw.between(2, 9))
    return bullets(draw, draw.one(BULLETS))


def _law(draw: Draw) -> list[Block]:
    blocks = text(draw, 1, 2)
    first = draw.between(1, 12)
    for number in range(first, first + draw.between(2, 4)):
        blocks.append(Paragraph(f"Điều {number}. {draw.capital(5)}"))
        blocks.append(numbered(draw, "{}."))
        if draw.chance(2):
            blocks += [intro(draw), numbered(draw, "{}) ")]
        blocks.append(Paragraph(draw.paragraph(2)))
    return blocks


def _chronology(draw: Draw) -> list[Block]:
    blocks = [*text(draw, 1, 2), intro(draw)]
    year = draw.between(1930, 1960)
    pattern = draw.one(("{}. {}", "{}: {}", "Năm {}: {}", "{} – {}"))
    for _ in range(draw.between(3, 7)):
        year += draw.between(2, 11)
        blocks.append(Paragraph(pattern.format(year, f"{draw.capital(draw.between(4, 9))}.")))
    return [*blocks, *text(draw, 1, 1)]


def _prices(draw: Draw) -> list[Block]:
    columns = draw.between(2, 4)
    names = ("Mặt hàng", "Giá (đồng/kg)", "So với tuần trước", "Nơi bán")[:columns]
    rows = [tuple(names)]
    for _ in range(draw.between(2, 6)):
        cells = (draw.capital(2), draw.filled("{thousand}"), draw.filled("+{percent}%"))
        rows.append((*cells, draw.place())[:columns])
    styles = ("pipes", "bare pipes", "tabs")
    style = styles[draw.number(3)]
    table = Table(tuple(rows), style)  # type: ignore[arg-type] # one of its literals
    return [*text(draw, 1, 2), intro(draw), table, *text(draw, 1, 3), *sign(draw)]


def _poem(draw: Draw) -> list[Block]:
    blocks: list[Block] = [*text(draw, 0, 1)]
    lengths = draw.one(((6, 8), (5, 5), (7, 7)))
    for _ in range(draw.between(2, 4)):
        verses = [_verse(draw, lengths[n % 2]) for n in range(4)]
        blocks.append(Lines(tuple(verses)))
    return [*blocks, *sign(draw)]


def _verse(draw: Draw, syllables: int) -> str:
    words: list[str] = []
    while len(words) < syllables:
        words += draw.words(1).split()
    line = " ".join(words[:syllables])
    return f"{line[0].upper()}{line[1:]}{draw.one((',', '', '', '.', '…'))}"


def _letter(draw: Draw) -> list[Block]:
    place = draw.place()
    head = Lines(
        (
            f"ỦY BAN NHÂN DÂN XÃ {place.upper()}",
            draw.filled("Số: {number}/TB-UBND"),
            draw.filled("{place}, ngày {day} tháng {month} năm 2024"),
        )
    )
    address = Lines(
        (
            f"Văn phòng UBND xã {place}",
            draw.filled("Số {few}, đường Mẫu, thành phố Lào Cai"),
            draw.filled("Điện thoại: 0214 {many} {many}"),
        )
    )
    return [head, Paragraph("THÔNG BÁO"), *text(draw, 2, 4), Paragraph("Nơi nhận:"), address]


def _recipe(draw: Draw) -> list[Block]:
    things = tuple(
        Item("-", draw.filled("{thing}: {decimal} kg")) for _ in range(draw.between(3, 6))
    )
    return [
        *text(draw, 1, 1),
        Heading("Nguyên liệu"),
        Items(things),
        Heading("Cách làm"),
        numbered(draw, "{}."),
        *text(draw, 1, 2),
        *sign(draw),
    ]


def _sports(draw: Draw) -> list[Block]:
    blocks = [*text(draw, 1, 2), Paragraph("Kết quả các trận đấu:")]
    results = [
        draw.filled(f"{{place}} – {{place}}: {draw.number(6)}-{draw.number(6)}")
        for _ in range(draw.between(3, 6))
    ]
    return [*blocks, Lines(tuple(results)), *text(draw, 1, 3), *sign(draw)]


def _quotation(draw: Draw) -> list[Block]:
    said = Quote(draw.paragraph(2))
    return [*text(draw, 1, 3), said, *text(draw, 1, 3), *sign(draw)]


def _references(draw: Draw) -> list[Block]:
    body = [Paragraph(f"{draw.paragraph(3)[:-1]} [{n + 1}].") for n in range(draw.between(2, 4))]
    lines = [
        draw.filled(f"[{n + 1}] {draw.person()}, {{clause_cap}}, {{year}}, tr. {{many}}")
        for n in range(len(body))
    ]
    return [*body, Paragraph("Tài liệu tham khảo"), Lines(tuple(lines))]


def _report(draw: Draw) -> list[Block]:
    blocks = text(draw, 1, 3)
    for _ in range(draw.between(2, 3)):
        title = draw.capital(draw.between(2, 5))
        blocks.append(Heading(title) if draw.chance(2) else Paragraph(title))
        blocks += text(draw, 1, 4)
        if draw.chance(3):
            blocks.append(photo(draw))
    return [*blocks, *text(draw, 1, 1), *sign(draw)]


def _signs(draw: Draw) -> list[Block]:
    noted = (
        *("{role_cap} {person} (*) {words}.", "Phòng 5*3 m, giá dưới <5% và >2%, {clause}."),
        *("Lớp học C# và C++ mở ở {place} từ {day}/{month}.", "Thư điện tử: ban_tin_{place}."),
        *(
            "Nhóm A&B {words}, tỷ lệ 1:{few}, ~{many} người.",
            "Đáp án {A, B, C} hay [D] đều {words}.",
        ),
    )
    blocks = [
        Paragraph(f"{draw.filled(draw.one(noted))} {draw.paragraph(2)}")
        for _ in range(draw.between(3, 6))
    ]
    return [*blocks, Paragraph("(*) Tên nhân vật đã được thay đổi."), *sign(draw)]


KINDS: dict[str, Callable[[Draw], list[Block]]] = {
    "news": _news,
    "meeting": _meeting,
    "interview": _interview,
    "tasks": _tasks,
    "law": _law,
    "chronology": _chronology,
    "prices": _prices,
    "poem": _poem,
    "letter": _letter,
    "recipe": _recipe,
    "sports": _sports,
    "quotation": _quotation,
    "references": _references,
    "report": _report,
    "signs": _signs,
}
