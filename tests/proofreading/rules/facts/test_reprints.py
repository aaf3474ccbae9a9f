from __future__ import annotations

import pytest

from plugins.proofreading.rules.facts import reprints
from tests.proofreading.conftest import Find, Found

URL = "Source_url: https://baolaocai.example/a.html"


def text(*head: str, end: str = "", date: str = "11/01/2024 15:30") -> str:
    lines = "\n".join(["Title: Chợ phiên", f"Date: {date}", *head])
    return f"{lines}\n\nTừ năm giờ sáng, các ngả đường đã đầy người.\n{end and chr(10) + end}\n"


def codes(found: list[Found]) -> list[tuple[str, int]]:
    return [(one.code, one.line) for one in found]


def test_a_reprint_without_time_and_link_is_told_once_at_its_source(find: Find) -> None:
    assert codes(find(reprints, text("Source: Báo Lào Cai"))) == [("NGUON15", 3)]
    found = find(reprints, text(end="Nguồn: Trần Tuấn Ngọc, Báo Lào Cai điện tử"))
    assert found == [("NGUON15", 6, 1, "Nguồn: Trần Tuấn Ngọc, Báo Lào Cai điện tử", None)]


@pytest.mark.parametrize("head", [[URL], ["Source_date: 11/01/2024 10:00"]])
def test_what_is_missing_is_told_where_the_other_is_said(find: Find, head: list[str]) -> None:
    assert codes(find(reprints, text("Source: Báo Lào Cai", *head))) == [("NGUON15", 3)]


@pytest.mark.parametrize(
    "end",
    [
        "",
        "Bài và ảnh: Thu Hà",
        "Nguồn: [Báo Lào Cai](https://baolaocai.example/a.html), 11/01/2024 10:00",
    ],
)
def test_a_whole_source_or_none_is_right(find: Find, end: str) -> None:
    assert find(reprints, text(end=end)) == []


def test_what_is_the_newsrooms_own_is_no_reprint(find: Find) -> None:
    own = text("Source: Bản tin  lào cai")
    assert find(reprints, own, own=("Bản tin Lào Cai",)) == []
    both = text("Source: [Bản tin Lào Cai, Báo Lào Cai]")
    assert codes(find(reprints, both, own=("Bản tin Lào Cai",))) == [("NGUON15", 3)]


@pytest.mark.parametrize(
    ("first", "date", "is_told"),
    [
        ("11/01/2024 14:31", "11/01/2024 15:30", True),
        ("11/01/2024 14:30", "11/01/2024 15:30", False),
        ("11/01/2024 16:00", "11/01/2024 15:30", True),  # it was not there yet
        ("11/01/2024", "11/01/2024 15:30", False),
        ("11/01/2024 15:00", "11/01/2024", False),
        ("12/01/2024", "11/01/2024 15:30", True),
    ],
)
def test_a_reprint_comes_an_hour_after_its_source(
    find: Find, first: str, date: str, *, is_told: bool
) -> None:
    head = ["Source: Báo Lào Cai", URL, f"Source_date: {first}"]
    assert codes(find(reprints, text(*head, date=date))) == [("NGUON16", 3)] * is_told
