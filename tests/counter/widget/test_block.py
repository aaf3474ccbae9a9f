from __future__ import annotations

from datetime import datetime

import pytest
import rjsmin

from plugins.core.errors import SettingsError
from plugins.core.settings import load_settings
from plugins.counter.clock import TIME_ZONE
from plugins.counter.stats import Stats, Totals
from plugins.counter.widget.block import CounterSettings, Widget, WidgetRow, widget
from tests.conftest import ROOT

SCRIPT = ROOT / "theme" / "static" / "js" / "visitor_counter.js"
KNOWN = Stats(12, Totals(345, 6789, 1234567), datetime(2026, 11, 23, 8, 5, tzinfo=TIME_ZONE))


def test_the_script_is_at_most_600_bytes() -> None:
    assert len(rjsmin.jsmin(SCRIPT.read_text(encoding="utf-8")).encode()) <= 600


def test_the_last_known_numbers_are_shown_with_their_day() -> None:
    settings = CounterSettings(endpoint="/tk/v1/")
    assert widget(settings, KNOWN) == Widget(
        title="",
        rows=(
            WidgetRow("online", "12"),
            WidgetRow("today", "345"),
            WidgetRow("week", "6.789"),
            WidgetRow("total", "1.234.567"),
        ),
        as_of="23/11/2026",
        endpoint="/tk/v1/",
        pixel='<noscript><img src="/tk/v1/p.gif" alt="" width="1" height="1"></noscript>',
    )


def test_without_numbers_the_rows_are_there_and_empty() -> None:
    made = widget(CounterSettings(endpoint="/tk/v1/", rows=("total",)), None)
    assert made is not None
    assert (made.rows, made.as_of) == ((WidgetRow("total", ""),), "")


def test_without_an_endpoint_the_block_shows_what_is_known_or_is_left_out() -> None:
    assert widget(CounterSettings(), None) is None
    made = widget(CounterSettings(), KNOWN)
    assert made is not None
    assert (made.endpoint, made.pixel) == ("", "")
    assert made.rows[-1].text == "1.234.567"


def test_the_block_can_be_switched_off() -> None:
    assert widget(CounterSettings(enabled=False, endpoint="/tk/v1/"), KNOWN) is None


@pytest.mark.parametrize(
    ("values", "named"),
    [({"rows": ["month"]}, "month"), ({"endpoint": "/tk/v1"}, "dấu /"), ({"titel": ""}, "titel")],
)
def test_a_wrong_setting_is_named(values: dict[str, object], named: str) -> None:
    with pytest.raises(SettingsError, match=named):
        load_settings(CounterSettings, "COUNTER", values)


def test_an_endpoint_cannot_break_out_of_its_attribute() -> None:
    made = widget(CounterSettings(endpoint='https://x/"><script>/'), None)
    assert made is not None
    assert "<script>" not in made.pixel
