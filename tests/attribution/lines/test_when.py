from __future__ import annotations

import re
from unittest.mock import patch

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.attribution.lines.when import split_date


@pytest.mark.parametrize(
    ("tail", "date"),
    [
        (", 11/01/2024", "11/01/2024"),
        (" (11/01/2024)", "11/01/2024"),
        (" (11/01/2024 15:30)", "11/01/2024 15:30"),
        (", 15h30 ngày 11/01/2024", "11/01/2024 15:30"),
        (" - Thứ Năm, 11/1/2024, 15:30 (GMT+7)", "11/1/2024 15:30"),
        (", ngày 11-01-2024", "11/01/2024"),
        (", 11.01.2024", "11/01/2024"),
        (", ngày 11 tháng 1 năm 2024", "11/1/2024"),
        (", 2024-01-11", "2024-01-11"),
        (", 2024-01-11T15:30+07:00", "2024-01-11 15:30+07:00"),
        (", số ra ngày 11/01/2024", "11/01/2024"),
        (", đăng lúc 9 giờ 11/01/2024.", "11/01/2024 9:00"),
        (", 31/02/2024", "31/02/2024"),
        (", 31-02-2024", "31-02-2024"),
        (", 11/1/24", "11/1/2024"),
        (", 2024/01/11", "2024-01-11"),
        (", 3 giờ chiều ngày 11/1/2024", "11/1/2024 15:00"),
        (" (Đăng lúc 15:30 - 11.1.2024)", "11/1/2024 15:30"),
        (", T5, 11/1/2024", "11/1/2024"),
        (" - Thứ Hai, 11/1/2024", "Thứ Hai, 11/1/2024"),
    ],
)
def test_a_date_at_the_end_is_split_off(tail: str, date: str) -> None:
    assert split_date(f"Báo Lào Cai{tail}") == ("Báo Lào Cai", date)


@pytest.mark.parametrize("name", ["Hải Đăng", "Nguyễn Thu Ba", "Minh Thu", "Báo 24h", "Hồng Phát"])
def test_a_name_that_is_also_a_word_of_dates_stays_whole(name: str) -> None:
    assert split_date(f"{name}, 11-1-2024") == (name, "11/1/2024")
    assert split_date(f"{name} 11/01/2024") == (name, "11/01/2024")


@pytest.mark.parametrize("text", ["Báo Lào Cai", "Báo 11/01/2024 Lào Cai", "Báo A, 11/1", "VTV1"])
def test_a_text_without_a_date_at_its_end_stays(text: str) -> None:
    assert split_date(text) == (text, None)


def test_brackets_stay_paired_and_words_whole() -> None:
    assert split_date("Báo A (số 5, 11/01/2024)") == ("Báo A (số 5)", "11/01/2024")
    assert split_date("Báo Camera 11/01/2024") == ("Báo Camera", "11/01/2024")
    assert split_date("Báo A số 5: 11/01/2024")[0].startswith("Báo A số 5")


@given(
    st.lists(
        st.sampled_from(["Báo A", "số 5", "15h", "lúc", "Thứ Năm", "Hải Đăng", "(", ")", ","])
    ),
    st.sampled_from(["11/01/2024", "11/1/2024 15:30", "11/01/2024)."]),
)
def test_the_short_way_for_the_usual_form_comes_to_the_same(parts: list[str], date: str) -> None:
    text = " ".join([*parts, date])
    known = split_date(text)
    with patch("plugins.attribution.lines.when._BEHIND_NAME", re.compile("(?!)")):
        assert split_date(text) == known
