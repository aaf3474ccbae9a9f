from __future__ import annotations

from datetime import datetime, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from plugins.core.dates.date import TIME_ZONE
from plugins.search.places import PER_DAY, Dated, assign, preferred

DAY = datetime(2024, 1, 11, tzinfo=TIME_ZONE)


def dated(url: str, *, hours: float = 0, day: datetime = DAY) -> Dated:
    return Dated(round((day + timedelta(hours=hours)).timestamp() * 1_000_000), url)


# Few days and few moments, so that places are wanted by many.
MANY = st.lists(
    st.builds(
        lambda number, hour, day: dated(
            f"bai-{number}/", hours=hour, day=DAY + timedelta(days=day)
        ),
        st.integers(0, 999),
        st.sampled_from((0, 0, 8, 8.05, 8.1, 23.99)),
        st.integers(0, 1),
    ),
    max_size=300,
    unique_by=lambda one: one.url,
)


@settings(max_examples=60, deadline=None)
@given(MANY)
def test_places_are_different_and_in_the_order_of_dates(articles: list[Dated]) -> None:
    places = assign(articles)
    assert len(set(places.values())) == len(articles)
    in_order = sorted(articles, key=lambda one: places[one.url])
    assert [one.moment for one in in_order] == sorted(one.moment for one in articles)
    assert assign(reversed(articles)) == places


def test_an_article_that_is_added_leaves_the_others_where_they_are() -> None:
    before = [dated(f"{hour}/", hours=hour) for hour in (0, 7, 9, 15)]
    places = assign(before)
    for hour in (6, 12, 20):
        assert assign([*before, dated("moi/", hours=hour)]).items() >= places.items()


def test_of_two_that_want_one_place_the_earlier_has_it() -> None:
    first, second = dated("b/", hours=8), dated("a/", hours=8.01)
    assert preferred(first) == preferred(second)
    places = assign([second, first])
    assert places["b/"] == preferred(first)
    assert places["a/"] == preferred(first) + 1


def test_a_day_s_first_place_is_that_of_its_midnight_in_viet_nam() -> None:
    days = (DAY.replace(tzinfo=None) - datetime(1970, 1, 1)).days  # noqa: DTZ001 - a day's number
    assert preferred(dated("a/")) // PER_DAY == days
    assert preferred(dated("a/", hours=23.99)) // PER_DAY == days
    assert preferred(dated("a/", hours=24)) // PER_DAY == days + 1


def test_what_has_no_date_or_one_before_1970_comes_first() -> None:
    places = assign([Dated(0, "gioi-thieu/"), Dated(-(10**15), "cu/"), dated("moi/")])
    assert places["moi/"] == max(places.values())
    assert min(places.values()) >= 0
