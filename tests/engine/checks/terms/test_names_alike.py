"""Names of terms that are one name written in two ways, told once and of the right article."""

from __future__ import annotations

from contextlib import suppress
from random import Random
from typing import Any

import pytest

from plugins.engine.errors import BuildFailed
from plugins.engine.store.database import State
from tests.engine.small_site import SmallSite

Said = pytest.CaptureFixture[str]


def said(site: SmallSite, capsys: Said, *, clean: bool = False) -> list[str]:
    """Build, and return what is said, without what to do."""
    capsys.readouterr()
    with suppress(BuildFailed):
        site.build(clean=clean)
    return [line for line in capsys.readouterr().err.splitlines() if not line.startswith(" ")]


def told(site: SmallSite) -> Any:
    """Return what the last build knows to be wrong beside articles."""
    state = State(site.project.state)
    try:
        return state.fact("beside") or {}
    finally:
        state.close()


def articles(site: SmallSite, **tags: str) -> None:
    for day, (name, tag) in enumerate(tags.items(), 1):
        site.write(f"articles/{name}.md", Title=name, Tags=tag, Date=f"{day:02}/01/2024")


def test_another_spacing_is_told_of_the_article_with_the_rarer_spelling(
    site: SmallSite, capsys: Said
) -> None:
    articles(site, a="Sapa", b="Sa Pa", c="Sa Pa")
    message = (
        "articles/a.md: CẢNH BÁO: từ khóa “Sapa” (1 bài) và “Sa Pa” (2 bài) chỉ khác nhau ở "
        "cách viết [DAU26]"
    )
    assert said(site, capsys) == [message]
    assert said(site, capsys) == []
    assert site.build().warnings == 1
    site.write("articles/a.md", Title="a", Tags="Sa Pa", Date="01/01/2024")
    assert said(site, capsys) == []
    assert site.build().warnings == 0


def test_of_as_many_articles_the_newer_is_told(site: SmallSite, capsys: Said) -> None:
    articles(site, a="Bắc Hà", b="Bắc hà")
    (line,) = said(site, capsys)
    assert line.startswith("articles/b.md: CẢNH BÁO: từ khóa “Bắc hà” (1 bài) và “Bắc Hà” (1 bài)")


def test_a_tone_on_another_vowel_is_another_spelling(site: SmallSite, capsys: Said) -> None:
    articles(site, a="Hòa Bình", b="Hoà Bình")
    (line,) = said(site, capsys)
    assert "“Hoà Bình” (1 bài) và “Hòa Bình” (1 bài) chỉ khác nhau ở cách viết" in line


def test_other_marks_are_another_name_unless_many_have_the_one_and_one_the_other(
    site: SmallSite, capsys: Said
) -> None:
    articles(site, a="Bắc Hà", b="Bắc Hà", c="Bạc Hà")
    assert said(site, capsys) == []
    site.write("articles/d.md", Title="d", Tags="Bắc Hà", Date="04/01/2024")
    (line,) = said(site, capsys)
    assert line.startswith("articles/c.md: CẢNH BÁO: từ khóa “Bạc Hà” (1 bài) và “Bắc Hà” (3 bài)")
    site.write("articles/e.md", Title="e", Tags="Bạc Hà", Date="05/01/2024")
    assert said(site, capsys) == []


def test_authors_series_and_outlets_are_compared_each_with_their_kind(
    site: SmallSite, capsys: Said
) -> None:
    date = "11/01/2024"
    site.write("articles/a.md", Title="a", Authors="Thu Hà", Series="Giáp Tết", Date=date)
    site.write("articles/b.md", Title="b", Authors="Thu hà", Series="Giáp tết", Date=date)
    site.write("articles/c.md", Title="c", Tags="Thu  HÀ", Authors="An", Date=date)
    lines = said(site, capsys)
    assert [line.split(": ")[2].split(" (")[0] for line in lines] == [
        "chuyên đề “Giáp tết”",
        "tác giả “Thu hà”",
    ]


def test_an_edit_that_changes_no_name_has_none_looked_at(
    site: SmallSite, monkeypatch: pytest.MonkeyPatch, capsys: Said
) -> None:
    articles(site, a="Sapa", b="Sa Pa")
    site.build()

    def refuse(*_: object) -> None:
        raise AssertionError

    monkeypatch.setattr(State, "spellings", refuse)
    site.write("articles/a.md", "Lời khác.", Title="a khác", Tags="Sapa", Date="01/01/2024")
    assert said(site, capsys) == []
    assert site.build().warnings == 1
    site.write("articles/b.md", "Lời khác.", Title="b khác", Tags="Sa Pa", Date="02/01/2024")
    (line,) = said(site, capsys)  # who edits the article that it is told of is told again
    assert line.startswith("articles/b.md")


def test_whatever_changes_the_same_is_told_as_by_a_clean_build(site: SmallSite) -> None:
    random = Random(7)
    names = ("Sapa", "Sa Pa", "Bắc Hà", "Bắc hà", "Bạc Hà", "Hoà Bình", "Hòa Bình", "Khác")
    for _ in range(12):
        for _ in range(2):
            number = random.randrange(6)
            path = site.content / f"articles/{number}.md"
            if path.exists() and random.random() < 0.2:
                path.unlink()
                continue
            site.write(
                f"articles/{number}.md",
                Title=f"Bài {number}",
                Tags=f"{random.choice(names)}, {random.choice(names)}",
                Authors=random.choice(("Thu Hà", "Thu hà", "An")),
                Status=random.choice(("published", "published", "draft", "hidden")),
                Date=f"{random.randrange(1, 28):02}/01/2024",
            )
        site.build()
        known = told(site)
        with site.elsewhere():
            site.build(clean=True)
            assert told(site) == known
