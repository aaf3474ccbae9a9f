"""One article, however it is typed or pasted, has the same paragraphs.

``python -m tests.articles.typed.test_layouts`` prints which article is read wrongly in which
layout, with what differs.
"""

# ruff: noqa: T201 - as a command it speaks through print

from __future__ import annotations

import tempfile
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

import pytest

from plugins.articles.reader import Reading
from plugins.core.problems import ProblemError
from tests.fuzz.text.articles import KINDS, Article, articles
from tests.fuzz.text.blocks import Block
from tests.fuzz.text.compare import differences, shows
from tests.fuzz.text.layouts import glued, with_blank_lines, with_lines, wrapped
from tests.fuzz.text.oracle import lost
from tests.fuzz.text.page import Page, read_page
from tests.fuzz.text.room import HEAD, Room

COUNT = 510  # articles, as many of each kind
LEAST_GLUED = 0.99  # of groups of lines amid blank-line text

LAYOUTS: dict[str, Callable[[Sequence[Block]], str]] = {
    "blank lines": with_blank_lines,
    "one line a paragraph": with_lines,
    "wrapped at 72": lambda blocks: wrapped(blocks, 72),
    "wrapped at 80": lambda blocks: wrapped(blocks, 80),
    "wrapped at 100": lambda blocks: wrapped(blocks, 100),
}


@pytest.fixture(scope="module")
def room(tmp_path_factory: pytest.TempPathFactory) -> Room:
    return Room(tmp_path_factory.mktemp("content"))


class Typed(NamedTuple):
    """An article as it is typed in one of the layouts, and what it is read as."""

    article: Article
    text: str
    result: Reading | ProblemError


def typed_in(room: Room, made: Sequence[Article], layout: str) -> list[Typed]:
    texts = [HEAD + LAYOUTS[layout](article.blocks) for article in made]
    return [
        Typed(article, text, room.read(text)) for article, text in zip(made, texts, strict=True)
    ]


@pytest.fixture(scope="module", params=LAYOUTS)
def every(request: pytest.FixtureRequest, room: Room) -> list[Typed]:
    """All articles in one layout, read once for all tests."""
    return typed_in(room, articles(COUNT), request.param)


def page_of(result: Reading | ProblemError) -> Page | str:
    """The page that an article becomes, or why it becomes none."""
    return read_page(result.body.html) if isinstance(result, Reading) else str(result)


def wrong_in(article: Article, result: Reading | ProblemError) -> list[str]:
    """What is not as it should be in an article that was read as ``result``."""
    page = page_of(result)
    if isinstance(page, str):
        return [page]
    wants = [want for block in article.blocks for want in block.wants()]
    return differences(wants, page)


def wrong_groups(room: Room, made: Sequence[Article]) -> Iterator[tuple[Article, str, bool]]:
    """Yield each group of lines that no blank line divides, and whether it is shown right."""
    for article in made:
        text, groups = glued(article.blocks, f"glued {article.number}")
        page = page_of(room.read(HEAD + text))
        for group in groups:
            right = isinstance(page, Page) and shows(group, page)
            yield article, "\n".join(group), right


def test_there_are_articles_of_every_kind_and_no_two_are_the_same() -> None:
    made = articles(COUNT)
    assert set(Counter(article.kind for article in made).values()) == {COUNT // len(KINDS)}
    assert len({article.blocks for article in made}) == COUNT
    assert articles(COUNT) == made


def test_paragraphs_are_right_in_every_article(every: list[Typed]) -> None:
    told = [
        "\n".join([f"{article.kind} {article.number}:", *found[:6]])
        for article, _, result in every
        if (found := wrong_in(article, result))
    ]
    assert not told, f"{len(told)} of {COUNT}\n" + "\n".join(told[:10])


def test_lines_that_no_blank_line_divides_are_paragraphs(room: Room) -> None:
    groups = list(wrong_groups(room, articles(COUNT)))
    wrong = [
        f"{article.kind} {article.number}:\n{text}" for article, text, right in groups if not right
    ]
    assert len(groups) > COUNT / 2
    assert len(wrong) <= (1 - LEAST_GLUED) * len(groups), "\n".join(
        [f"{len(wrong)} of {len(groups)}", *wrong[:10]]
    )


def test_nothing_is_lost_in_any_article(every: list[Typed]) -> None:
    told = []
    for article, text, result in every:
        if found := lost(text, result):
            told.append(f"{article.kind} {article.number}: {found[0]}")
    assert not told, "\n".join([f"{len(told)} of {COUNT}", *told[:10]])


def main() -> None:
    """Print how many articles of each kind are read wrongly, and an example of each."""
    made = articles(COUNT)
    with tempfile.TemporaryDirectory() as folder:
        room = Room(Path(folder))
        for layout in LAYOUTS:
            read = typed_in(room, made, layout)
            wrong = [(each, found) for each, _, r in read if (found := wrong_in(each, r))]
            counted = Counter(article.kind for article, _ in wrong)
            print(f"{layout}: {len(wrong)} of {COUNT}", dict(counted))
            for kind in counted:
                article, found = next(each for each in wrong if each[0].kind == kind)
                print("\n".join([f"  {kind} {article.number}:", *(f"    {f}" for f in found[:6])]))
        groups = list(wrong_groups(room, made))
        bad = [(article, text) for article, text, right in groups if not right]
        print(f"glued groups: {len(bad)} of {len(groups)}")
        for article, text in bad[:10]:
            print(f"  {article.kind} {article.number}:\n{text}")


if __name__ == "__main__":
    main()
