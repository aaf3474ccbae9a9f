from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from plugins.search.service import finding
from plugins.search.service.finding import find
from plugins.search.service.query import Query
from tests.search.full_texts import database, document


def titles(file: Path, text: str, **more: object) -> list[str]:
    return [one.shown[0] for one in find(file, Query(text, **more)).articles]  # type: ignore[arg-type] # as the test says


def test_both_ways_of_typing_find_the_same_and_what_is_as_typed_comes_first(
    tmp_path: Path,
) -> None:
    file = database(
        tmp_path,
        document("Dương", date="2024-03-01"),
        document("Đường", date="2024-01-01"),
        document("duong", date="2024-02-01"),
    )
    assert titles(file, "duong") == ["Dương", "duong", "Đường"]
    assert titles(file, "đường") == ["Đường", "Dương", "duong"]
    assert titles(file, "ĐƯỜNG") == ["Đường", "Dương", "duong"]


def test_a_title_weighs_more_than_a_standfirst_and_that_more_than_a_text(tmp_path: Path) -> None:
    file = database(
        tmp_path,
        document("Một", body="khen thưởng"),
        document("Hai", "khen thưởng"),
        document("Khen thưởng"),
    )
    assert titles(file, "khen thuong") == ["Khen thưởng", "Hai", "Một"]


def test_of_two_that_are_alike_the_newer_comes_first(tmp_path: Path) -> None:
    old = document("Cũ", body="họp", date="2023-01-01")
    new = document("Mới", body="họp", date="2024-01-01")
    assert titles(database(tmp_path, old, new), "hop") == ["Mới", "Cũ"]


def test_a_phrase_stands_together_and_words_far_apart_are_found_if_nothing_is_near(
    tmp_path: Path,
) -> None:
    file = database(tmp_path, document("Gần", body="một hai ba"), document("Xa", body="một và hai"))
    assert titles(file, '"một hai"') == ["Gần"]
    near = find(file, Query("một hai"))
    assert (near.total, near.may_be_wide) == (1, True)
    assert titles(file, "một hai", wide=True) == ["Gần", "Xa"]
    assert sorted(titles(file, "hai một")) == ["Gần", "Xa"]
    assert titles(file, '"hai một"') == []


def test_all_runs_have_to_be_there(tmp_path: Path) -> None:
    file = database(tmp_path, document("A", body="xã họp"), document("B", body="họp"))
    assert titles(file, "“xã” “họp”") == ["A"]


def test_filters_let_some_pass(tmp_path: Path) -> None:
    file = database(
        tmp_path,
        document("A", body="họp", category="Thời sự", date="2023-05-01"),
        document("B", body="họp", category="Kinh tế", source="Báo Lào Cai", date="2024-05-01"),
    )
    assert titles(file, "họp", chosen={"chuyen-muc": "thời sự"}) == ["A"]
    assert titles(file, "họp", chosen={"nguon": "báo lào cai"}) == ["B"]
    assert titles(file, "họp", chosen={"nam": "2024"}) == ["B"]
    assert titles(file, "họp", chosen={"anh": "1"}) == []
    assert titles(file, "họp", chosen={"nam": "' OR 1"}) == []


def test_ten_stand_on_a_page(tmp_path: Path) -> None:
    file = database(tmp_path, *(document(f"Họp {number}") for number in range(12)))
    first, second = (find(file, Query("họp", page=page)) for page in (1, 2))
    assert (first.total, len(first.articles), first.more) == (12, 10, True)
    assert (len(second.articles), second.more) == (2, False)


def test_where_nothing_is_found_what_may_be_meant_is_offered(tmp_path: Path) -> None:
    file = database(tmp_path, *(document(f"Vùng cao {number}") for number in range(1)))
    assert list(find(file, Query("vungcao")).nearest) == ["vung cao"]
    assert list(find(file, Query("vùn cao")).nearest) == ["vung cao"]


def test_what_only_filters_kept_away_is_offered_without_them(tmp_path: Path) -> None:
    file = database(tmp_path, document("Vùng cao"))
    assert list(find(file, Query("vùng cao", {"nam": "2020"})).nearest) == ["vung cao"]


def test_a_query_that_takes_too_long_is_given_up(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = database(tmp_path, *(document(f"Họp {number}") for number in range(200)))
    monkeypatch.setattr(finding, "_MOST_TIME", -1)
    monkeypatch.setattr(finding, "_STEPS", 1)
    with pytest.raises(sqlite3.OperationalError, match="interrupted"):
        find(file, Query("họp"))
