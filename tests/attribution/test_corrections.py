from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from plugins.attribution.corrections import parse_corrections
from plugins.core.document import Document, Field
from plugins.core.problems import Problem
from plugins.photos import PhotoLibrary


def parse(value: Any, *head: str) -> tuple[list[tuple[str, str]], list[Problem]]:
    lines = ["---", *(head or (f"Correction: {value}",)), "---", "Thân bài"]
    document = Document(
        Path("/goc/bai.md"), PhotoLibrary(Path("/goc")), "bai.md", lines, len(lines)
    )
    found = parse_corrections(Field(value, 2), document)
    return [(each.date.isoformat(), each.text) for each in found], document.problems


MIDNIGHT = "2024-01-12T00:00:00+07:00"
HALF_PAST = "2024-01-12T15:30:00+07:00"


@pytest.mark.parametrize(
    ("value", "moment"),
    [
        ("12/01/2024: Sửa tên.", MIDNIGHT),
        ("Ngày 12/01/2024: Sửa tên.", MIDNIGHT),
        ("12/01/2024. Sửa tên.", MIDNIGHT),
        ("12/01/2024 Sửa tên.", MIDNIGHT),
        ("2024-01-12: Sửa tên.", MIDNIGHT),
        ("12/01/2024 15:30 – Sửa tên.", HALF_PAST),
        ("12/01/2024 15:30: Sửa tên.", HALF_PAST),
        ("12/01/2024 lúc 15h30 - Sửa tên.", HALF_PAST),
        ("2024-01-12 15:30: Sửa tên.", HALF_PAST),
        ("2024-01-12T15:30+07:00 — Sửa tên.", HALF_PAST),
        ("12-1-2024: Sửa tên.", MIDNIGHT),
        ("12.01.24 - Sửa tên.", MIDNIGHT),
        ("Thứ Sáu, 12/01/2024, 15:30: Sửa tên.", HALF_PAST),
        ("15h30 ngày 12/1/2024: Sửa tên.", HALF_PAST),
        ("Ngày 12 tháng 1 năm 2024, Sửa tên.", MIDNIGHT),
        ({"date": "12/01/2024 15:30", "text": "Sửa tên."}, HALF_PAST),
        ([{"Date": "12/01/2024", "Text": "Sửa tên."}], MIDNIGHT),
        ([{"12/01/2024 15:30": "Sửa tên."}], HALF_PAST),
        ([{date(2024, 1, 12): "Sửa tên."}], MIDNIGHT),
    ],
)
def test_every_form_gives_the_date_and_the_text(value: Any, moment: str) -> None:
    assert parse(value) == ([(moment, "Sửa tên.")], [])


def test_a_colon_in_the_text_stays() -> None:
    assert parse("12/01/2024: Số đúng là: 28")[0] == [(MIDNIGHT, "Số đúng là: 28")]
    assert parse("12/01/2024 28 người được khen")[0] == [(MIDNIGHT, "28 người được khen")]


@pytest.mark.parametrize(
    "text", ["Thứ Hai chứ không phải Thứ Ba", "8 giờ chứ không phải 9 giờ", "20 Sa Pa"]
)
def test_a_day_or_a_time_that_the_text_speaks_of_stays_in_it(text: str) -> None:
    assert parse(f"12/01/2024 - {text}") == ([(MIDNIGHT, text)], [])


def test_several_corrections_come_with_the_newest_last() -> None:
    expected = [(MIDNIGHT, "Một."), ("2024-01-14T00:00:00+07:00", "Hai.")]
    assert parse(["14/01/2024: Hai.", "12/01/2024: Một."])[0] == expected
    assert parse("12/01/2024: Một.\n14/01/2024: Hai.")[0] == expected


def test_a_line_without_a_date_goes_on_with_the_one_above() -> None:
    assert parse("12/01/2024: Một\nvà hai.")[0] == [(MIDNIGHT, "Một và hai.")]


@pytest.mark.parametrize(
    ("value", "said"),
    [
        ("Sửa tên.", "không có ngày"),
        ("", "không có ngày"),
        (None, "không có ngày"),
        ("1/2/98: Sửa tên.", "1998 hoặc 2098"),
        ("Thứ Hai, 12/01/2024: Sửa tên.", "Thứ Sáu, không phải Thứ Hai"),
        ("12/01/2024", "không có nội dung"),
        ("12/01/2024:", "không có nội dung"),
        ({"date": "12/01/2024"}, "không có nội dung"),
        ({"text": "Sửa tên."}, "không có ngày"),
        ("31/02/2024: Sửa tên.", "không có thật"),
        ({"date": "hôm qua", "text": "Sửa tên."}, "hôm qua"),
    ],
)
def test_a_missing_or_impossible_part_is_reported(value: Any, said: str) -> None:
    found, problems = parse(value)
    assert found == []
    assert len(problems) == 1
    assert problems[0].level == "error"
    assert said in problems[0].message
    assert problems[0].fix


def test_one_wrong_correction_does_not_hide_another() -> None:
    found, problems = parse(["12/01/2024: Một.", "Hai."])
    assert found == [(MIDNIGHT, "Một.")]
    assert len(problems) == 1


def test_a_problem_is_on_its_own_line() -> None:
    head = ("Correction:", "  - 12/01/2024: Một.", "  - 31/02/2024: Hai.")
    _, problems = parse(["12/01/2024: Một.", "31/02/2024: Hai."], *head)
    assert [problem.line for problem in problems] == [4]
