from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from plugins.engine.plan.paging import ListPage, split_pages


def pages(count: int, per_page: int = 3) -> list[ListPage[int]]:
    """Pages of the numbers ``count`` (newest) to 1 (oldest)."""
    return split_pages(range(count, 0, -1), per_page, "x/")


def test_page_one_holds_the_oldest_and_the_front_page_the_newest() -> None:
    assert [(page.url, list(page.items)) for page in pages(10)] == [
        ("x/", [10, 9, 8, 7]),
        ("x/trang/2/", [6, 5, 4]),
        ("x/trang/1/", [3, 2, 1]),
    ]


def test_a_short_list_is_one_page() -> None:
    assert [page.url for page in pages(5)] == ["x/"]
    assert [page.url for page in pages(0)] == ["x/"]
    assert [page.url for page in pages(6)] == ["x/", "x/trang/1/"]


def test_neighbours_lead_from_the_newest_to_the_oldest_and_back() -> None:
    chain = pages(20)
    for newer, older in pairwise(chain):
        assert newer.pager.older_url == older.url
        assert older.pager.newer_url == newer.url
    assert chain[0].pager.newer_url is None
    assert chain[-1].pager.older_url is None


@given(st.integers(0, 200), st.integers(1, 12))
def test_every_item_stands_on_one_page_in_order(count: int, per_page: int) -> None:
    found = [item for page in pages(count, per_page) for item in page.items]
    assert found == list(range(count, 0, -1))


@given(st.integers(0, 200), st.integers(1, 12))
def test_publishing_an_article_rewrites_no_page_of_the_archive(count: int, per_page: int) -> None:
    before = {page.url: page for page in pages(count, per_page)}
    after = {page.url: page for page in pages(count + 1, per_page)}
    assert set(before) <= set(after)
    changed = [url for url in before if list(before[url].items) != list(after[url].items)]
    assert changed == ["x/"]
    # When the front page sheds a page, the newest numbered page learns its neighbour.
    links = [url for url in before if url != "x/" and before[url].pager != after[url].pager]
    assert len(links) <= (len(after) - len(before))
