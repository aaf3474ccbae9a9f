from __future__ import annotations

import locale
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.core.dates.date import (
    TIME_ZONE,
    format_full,
    format_iso,
    format_short,
    format_timed,
    parse_date,
)
from plugins.core.errors import DateError

# Before 1976 Saigon had offsets with seconds, which RFC 3339 cannot write.
DECADES = (datetime(1976, 1, 1), datetime(9000, 1, 1))  # noqa: DTZ001 - bounds, as hypothesis asks


def moment(*parts: int) -> datetime:
    return datetime(*parts, tzinfo=TIME_ZONE)  # type: ignore[arg-type, misc] # parts hold no zone


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2024-01-11", moment(2024, 1, 11)),
        ("2024-01-11 15:30", moment(2024, 1, 11, 15, 30)),
        ("2024-01-11T15:30:20", moment(2024, 1, 11, 15, 30, 20)),
        ("2024-01-11 15:30+07:00", moment(2024, 1, 11, 15, 30)),
        ("2024-01-11 20:30Z", moment(2024, 1, 12, 3, 30)),
        ("11/01/2024", moment(2024, 1, 11)),
        ("1/2/2024", moment(2024, 2, 1)),
        (" 11/01/2024   15:30 ", moment(2024, 1, 11, 15, 30)),
        ("11/01/2024, 15:30", moment(2024, 1, 11, 15, 30)),
        ("11/01/2024 15h30", moment(2024, 1, 11, 15, 30)),
        ("11/01/2024 8 giờ 05", moment(2024, 1, 11, 8, 5)),
        ("11/01/2024 8h", moment(2024, 1, 11, 8)),
        ("29/02/2024", moment(2024, 2, 29)),
        ("11-1-2024", moment(2024, 1, 11)),
        ("Thứ Năm, 11/01/2024, 15:30", moment(2024, 1, 11, 15, 30)),
    ],
)
def test_a_date_is_read_with_the_day_first_in_vietnams_time(text: str, expected: datetime) -> None:
    assert parse_date(text) == expected
    assert parse_date(text).tzinfo == TIME_ZONE


@pytest.mark.parametrize(
    "text",
    [
        "31/02/2024",
        "29/02/2023",
        "2024-13-01",
        "01/13/2024",
        "0/1/2024",
        "11/01/2024 25:00",
        "11/01/2024 15:60",
        "11-01-98",
        "11-2024-01",
        "01/2024",
        "hôm qua",
        "",
        "2024",
        "11/01/2024 15:",
        "11/01/0202",
        "2024-01-11 15:30+99:00",
        "9999-12-31 23:59-07:00",
        "11/01/2024 08:00-10:00",
        "Thứ Hai, 11/01/2024",
    ],
)
def test_an_impossible_or_unclear_date_is_an_error_and_never_a_guess(text: str) -> None:
    with pytest.raises(DateError) as error:
        parse_date(text)
    assert "11/01/2024" in error.value.fix


def test_a_weekday_that_does_not_fit_is_an_error_with_both_readings() -> None:
    with pytest.raises(DateError) as error:
        parse_date("Thứ Hai, 11/01/2024, 15:30")
    assert error.value.message == "ngày 11/01/2024 là Thứ Năm, không phải Thứ Hai"
    assert error.value.fix == (
        "Nếu đúng ngày thì viết “Thứ Năm, 11/01/2024”; nếu đúng Thứ Hai thì sửa ngày, ví dụ "
        "08/01/2024 hoặc 15/01/2024."
    )


def test_a_weekday_is_that_of_the_place_where_the_time_is_said() -> None:
    assert parse_date("Thu, 11 Jan 2024 20:30:00 GMT") == moment(2024, 1, 12, 3, 30)


def test_a_long_text_is_cut_in_the_message() -> None:
    with pytest.raises(DateError) as error:
        parse_date("x" * 5000)
    assert len(error.value.message) < 150


def test_a_date_is_shown_with_its_weekday_in_vietnamese() -> None:
    assert format_full(moment(2024, 1, 11, 15, 30)) == "Thứ Năm, 11/01/2024, 15:30"
    assert format_full(moment(2024, 1, 14)) == "Chủ Nhật, 14/01/2024"
    assert format_short(moment(2024, 1, 1)) == "01/01/2024"


def test_the_machines_locale_changes_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    before = locale.setlocale(locale.LC_TIME)
    monkeypatch.setenv("TZ", "America/New_York")
    try:
        locale.setlocale(locale.LC_TIME, "C")
        assert format_full(moment(2024, 1, 8, 7)) == "Thứ Hai, 08/01/2024, 07:00"
    finally:
        locale.setlocale(locale.LC_TIME, before)


def test_an_hour_that_came_twice_keeps_its_two_offsets() -> None:
    # On 12 June 1975 the south put its clocks back by an hour (tz database, Asia/Ho_Chi_Minh).
    first, second = (moment(1975, 6, 12, 23, 30).replace(fold=fold) for fold in (0, 1))
    assert first == second
    assert format_iso(first) == "1975-06-12T23:30:00+08:00"
    assert format_iso(second) == "1975-06-12T23:30:00+07:00"


@given(st.datetimes(*DECADES, timezones=st.just(TIME_ZONE)))
def test_what_is_shown_can_be_read_again(when: datetime) -> None:
    when = when.replace(microsecond=0)
    assert parse_date(format_iso(when)) == when
    shown = when.replace(second=0)
    assert parse_date(format_full(when)) in (shown, shown.replace(fold=1 - shown.fold))


PIECES = (
    "11", "1", "2024", "24", "98", "/", "-", ".", ":", ",", "h", "giờ", "15", "30", "99", "ngày",
    "tháng", "năm", "Thứ", "T5", "CN", "Năm", "Hai", "chiều", "đêm", "PM", "GMT", "+07:00",
    "-10:00", "(", ")", "“", "Jan", "May", "lúc", "Z", "T", "20240111", "½", "１", "\u00a0", " ",
    "'",
)  # fmt: skip


@given(st.lists(st.sampled_from(PIECES)).map("".join) | st.text())
def test_whatever_is_written_is_a_date_or_an_error_with_a_fix(text: str) -> None:
    try:
        said = str(parse_date(text).tzinfo)
    except DateError as error:
        said = error.message and error.fix
    assert said


def test_time_and_day_are_said_without_midnight() -> None:
    assert format_timed(datetime(2024, 1, 14, 19, 30, tzinfo=TIME_ZONE)) == "19:30, 14/01/2024"
    assert format_timed(datetime(2024, 1, 14, tzinfo=TIME_ZONE)) == "14/01/2024"
    assert format_timed(datetime(2024, 1, 14, 18, 5, tzinfo=UTC)) == "01:05, 15/01/2024"
