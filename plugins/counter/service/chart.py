"""A page for editors: visits by day and by week as bars, without a script."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from typing import NamedTuple

from plugins.counter.service.ledgers.ledger import Books
from plugins.counter.stats import grouped, monday

DAYS, WEEKS = 30, 26
_HEIGHT, _WIDTH, _GAP = 160, 20, 4
_PAGE = """<!doctype html>
<html lang="vi">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>Thống kê truy cập</title>
<style>
body {{ max-width: 60rem; margin: 2rem auto; padding: 0 1rem; font: 1rem/1.5 system-ui, sans-serif; }}
svg {{ width: 100%; height: auto; }}
rect {{ fill: #1a5fb4; }}
text {{ font-size: 11px; text-anchor: middle; }}
</style>
<h1>Thống kê truy cập</h1>
<p>Tất cả: <strong>{total}</strong> lượt{imported}.</p>
{charts}
</html>
"""  # noqa: E501 - a rule of CSS a line


class Bar(NamedTuple):
    """A bar: what it is called, and how many visits."""

    label: str
    visits: int


def by_day(books: Books, today: date) -> list[Bar]:
    """Return the last ``DAYS`` days, the oldest first; days without a visit too."""
    visits = dict(books.days)
    days = [today - timedelta(days=ago) for ago in reversed(range(DAYS))]
    return [Bar(f"{day:%d/%m}", visits.get(day, 0)) for day in days]


def by_week(books: Books, today: date) -> list[Bar]:
    """Return the last ``WEEKS`` weeks by their Monday, the oldest first."""
    mondays = [monday(today) - timedelta(weeks=ago) for ago in reversed(range(WEEKS))]
    sums = dict.fromkeys(mondays, 0)
    for day, visits in books.days:
        if monday(day) in sums:
            sums[monday(day)] += visits
    return [Bar(f"{first:%d/%m}", visits) for first, visits in sums.items()]


def chart(books: Books, today: date) -> str:
    """Return the page (HTML)."""
    total = sum(visits for _, visits in books.days) + books.imported
    imported = f", gồm {grouped(books.imported)} lượt của bộ đếm cũ" if books.imports else ""
    charts = [
        f"<h2>{DAYS} ngày qua</h2>\n{_svg(by_day(books, today), 'Số lượt theo ngày')}",
        f"<h2>{WEEKS} tuần qua, theo ngày thứ Hai</h2>\n"
        f"{_svg(by_week(books, today), 'Số lượt theo tuần')}",
    ]
    return _PAGE.format(total=grouped(total), imported=imported, charts="\n".join(charts))


def _svg(bars: Sequence[Bar], title: str) -> str:
    """Draw the bars; the exact number is each bar's own title, read out and shown on hover."""
    top = max(*(bar.visits for bar in bars), 1)
    step = _WIDTH + _GAP
    drawn = []
    for index, bar in enumerate(bars):
        height = round(bar.visits / top * _HEIGHT)
        text = f"{bar.label}: {grouped(bar.visits)} lượt"
        drawn.append(
            f'<rect x="{index * step}" y="{_HEIGHT - height}" width="{_WIDTH}" '
            f'height="{height}"><title>{text}</title></rect>'
        )
        if index % 3 == len(bars) % 3 - 1 or index == len(bars) - 1:
            place = index * step + _WIDTH // 2
            drawn.append(f'<text x="{place}" y="{_HEIGHT + 14}">{bar.label}</text>')
    box = f"0 0 {len(bars) * step} {_HEIGHT + 20}"
    return (
        f'<svg viewBox="{box}" role="img" aria-label="{title}, cao nhất {grouped(top)}">\n'
        + "\n".join(drawn)
        + "\n</svg>"
    )
