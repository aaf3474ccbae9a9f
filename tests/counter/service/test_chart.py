from __future__ import annotations

import re
from datetime import UTC, date, datetime, timedelta
from xml.etree import ElementTree

from plugins.counter.service.chart import DAYS, WEEKS, Bar, by_day, by_week, chart
from plugins.counter.service.export import as_csv, as_json
from plugins.counter.service.ledgers.ledger import Books, Import

TODAY = date(2026, 1, 2)
BOOKS = Books(
    days=((date(2020, 1, 1), 9), (date(2025, 12, 28), 5), (date(2025, 12, 29), 3), (TODAY, 1200)),
    imports=(Import(50_000, date(2019, 12, 31), datetime(2020, 1, 1, tzinfo=UTC)),),
)


def test_every_day_has_a_bar_also_one_without_a_visit() -> None:
    bars = by_day(BOOKS, TODAY)
    assert len(bars) == DAYS
    assert bars[-1] == Bar("02/01", 1200)
    assert bars[-2] == Bar("01/01", 0)
    assert bars[-6] == Bar("28/12", 5)


def test_a_week_is_the_sum_of_its_days_across_a_year() -> None:
    bars = by_week(BOOKS, TODAY)
    assert len(bars) == WEEKS
    assert bars[-2:] == [Bar("22/12", 5), Bar("29/12", 1203)]


def test_the_page_draws_every_bar_in_scale_and_says_its_number() -> None:
    page = chart(BOOKS, TODAY)
    drawings = re.findall(r"<svg.*?</svg>", page, re.DOTALL)
    days = ElementTree.fromstring(drawings[0])
    bars = days.findall("rect")
    assert len(bars) == DAYS
    assert bars[-1].findtext("title") == "02/01: 1.200 lượt"
    assert (bars[-1].get("height"), bars[-2].get("height")) == ("160", "0")
    assert "Tất cả: <strong>51.217</strong> lượt, gồm 50.000 lượt của bộ đếm cũ." in page
    assert "<script" not in page
    assert "http" not in page


def test_books_without_a_visit_are_drawn_too() -> None:
    page = chart(Books((), ()), TODAY)
    assert "Tất cả: <strong>0</strong> lượt." in page


def test_the_days_are_lines_of_a_table() -> None:
    assert as_csv(BOOKS).splitlines()[:2] == ["day,visits", "2020-01-01,9"]
    assert '"total": 51217' in as_json(BOOKS)


def test_every_day_of_the_chart_is_another_day() -> None:
    labels = [bar.label for bar in by_day(BOOKS, TODAY)]
    assert labels == [f"{TODAY - timedelta(days=ago):%d/%m}" for ago in range(DAYS - 1, -1, -1)]
