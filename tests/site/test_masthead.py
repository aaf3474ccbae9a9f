"""What the settings put at the head of every page."""

from __future__ import annotations

import pytest

from tests.site.newsroom import Newsroom


def _with(newsroom: Newsroom, **site: str) -> Newsroom:
    newsroom.more_settings = f"SITE = {{**SITE, **{site!r}}}"
    newsroom.write("a.md", Title="Một bài", Date="11/01/2024 15:30")
    return newsroom


@pytest.mark.parametrize(
    ("named", "address"),
    [
        ("/tep/huy-hieu.svg", "/tep/huy-hieu.svg"),
        ("https://tinh.example.vn/huy-hieu.svg", "https://tinh.example.vn/huy-hieu.svg"),
        ("favicon.svg", "/theme/favicon."),
    ],
)
def test_an_emblem_stands_before_the_name(newsroom: Newsroom, named: str, address: str) -> None:
    assert _with(newsroom, emblem=named, hotline="").build().status == 0
    head = newsroom.soup("2024/01/mot-bai/").select_one(".masthead")
    assert head
    (emblem,) = head.select("img")
    assert str(emblem["src"]).startswith(address)
    assert emblem["alt"] == ""
    assert head.select("a[href^=tel]") == []


def test_a_hotline_can_be_called(newsroom: Newsroom) -> None:
    assert _with(newsroom, hotline="0214 3.840 000").build().status == 0
    head = newsroom.soup("").select_one(".masthead")
    assert head
    assert head.select("img") == []
    assert [a["href"] for a in head.select("a[href^=tel]")] == ["tel:02143840000"]


def test_an_emblem_that_the_theme_does_not_have_is_told(newsroom: Newsroom) -> None:
    built = _with(newsroom, emblem="huy-hieu.svg").build()
    assert built.status != 0
    assert "SITE['emblem']" in built.said
    assert "Traceback" not in built.said
