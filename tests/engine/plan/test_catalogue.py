from __future__ import annotations

from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from plugins.attribution import Outlet, Source
from plugins.core.article import Body
from plugins.engine.plan.catalogue import ALL, MONTHS, TERMS, lists_of
from plugins.engine.store.rows import HIGHEST, LOWEST, ListRange
from tests.engine.made import Collected, article

NOTHING = Body("")


def test_an_article_is_on_the_lists_of_its_names_its_month_its_year_and_all() -> None:
    source = Source(None, (Outlet("Báo A"), Outlet("Báo B")))
    one = article("a", 0, "Văn hóa", tag_names=("Bắc Hà",), author_names=("An",), source=source)
    assert set(lists_of(one, NOTHING)) == {
        ("all", "", ""),
        ("month", "2024-01", ""),
        ("year", "2024", ""),
        ("category", "văn hóa", "Văn hóa"),
        ("tag", "bắc hà", "Bắc Hà"),
        ("author", "an", "An"),
        ("source", "báo a", "Báo A"),
        ("source", "báo b", "Báo B"),
    }


def test_a_name_written_twice_counts_once_in_its_first_spelling() -> None:
    tags = ("Bắc  Hà", "bắc hà", "BẮC HÀ")
    lists = lists_of(article("a", tag_names=tags), NOTHING)
    assert [name for kind, _, name in lists if kind == "tag"] == ["Bắc Hà"]


def test_the_month_is_that_of_viet_nam() -> None:
    new_year = datetime(2023, 12, 31, 18, tzinfo=ZoneInfo("UTC"))
    local = new_year.astimezone(ZoneInfo("Asia/Ho_Chi_Minh"))
    assert ("month", "2024-01", "") in lists_of(article("a", date=local), NOTHING)


@pytest.mark.parametrize("other", [{"kind": "page"}, {"date": None}])
def test_static_pages_and_drafts_without_a_date_are_on_no_list(other: dict[str, Any]) -> None:
    assert lists_of(article("a", **other), NOTHING) == ()


def test_a_list_holds_what_readers_see_newest_first_then_by_slug() -> None:
    collected = Collected(
        article("c", 1),
        article("b", 1),
        article("a", 2),
        article("moi", 0),
        article("an", 0, status="hidden"),
        article("nhap", 0, status="draft"),
        article("hen", -9),
    )
    assert collected.slugs(entry.id for entry in collected.catalogue.entries(ALL)) == [
        "moi",
        "b",
        "c",
        "a",
    ]


def test_what_stands_around_an_article_is_found_with_the_range_in_which_it_may_change() -> None:
    collected = Collected(*(article(f"a{i}", i) for i in range(7)))
    catalogue, rows = collected.catalogue, collected.rows

    def around(slug: str, newer: int, older: int) -> tuple[list[str], list[str], ListRange]:
        before, behind = catalogue.around(ALL, rows[slug].id, newer, older)
        (looked,) = catalogue.take_ranges()
        return (
            collected.slugs(entry.id for entry in before),
            collected.slugs(entry.id for entry in behind),
            looked,
        )

    def moments(newest: str, oldest: str) -> ListRange:
        return ListRange(*ALL, rows[oldest].moment, rows[newest].moment)

    assert around("a3", 1, 2) == (["a2"], ["a4", "a5"], moments("a2", "a5"))
    assert around("a3", 0, 1) == ([], ["a4"], moments("a3", "a4"))
    # Where there was nothing more to be seen, whatever comes is new.
    at_the_edge = ListRange(*ALL, rows["a1"].moment, HIGHEST)
    assert around("a0", 2, 1) == ([], ["a1"], at_the_edge)
    assert around("a6", 1, 9) == (["a5"], [], ListRange(*ALL, LOWEST, rows["a5"].moment))


