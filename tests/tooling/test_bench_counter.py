from __future__ import annotations

from dataclasses import replace

from benchmarks.counter.report import Run, faults_of, row

RUN = Run(seconds=2, answers=1000, refused=0, broken=0, p50=1.5, p99=9.25, cpu=0.04)


def test_an_answer_that_a_visit_was_not_counted_makes_no_rate() -> None:
    run = replace(RUN, refused=900)
    assert (RUN.rate, run.rate) == (500, 50)
    assert run.cost == 400


def test_a_visit_that_was_refused_or_had_no_answer_is_a_fault() -> None:
    assert faults_of([RUN, RUN], 2000, 2000, 2100) == []
    for run in (replace(RUN, refused=3), replace(RUN, broken=3)):
        (fault,) = faults_of([RUN, run], 1000, 1000, 2100)
        assert fault == "3 visits were refused or had no answer"


def test_so_are_books_that_lost_a_visit_or_invented_one() -> None:
    for books in (1999, 2101):
        (fault,) = faults_of([RUN], 2000, books, 2100)
        assert fault == f"2,000 acknowledged of 2,100, but {books:,} in the books"


def test_a_row_tells_the_median_of_the_rounds_and_their_range() -> None:
    runs = [RUN, replace(RUN, answers=1200, p99=8), replace(RUN, answers=3000, p99=20)]
    assert row("new", 1_000_000, runs) == (
        "| new | 1,000,000 | 600 (500–1,500) | 1.5 | 9.2 (8.0–20.0) | 33 |"
    )
