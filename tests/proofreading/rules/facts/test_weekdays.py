from __future__ import annotations

import pytest

from plugins.proofreading.rules.facts import weekdays
from tests.proofreading.conftest import Find

HEAD = "Title: Chợ phiên\nDate: 16/01/2024 08:00\n\n"


@pytest.mark.parametrize(
    ("line", "words", "column"),
    [
        ("Lễ hội mở từ thứ Ba, ngày 15/1/2024.", "15/1/2024", 27),
        ("Chủ nhật 15-1-2024, chợ họp.", "15-1-2024", 10),
        ("Hẹn gặp vào CN (ngày 15.1.2024).", "15.1.2024", 22),
        ("Từ 20h thứ ba ngày 15/1/2024 trên sóng.", "15/1/2024", 20),
        ("Sáng 15/1/2024 (thứ Ba), đoàn lên đường.", "15/1/2024", 6),
        ("Ngày 15 tháng 1 năm 2024 là chủ nhật.", "15 tháng 1 năm 2024", 6),
        ("**Thứ Ba**, ngày 15/1/2024.", "15/1/2024", 18),
        ("Mở cửa *thứ Ba* (15/1/2024).", "15/1/2024", 18),
        ("Từ thứ  Ba, ngày\u00a015/1/2024.", "15/1/2024", 18),
        ("THỨ BA, NGÀY 15/1/2024.", "15/1/2024", 14),
        ("Ngày 15/1/2024 (**thứ Ba**), đoàn đi.", "15/1/2024", 6),
        ("Chợ phiên họp đến hết ngày 31/4.", "31/4", 28),
        ("Ngày 31 tháng 6, lúa trổ bông.", "31 tháng 6", 6),
        ("Hạn cuối là 15/13/2024.", "15/13/2024", 13),
        ("Sinh ngày 29/2/2023.", "29/2/2023", 11),
    ],
)
def test_a_weekday_or_a_day_that_was_not_is_found(
    find: Find, line: str, words: str, column: int
) -> None:
    assert find(weekdays, f"Một đoạn.\n\n{line}\n") == [("SOAT08", 3, column, words, None)]


@pytest.mark.parametrize(
    "line",
    [
        "Lễ hội mở từ thứ Hai, ngày 15/1/2024.",
        "**Thứ Hai**, ngày\u00a015/1/2024, THỨ HAI, NGÀY 15/1/2024.",
        "Kỳ họp thứ 5, ngày 15/1/2024.",
        "Họp lần thứ hai ngày 16/1/2024.",
        "Văn bản số 100/TTg - CN ngày 16/1/2024.",
        "Nghỉ từ thứ Bảy đến Chủ nhật (15/1 đến 21/1/2024).",
        "Cúng bản ngày 30/2 âm lịch.",
        "Ngày 9/2/2024 (tức ngày 30/12 âm lịch), thứ Sáu.",
        "Nhiệt độ từ 31-34 độ, 3/4 số hộ, tỉ số 3-1, 24/7, ngày 25-26.",
        "Nghị định 42/2022/NĐ-CP, số 31/2/QĐ.",
        "Sinh ngày 29/2/2024, mất ngày 30/4.",
        "Anh đến ngày 31/12/1999.",
    ],
)
def test_what_is_right_or_no_date_is_passed_over(find: Find, line: str) -> None:
    assert find(weekdays, f"Một đoạn.\n\n{line}\n") == []


@pytest.mark.parametrize(
    ("line", "is_found"),
    [
        ("Sáng thứ Hai (15/1), chợ họp.", False),
        ("Sáng thứ Ba (15/1), chợ họp.", True),
        ("Thứ Năm tuần tới (25/12) là lễ.", True),
        ("Thứ Hai (25/12) vừa rồi là lễ.", False),  # of 2023, which is nearer
        ("Thứ Tư (25/12) tới là lễ.", False),  # of 2024
        ("Năm 2019, vào thứ Ba (15/1), cầu sập.", False),  # the paragraph names the year
    ],
)
def test_a_date_without_a_year_is_near_the_articles(
    find: Find, line: str, *, is_found: bool
) -> None:
    assert bool(find(weekdays, f"{HEAD}{line}\n")) == is_found


def test_without_a_date_of_the_article_no_year_is_guessed(find: Find) -> None:
    assert find(weekdays, "Sáng thứ Ba (15/1), chợ họp.\n") == []


def test_titles_and_standfirsts_are_looked_at_too(find: Find) -> None:
    text = "Title: Hội mở thứ Ba, 15/1/2024\nSummary: Hết ngày 31/4\n\nThân bài.\n"
    assert [one[:4] for one in find(weekdays, text)] == [
        ("SOAT08", 1, 23, "15/1/2024"),
        ("SOAT08", 2, 19, "31/4"),
    ]
