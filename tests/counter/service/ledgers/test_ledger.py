from __future__ import annotations

from datetime import UTC, date, datetime

from plugins.counter.cli import MOST
from plugins.counter.service.ledgers.ledger import Import
from plugins.counter.stats import Totals
from tests.counter.conftest import OpenLedger

SUNDAY, MONDAY = date(2025, 12, 28), date(2025, 12, 29)
NEW_YEAR = date(2026, 1, 1)
NOW = datetime(2026, 1, 1, 5, tzinfo=UTC)


def test_a_week_begins_on_monday_and_does_not_end_with_the_year(open_ledger: OpenLedger) -> None:
    ledger = open_ledger()
    assert ledger.add("1", SUNDAY, 5) == Totals(5, 5, 5)
    assert ledger.add("2", MONDAY, 3) == Totals(3, 3, 8)
    assert ledger.add("3", date(2025, 12, 31), 2) == Totals(2, 5, 10)
    assert ledger.add("4", NEW_YEAR, 1) == Totals(1, 6, 11)


def test_nothing_is_forgotten_when_the_books_are_opened_again(open_ledger: OpenLedger) -> None:
    ledger = open_ledger()
    ledger.add("1", SUNDAY, 4)
    ledger.add("2", MONDAY, 3)
    ledger.close()
    assert open_ledger().add("3", MONDAY, 1) == Totals(4, 4, 8)


def test_to_count_nothing_is_to_read(open_ledger: OpenLedger) -> None:
    ledger = open_ledger()
    assert ledger.add("1", MONDAY, 0) == Totals(0, 0, 0)
    ledger.add("2", MONDAY, 2)
    assert ledger.add("3", MONDAY, 0) == Totals(2, 2, 2)
    assert ledger.books().days == ((MONDAY, 2),)


def test_a_clock_set_back_counts_for_the_day_it_shows(open_ledger: OpenLedger) -> None:
    ledger = open_ledger()
    ledger.add("1", NEW_YEAR, 4)
    assert ledger.add("2", MONDAY, 2) == Totals(2, 2, 6)
    assert ledger.add("3", NEW_YEAR, 1) == Totals(5, 7, 7)


def test_a_cancelled_batch_was_never_counted(open_ledger: OpenLedger) -> None:
    ledger = open_ledger()
    ledger.add("1", MONDAY, 3)
    ledger.add("2", MONDAY, 4)
    ledger.cancel("2")
    ledger.cancel("2")
    ledger.cancel("never came")
    assert ledger.add("3", MONDAY, 1) == Totals(4, 4, 4)
    ledger.close()
    assert open_ledger().books().days == ((MONDAY, 4),)


def test_an_old_counters_number_is_added_once(open_ledger: OpenLedger) -> None:
    ledger = open_ledger()
    ledger.add("1", NEW_YEAR, 2)
    old = Import(1_000_000, MONDAY, NOW)
    assert ledger.record(old)
    assert not ledger.record(Import(1_000_000, MONDAY, datetime(2026, 2, 1, tzinfo=UTC)))
    assert ledger.add("2", NEW_YEAR, 1) == Totals(3, 3, 1_000_003)
    assert ledger.books().imports == (old,)


def test_a_corrected_import_takes_the_place_of_the_first_which_stays_on_record(
    open_ledger: OpenLedger,
) -> None:
    ledger = open_ledger()
    ledger.record(Import(10, MONDAY, NOW))
    ledger.record(Import(30, MONDAY, NOW))
    assert ledger.add("1", NEW_YEAR, 1) == Totals(1, 1, 31)
    assert [entry.visits for entry in ledger.books().imports] == [10, 30]


def test_an_import_by_another_process_is_seen_at_the_next_commit(open_ledger: OpenLedger) -> None:
    from plugins.counter.service.ledgers.sqlite import SqliteLedger

    ledger = open_ledger()
    ledger.add("1", NEW_YEAR, 1)
    if isinstance(ledger, SqliteLedger):
        other = SqliteLedger(ledger.path, alone=False)
        other.record(Import(500, MONDAY, NOW))
        other.close()
    else:
        open_ledger().record(Import(500, MONDAY, NOW))
    assert ledger.add("2", NEW_YEAR, 1) == Totals(2, 2, 502)


def test_the_largest_import_is_added_to_the_last_digit(open_ledger: OpenLedger) -> None:
    ledger = open_ledger()
    ledger.record(Import(MOST, MONDAY, NOW))
    assert ledger.add("1", NEW_YEAR, 1) == Totals(1, 1, MOST + 1)
    assert type(ledger.add("2", NEW_YEAR, 0).total) is int
