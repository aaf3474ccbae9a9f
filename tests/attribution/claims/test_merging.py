from __future__ import annotations

from datetime import UTC, datetime

from plugins.attribution.claims.merging import NOTHING, contradicts, describe, merge
from plugins.attribution.model import Outlet, Source

A, B = Outlet("Báo A"), Outlet("Báo B")


def test_blanks_contradict_nothing() -> None:
    assert not contradicts(NOTHING, Source("Lê Bình", (A,)))
    assert not contradicts(Source(None, (A,)), Source("Lê Bình", (Outlet("BÁO A"),)))
    assert not contradicts(Source(None, (A, B)), Source(None, (B, A)))


def test_other_outlets_and_other_authors_contradict() -> None:
    assert contradicts(Source(None, (A,)), Source(None, (B,)))
    assert contradicts(Source(None, (A,)), Source(None, (A, B)))
    assert contradicts(Source("Lê Bình", (A,)), Source("Trần An", (A,)))


def test_merging_fills_blanks_and_keeps_what_was_first() -> None:
    date = datetime(2024, 1, 11, tzinfo=UTC)
    second = Source(
        "Lê Bình", (Outlet("BÁO A", "https://a.example/"),), "https://a.example/x", date
    )
    merged = merge(Source(None, (A,)), second)
    outlets = (Outlet("Báo A", "https://a.example/"),)
    assert merged == Source("Lê Bình", outlets, "https://a.example/x", date)
    assert merge(NOTHING, second) == second


def test_a_source_is_described_as_an_editor_would_write_it() -> None:
    assert describe(Source("Lê Bình", (A, B))) == "Lê Bình, Báo A và Báo B"
    assert describe(Source("Lê Bình", ())) == "Lê Bình"
