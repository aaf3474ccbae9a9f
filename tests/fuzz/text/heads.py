"""Front matter as editors write it."""

from __future__ import annotations

from tests.fuzz.text.words import Draw

_DATES = (
    *(
        "11/01/2024",
        "11/01/2024 15:30",
        "2024-01-11",
        "2024-01-11 15:30",
        "11-1-2024",
        "11.01.2024",
    ),
    *("11/1/24", "15h30 ngày 11/1/2024", "ngày 11 tháng 01 năm 2024", "11/01/2024 - 15:30"),
    *("2024/01/11", "Thứ Năm, 11/01/2024, 15:30", "11/01/2024 15h30", "11/01/2024 08:05"),
)
_SURE_DATES = 4  # the first are read by every version


def head_of(seed: str) -> str:
    """Return a head with the blank line below it; most are without a mistake."""
    draw = Draw(seed)
    lines = [
        f"Title: {draw.capital(draw.between(2, 8))}{draw.one(('', '', ' C#', ' (1): a', '…'))}"
    ]
    dates = _DATES if draw.chance(4) else _DATES[:_SURE_DATES]
    lines.append(f"Date: {draw.one(dates)}")
    more = (
        f"Category: {draw.one(('Thời sự', 'Kinh tế', 'Văn hóa'))}",
        f"Tags: {draw.place()}, {draw.words(2)}; {draw.place()}",
        f"Authors: {draw.person()}{draw.one((',', ' -', ' và', ';'))} {draw.person()}",
        f"Summary: {draw.sentence()}",
        f"Summary: {draw.sentence()}\n  {draw.sentence()}",
        f"Summary: {draw.words(5)},\n{draw.words(5)}.",
        f"Source: {draw.outlet()}",
        f"Source: {draw.outlet()}\nSource_author: {draw.person()}",
        "Status: draft",
        "Modified: 12/01/2024 09:15",
        f"Correction: 13/01/2024: {draw.sentence()}",
        "Lead_photo: a2.jpg",
        f"Slug: bai-so-{draw.number(99)}",
    )
    chosen = {line.split(":")[0]: line for line in (draw.one(more) for _ in range(draw.number(4)))}
    lines += chosen.values()
    if draw.chance(4):
        return "\n".join(["---", *lines, "---"]) + "\n\n"
    return "\n".join(lines) + "\n\n"
