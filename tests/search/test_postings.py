from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.search.postings import (
    BODY,
    SUMMARY,
    TITLE,
    are_several,
    merged,
    posting,
    read_postings,
    write_postings,
)
from tests.search.test_folding import EXAMPLES

LISTS = st.lists(st.integers(0, 2**28), max_size=40, unique=True).map(sorted)


@given(LISTS)
def test_a_list_is_read_as_it_was_written(postings: list[int]) -> None:
    text = write_postings(postings) if postings else ""
    assert read_postings(text) == postings
    assert text.isascii()
    assert are_several(text, 3) == (len(postings) >= 3)


@given(LISTS, LISTS)
def test_what_was_added_and_taken_away_again_leaves_the_list_as_it_was(
    known: list[int], more: list[int]
) -> None:
    text = write_postings(known) if known else ""
    new = set(more) - set(known)
    assert merged(merged(text, (), new), new, ()) == text


@pytest.mark.parametrize(("postings", "text"), EXAMPLES["lists"])
def test_the_script_s_examples_are_what_is_written(postings: list[int], text: str) -> None:
    assert write_postings(postings) == text


def test_a_later_article_has_the_higher_posting_whatever_its_tier() -> None:
    assert posting(7, TITLE) < posting(7, SUMMARY) < posting(7, BODY) < posting(8, TITLE)
