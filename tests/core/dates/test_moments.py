from __future__ import annotations

import unicodedata
from datetime import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.core.dates.date import TIME_ZONE, parse_date
from plugins.core.dates.moments import read_plainly, split_leading, split_trailing
from plugins.core.errors import DateError


@pytest.mark.parametrize(
    "text",
    [
        "11-1-2024",
        "11 - 1 - 2024",
        "11–01–2024",
        "11.01.2024",
        "11.1.2024.",
        "11/1/24",
        "11-01-24",
        "11.1.24",
        "11/ 1/ 2024",
        "11\\1\\2024",
        "2024/01/11",
        "2024.1.11",
        "20240111",
        "11012024",
        "11 01 2024",
        "11/1 2024",
        "ngày 11 tháng 01 năm 2024",
        "Ngày 11 tháng 1 năm 24",
        "11 tháng 1, 2024",
        "11 tháng Một 2024",
        "ngày 11/1 năm 2024",
        "11 thg 1, 2024",
        "NGÀY 11 THÁNG 1 NĂM 2024",
        "11 Jan 2024",
        "11th January, 2024",
        "January 11, 2024",
        "Thứ Năm, 11/01/2024",
        "Thứ năm ngày 11 tháng 1 năm 2024",
        "thứ 5, 11/1/2024",
        "Thứ 5 ngày 11-1-2024",
        "T5, 11/01/2024",
        "T.5 11/01/2024",
        "11/01/2024 (Thứ Năm)",
        "Thursday, 11 January 2024",
        "thu nam, 11/1/2024",
        '"11/01/2024"',
        "“11/01/2024”",
        "(11/01/2024)",
        "１１／０１／２０２４",
        "11/01/2024,",
        "11\u00a0tháng\u00a01\u00a0năm\u00a02024",
    ],
)
def test_a_date_that_can_mean_one_day_only_is_that_day(text: str) -> None:
    for form in ("NFC", "NFD"):
        assert parse_date(unicodedata.normalize(form, text)) == datetime(
            2024, 1, 11, tzinfo=TIME_ZONE
        )


@pytest.mark.parametrize(
    ("text", "hour", "minute"),
    [
        ("11/01/2024 - 15:30", 15, 30),
        ("11/01/2024 | 15:30", 15, 30),
        ("11/01/2024, 15h30", 15, 30),
        ("11/01/2024 lúc 15 giờ 30 phút", 15, 30),
        ("11/01/2024 lúc 15h30'", 15, 30),
        ("11.1.2024 15.30", 15, 30),
        ("15.30 11.1.2024", 15, 30),
        ("15h30 ngày 11/1/2024", 15, 30),
        ("15:30, 11/01/2024", 15, 30),
        ("15:30 11-1-24", 15, 30),
        ("15 giờ 30, Thứ Năm, 11/01/2024", 15, 30),
        ("Thứ Năm, 11/01/2024, 15:30", 15, 30),
        ("Thứ Năm, ngày 11/01/2024 | 15:30 GMT+7", 15, 30),
        ("11/01/2024, thứ Năm, 15:30", 15, 30),
        ("11/01/2024 15:30 (GMT+7)", 15, 30),
        ("11/01/2024 15:30 UTC+07:00", 15, 30),
        ("11/01/2024 08:30 UTC", 15, 30),
        ("11/01/2024 15:30, giờ Việt Nam", 15, 30),
        ("11-01-2024T15:30:00+07:00", 15, 30),
        ("Thu, 11 Jan 2024 15:30:00 +0700", 15, 30),
        ("11/01/2024 3:30 PM", 15, 30),
        ("11/01/2024 3:30:00 CH", 15, 30),
        ("11/01/2024 15：30", 15, 30),
        ("Cập nhật lúc 15:30 ngày 11/01/2024", 15, 30),
        ("11/01/2024 3pm", 15, 0),
        ("3 giờ chiều 11/01/2024", 15, 0),
        ("3 giờ rưỡi chiều ngày 11/1/2024", 15, 30),
        ("11/01/2024, 8 giờ sáng", 8, 0),
        ("11/01/2024, 2 giờ rạng sáng", 2, 0),
        ("11/01/2024, 12 giờ trưa", 12, 0),
        ("11/01/2024, 1 giờ trưa", 13, 0),
        ("11/01/2024, 7 giờ 05 tối", 19, 5),
        ("11/01/2024, 10 giờ đêm", 22, 0),
        ("11/01/2024 12:30 AM", 0, 30),
        ("11/01/2024 12:30 PM", 12, 30),
        ("11/01/2024 15:30 chiều", 15, 30),
        ("11/01/2024 8 giờ 5 phút", 8, 5),
        ("9 giờ 11 tháng 1 năm 2024", 9, 0),
        ("9h 11-1-2024", 9, 0),
    ],
)
def test_a_time_may_stand_before_or_behind_the_day(text: str, hour: int, minute: int) -> None:
    assert parse_date(text) == datetime(2024, 1, 11, hour, minute, tzinfo=TIME_ZONE)