def test_whoever_looks_at_a_list_depends_on_what_was_seen_of_it() -> None:
    collected = Collected(article("a", 0, tag_names=("x",)), article("b", 1), article("c", 2))
    catalogue, rows = collected.catalogue, collected.rows
    catalogue.newest(ALL, 2)
    assert catalogue.take_ranges() == {ListRange(*ALL, rows["b"].moment)}
    catalogue.newest(ALL, 4)
    catalogue.entries(("tag", "x"))
    assert catalogue.take_ranges() == {ListRange(*ALL), ListRange("tag", "x")}
    catalogue.months, catalogue.navigation, catalogue.listed("tag")
    assert catalogue.take_ranges() == {
        ListRange(*MONTHS),
        ListRange(TERMS, "category"),
        ListRange(TERMS, "tag"),
    }
    assert catalogue.take_ranges() == set()


def test_months_are_counted_newest_first() -> None:
    some = (article("a", 0), article("b", 40), article("c", 1), article("an", 400, status="hidden"))
    assert list(Collected(*some).catalogue.months.items()) == [("2024-01", 2), ("2023-12", 1)]


def test_the_menu_follows_the_settings_then_the_alphabet() -> None:
    names = ("Đời sống", "Du lịch", "Ẩm thực", "Thời sự", "Y tế")
    collected = Collected(
        *(article(f"a{i}", i, name) for i, name in enumerate(names)),
        navigation=("Thời sự", "Không có"),
    )
    assert [term.name for term in collected.catalogue.navigation] == [
        "Thời sự",
        "Ẩm thực",
        "Du lịch",
        "Đời sống",
        "Y tế",
    ]


def test_a_term_is_called_as_its_oldest_article_writes_it() -> None:
    collected = Collected(
        article("moi", 0, tag_names=("DU LỊCH",)),
        article("cu", 9, tag_names=("Du lịch",)),
        article("giua", 5, tag_names=("du lịch",)),
    )
    assert [term.name for term in collected.catalogue.listed("tag")] == ["Du lịch"]


def test_the_older_of_two_terms_has_the_plain_address_unless_it_is_pinned() -> None:
    some = (article("a", 9, tag_names=("Bắc Hà",)), article("b", 0, tag_names=("Bạc Hà",)))
    slugs = {term.name: term.slug for term in Collected(*some).catalogue.listed("tag")}
    assert slugs == {"Bắc Hà": "bac-ha", "Bạc Hà": "bac-ha-2"}
    pinned = Collected(*some, pinned={"Bạc Hà": "bac-ha"}).catalogue
    assert {term.name: term.slug for term in pinned.listed("tag")} == {
        "Bạc Hà": "bac-ha",
        "Bắc Hà": "bac-ha-2",
    }


def test_a_term_that_only_hidden_articles_have_is_known_but_not_listed() -> None:
    collected = Collected(
        article("a", 0, tag_names=("Lộ",)), article("b", 1, tag_names=("Kín",), status="hidden")
    )
    assert [term.name for term in collected.catalogue.listed("tag")] == ["Lộ"]
    assert collected.catalogue.terms["tag"]["kín"].slug == "kin"


def test_names_of_drafts_and_of_articles_that_wait_are_no_terms_yet() -> None:
    collected = Collected(
        article("a", 0, tag_names=("Nháp",), status="draft"), article("b", -9, tag_names=("Hẹn",))
    )
    assert collected.catalogue.terms["tag"] == {}


def test_an_article_is_given_its_terms_tags_in_the_alphabets_order() -> None:
    source = Source("An", (Outlet("Báo B"), Outlet("báo a")), url="https://x.example")
    one = article(
        "a", 0, "VĂN HÓA", tag_names=("Đền", "Bắc Hà"), author_names=("Tú", "An"), source=source
    )
    older = article("cu", 9, "Văn hóa", source=Source(None, (Outlet("Báo A"),)))
    collected = Collected(one, older)
    terms = collected.catalogue.terms_of(collected.rows["a"])
    assert {kind: [term.name for term in found] for kind, found in terms.items()} == {
        "category": ["Văn hóa"],
        "tag": ["Bắc Hà", "Đền"],
        "series": [],
        "author": ["Tú", "An"],  # the editor's order
        "source": ["Báo B", "Báo A"],
    }


def test_numbers_are_those_of_all_articles_and_static_pages() -> None:
    collected = Collected(
        article("a"), article("b", status="draft"), article("c", kind="page", date=None)
    )
    assert collected.catalogue.numbers() == {row.id for row in collected.rows.values()}
    assert collected.catalogue.row(collected.rows["b"].id) == collected.rows["b"]
