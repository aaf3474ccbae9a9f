"""The block "Thống kê truy cập" as a template needs it, and its settings."""

from __future__ import annotations

from dataclasses import dataclass
from html import escape
from typing import NamedTuple

from plugins.core.errors import SettingsError
from plugins.counter.stats import Stats, grouped

ROWS = ("online", "today", "week", "total")


@dataclass(frozen=True)
class CounterSettings:
    """``COUNTER`` in ``pelicanconf.py``. ``endpoint`` is where the service answers, with a
    slash at its end: a path of the site, or an absolute address; empty, pages ask nobody.
    ``known`` is the file with the last known numbers. ``rows`` are those that are shown,
    in this order; ``title`` stands in for the theme's own. ``enabled`` leaves the block out.
    """

    enabled: bool = True
    endpoint: str = ""
    title: str = ""
    rows: tuple[str, ...] = ROWS
    known: str = ""

    def __post_init__(self) -> None:
        if unknown := [row for row in self.rows if row not in ROWS]:
            raise SettingsError(
                "COUNTER['rows']",
                f"có dòng không biết: {unknown[0]!r}",
                f"Chỉ dùng được: {', '.join(ROWS)}.",
            )
        if self.endpoint and not self.endpoint.endswith("/"):
            raise SettingsError(
                "COUNTER['endpoint']",
                f"phải kết thúc bằng dấu /, không phải {self.endpoint!r}",
                f'Ghi "{self.endpoint}/".',
            )


class WidgetRow(NamedTuple):
    """A line of the block: which number, and its text, empty while nothing is known."""

    name: str
    text: str


class Widget(NamedTuple):
    """What the template shows: ``as_of`` is the day of the embedded numbers (``23/11/2026``),
    empty without any; ``endpoint`` goes into ``data-counter``, and ``pixel`` into the page
    as it is.
    """

    title: str
    rows: tuple[WidgetRow, ...]
    as_of: str
    endpoint: str
    pixel: str


def widget(settings: CounterSettings, known: Stats | None) -> Widget | None:
    """Return the block, or ``None`` where there is nothing to show and nobody to ask."""
    if not settings.enabled or not (settings.endpoint or known):
        return None
    numbers = {} if known is None else {"online": known.online, **known.totals._asdict()}
    return Widget(
        title=settings.title,
        rows=tuple(
            WidgetRow(name, grouped(numbers[name]) if name in numbers else "")
            for name in settings.rows
        ),
        as_of=f"{known.as_of:%d/%m/%Y}" if known else "",
        endpoint=settings.endpoint,
        pixel=pixel(settings.endpoint),
    )


def pixel(endpoint: str) -> str:
    """Return what counts a reader without scripts (HTML), empty without an endpoint."""
    if not endpoint:
        return ""
    address = escape(f"{endpoint}p.gif")
    return f'<noscript><img src="{address}" alt="" width="1" height="1"></noscript>'