@pytest.mark.parametrize(
    ("text", "weekday"),
    [
        ("Thứ Hai, 8/1/2024", 0),
        ("thứ ba 9/1/2024", 1),
        ("T4 10/1/2024", 2),
        ("Thứ sáu, 12/1/2024", 4),
        ("thứ 7, 13/1/2024", 5),
        ("Thứ Bảy, 13/1/2024", 5),
        ("CN, 14/1/2024", 6),
        ("C.N 14/1/2024", 6),
        ("Chủ nhật, ngày 14/1/2024", 6),
        ("Sunday, 14/1/2024", 6),
        ("14/1/2024", None),
    ],
)
def test_the_weekday_is_told_apart(text: str, weekday: int | None) -> None:
    plain = read_plainly(text)
    assert plain is not None
    assert plain.weekday == weekday


@pytest.mark.parametrize(
    "text",
    [
        "01/2024",
        "11/2024/01",
        "2024",
        "hôm qua",
        "1/2/3",
        "11-12/01/2024",
        "11/01/2024 - 12/01/2024",
        "11/01/20245",
        "11/01/2024 âm lịch",
        "rằm tháng Giêng 2024",
        "quý 1/2024",
        "sáng 11/01/2024",
        "11/01/2024 lúc",
        "11/01/2024 15:30 x",
        "11/01/2024 8:00-10:00",
        "11/01/2024 8:00 - 10:00",
        "11/01/2024 12 giờ đêm",
        "11/01/2024 3 giờ đêm",
        "11/01/2024 15:30 AM",
        "Thứ 8, 11/01/2024",
        "Thu 11/01/2024",
        "½/1/2024",
        "Jan 2024",
        "",
    ],
)
def test_what_can_mean_two_things_or_nothing_is_not_read(text: str) -> None:
    assert read_plainly(text) is None


def test_two_digits_are_a_year_of_this_century_up_to_68() -> None:
    assert parse_date("11/1/00").year == 2000
    assert parse_date("11/1/68").year == 2068
    with pytest.raises(DateError) as error:
        parse_date("11/1/69")
    assert error.value.message == "năm “69” có thể là 1969 hoặc 2069"
    assert error.value.fix == "Viết năm đủ bốn chữ số, ví dụ 11/01/2024."


def test_the_day_comes_first_wherever_the_year_does_not() -> None:
    assert parse_date("2-3-24") == parse_date("2.3.2024") == parse_date("2024/3/2")
    assert parse_date("24-01-11") == datetime(2011, 1, 24, tzinfo=TIME_ZONE)


@pytest.mark.parametrize(
    ("text", "date", "rest"),
    [
        ("12-1-2024: Sửa", "12-1-2024", ": Sửa"),
        ("Ngày 12/1/24, 15h30 – Sửa", "Ngày 12/1/24, 15h30", " – Sửa"),
        ("12/01/2024 - 8 giờ là sai", "12/01/2024", " - 8 giờ là sai"),
        ("Sửa ngày 12/01/2024", "", "Sửa ngày 12/01/2024"),
    ],
)
def test_a_leading_date_is_split_off_with_its_time(text: str, date: str, rest: str) -> None:
    assert split_leading(text) == (date, rest)


@given(
    st.text(st.sampled_from("ngàyThứHai CN11/1-2024.98h:giờ(),–")), st.sampled_from(["", "Báo "])
)
def test_what_is_split_off_the_end_is_all_that_is_missing(text: str, before: str) -> None:
    rest, date = split_trailing(before + text)
    assert (before + text).startswith(rest)
    assert (before + text).endswith(date)
    assert not set((before + text)[len(rest) : len(before + text) - len(date)]) - set(" ,;|([-–—")
