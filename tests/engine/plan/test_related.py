from __future__ import annotations

from datetime import timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plugins.core.article import Article
from plugins.engine.plan.pages import plan_article
from plugins.engine.plan.related import related_to
from plugins.engine.store.rows import Row
from tests.engine.made import Collected, article


def related(collected: Collected) -> dict[str, list[str]]:
    """Return what is related to each article."""
    return {
        slug: collected.slugs(related_to(collected.catalogue, row))
        for slug, row in collected.rows.items()
    }


def in_order(*articles: Article, count: int = 3) -> Collected:
    """Return articles a day apart, newest first."""
    for age, one in enumerate(articles):
        assert one.date
        one.date -= timedelta(days=age)
    return Collected(*articles, related_articles=count)


def test_articles_sharing_most_tags_come_first_then_the_nearest() -> None:
    found = related(
        in_order(
            article("mới", 0, "A", tag_names=("x", "y")),
            article("xa", 0, "B", tag_names=("x",)),
            article("hai thẻ", 0, "B", tag_names=("x", "y")),
            article("gần", 0, "B", tag_names=("y",)),
        )
    )
    assert found["mới"] == ["hai thẻ", "xa", "gần"]


def test_older_articles_of_the_category_fill_up() -> None:
    found = related(in_order(*(article(slug, 0, slug[0]) for slug in ("A3", "A2", "B", "A1"))))
    assert found == {"A3": ["A2", "A1"], "A2": ["A1"], "B": [], "A1": []}


def test_nothing_is_related_to_itself_or_named_twice() -> None:
    some = (article(str(i), 0, "A", tag_names=("x", f"t{i % 3}")) for i in range(50))
    for slug, others in related(in_order(*some, count=4)).items():
        assert slug not in others
        assert len(others) == len(set(others)) == 4


def test_articles_that_readers_do_not_see_on_lists_are_related_to_none() -> None:
    collected = Collected(
        article("thấy", 0, tag_names=("x",)),
        article("ẩn", 1, tag_names=("x",), status="hidden"),
        article("nháp", 2, tag_names=("x",), status="draft"),
        article("cũ", 3, tag_names=("x",)),
    )
    for slug, other in (("thấy", "cũ"), ("cũ", "thấy")):
        found = related_to(collected.catalogue, collected.rows[slug])
        assert collected.slugs(found) == [other]


def test_an_unrelated_new_article_changes_nothing_wherever_it_falls() -> None:
    old = [article(str(i), i, "AB"[i % 2], tag_names=(f"t{i % 5}",)) for i in range(40)]
    before = related(Collected(*old))
    for age in (-0.5, 6.5, 19.5, 41):
        found = related(Collected(*old, article("mới", age, "C", tag_names=("thẻ mới",))))
        assert found.pop("mới") == []
        assert found == before


ARTICLES = st.lists(
    st.builds(
        lambda age, category, tags: (age, category, tuple(sorted(tags))),
        st.integers(0, 60),
        st.sampled_from("AB"),
        st.sets(st.sampled_from("xyz"), max_size=3),
    ),
    min_size=20,
    max_size=35,
)


@settings(max_examples=30)
@given(ARTICLES, st.data())
def test_whose_neighbours_or_related_ones_change_depends_on_what_changed(
    drawn: list[tuple[int, str, tuple[str, ...]]], data: st.DataObject
) -> None:
    some = [
        article(f"b{number}", age, category, tag_names=tags)
        for number, (age, category, tags) in enumerate(drawn)
    ]
    came = data.draw(st.sets(st.sampled_from([one.slug for one in some]), min_size=1, max_size=3))
    without = Collected(*(one for one in some if one.slug not in came), related_articles=3)
    collected = Collected(*some, related_articles=3)
    # What came may as well go: both ways, the catalogue is the one after the change.
    for before, after in ((without, collected), (collected, without)):
        changed = [collected.rows[slug] for slug in came]
        for slug in after.rows.keys() & before.rows.keys():
            assert _looks(before, slug) == _looks(after, slug) or _depends(before, slug, changed)


def _depends(collected: Collected, slug: str, changed: list[Row]) -> bool:
    """Whether the plan of an article looked where any of these stand."""
    collected.catalogue.take_ranges()
    plan_article(collected.catalogue, collected.rows[slug])
    return any(
        (looked.kind, looked.key) == (kind, key) and looked.low <= row.moment <= looked.high
        for looked in collected.catalogue.take_ranges()
        for row in changed
        for kind, key, _ in row.lists
    )


def _looks(collected: Collected, slug: str) -> list[str | None]:
    page = plan_article(collected.catalogue, collected.rows[slug]).variables
    return [
        *collected.slugs(page["related"]),
        collected.slug(page["newer"]),
        collected.slug(page["older"]),
    ]


@pytest.mark.parametrize("direction", [1, -1])
def test_who_is_chosen_from_the_edge_of_the_window_is_missed_when_it_goes(direction: int) -> None:
    between = [
        article(f"{tag}{age}", direction * age, "B", tag_names=(tag,))
        for tag in "xy"
        for age in range(1, 6)
    ]
    seeking = article("a", 0, "A", tag_names=("x", "y"))
    far = article("b", direction * 6, "B", tag_names=("x", "y"))
    for one in (seeking, far, *between):
        assert one.date
        one.date -= timedelta(days=6)  # none in the future
    before = Collected(seeking, *between, far, related_articles=1)
    after = Collected(seeking, *between, related_articles=1)
    assert related(before)["a"] == ["b"] != related(after)["a"]
    for collected in (before, after):
        assert _depends(collected, "a", [before.rows["b"]])


def test_few_depend_on_one_article() -> None:
    collected = Collected(*(article(f"b{i:03}", i, tag_names=("x",)) for i in range(300)))
    changed = [collected.rows["b150"]]
    depending = [slug for slug in collected.rows if _depends(collected, slug, changed)]
    assert "b150" in depending
    assert len(depending) < 30
