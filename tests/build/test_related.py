from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime, timedelta

from plugins.articles.dates import TIME_ZONE
from plugins.articles.terms import Term
from plugins.build.related import related_articles

START = datetime(2024, 1, 31, tzinfo=TIME_ZONE)


def term(kind: str, name: str) -> Term:
    return Term(kind, name, name)  # type: ignore[arg-type]


@dataclass(eq=False)
class Listed:
    name: str
    category: Term
    tags: list[Term] = field(default_factory=list)
    date: datetime = START


def article(name: str, category: str, *tags: str) -> Listed:
    return Listed(name, term("category", category), [term("tag", tag) for tag in tags])


def related(articles: list[Listed], count: int = 3) -> dict[str, list[str]]:
    """Relate articles, a day apart, newest first."""
    for age, one in enumerate(articles):
        one.date = START - timedelta(days=age)
    found = related_articles(articles, count)
    return {
        one.name: [other.name for other in others]  # type: ignore[attr-defined]
        for one, others in zip(articles, found, strict=True)
    }


def test_articles_sharing_most_tags_come_first_then_the_nearest() -> None:
    found = related(
        [
            article("mới", "A", "x", "y"),
            article("xa", "B", "x"),
            article("hai thẻ", "B", "x", "y"),
            article("gần", "B", "y"),
        ]
    )
    assert found["mới"] == ["hai thẻ", "xa", "gần"]


def test_older_articles_of_the_category_fill_up() -> None:
    found = related([article("3", "A"), article("2", "A"), article("khác", "B"), article("1", "A")])
    assert found == {"3": ["2", "1"], "2": ["1"], "khác": [], "1": []}


def test_an_unrelated_new_article_changes_nothing_wherever_it_falls() -> None:
    old = [article(str(i), "AB"[i % 2], f"t{i % 5}") for i in range(40)]
    before = related(old)
    dates = [one.date for one in old]
    for place in (0, 7, 20, 40):
        new = article("mới", "C", "thẻ mới")
        new.date = [*dates, dates[-1] - timedelta(days=1)][place] + timedelta(hours=1)
        found = related_articles([*old[:place], new, *old[place:]], 3)
        names = [[one.name for one in others] for others in found]  # type: ignore[attr-defined]
        assert names[:place] + names[place + 1 :] == list(before.values())


def test_nothing_is_related_to_itself_or_named_twice() -> None:
    found = related([article(str(i), "A", "x", f"t{i % 3}") for i in range(50)], count=4)
    for name, others in found.items():
        assert name not in others
        assert len(others) == len(set(others)) == 4
