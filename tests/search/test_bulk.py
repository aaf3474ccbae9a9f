from __future__ import annotations

from collections import defaultdict
from pathlib import Path
from random import Random

import pytest

from plugins.search import bulk
from plugins.search.document import Document, filter_name
from plugins.search.entries import Indexed, tiers_of
from plugins.search.layout import Layout, layout_for
from plugins.search.lines import write_lines
from plugins.search.postings import posting, write_postings

SYLLABLES = ("Đảng", "bộ", "khen", "thưởng,", "hoà", "hòa", "42/2022/NĐ-CP", "“Sa", "Pa”", "-")


def articles(count: int) -> list[Indexed]:
    chance = Random(7)

    def text(words: int) -> str:
        return " ".join(chance.choice(SYLLABLES) for _ in range(words))

    return [
        Indexed(
            7 * number,
            Document((text(3),), (text(4),), (text(30), text(2)), (filter_name("photo"),), ""),
        )
        for number in range(count)
    ]


def one_by_one(some: list[Indexed], layout: Layout) -> dict[int, str]:
    """Return the files as the lines of each article by itself make them."""
    lists: dict[int, dict[str, list[int]]] = defaultdict(lambda: defaultdict(list))
    for place, document in some:
        for line, tier in tiers_of(document, layout).items():
            file, _, key = line.partition("\t")
            lists[int(file)][key].append(posting(place, tier))
    return {
        file: write_lines((key, write_postings(found)) for key, found in keys.items())
        for file, keys in lists.items()
    }


@pytest.mark.parametrize("size", [1, 10_000])
@pytest.mark.parametrize(
    "most", [{}, {"_MOST_ARTICLES": 3}, {"_MOST_WORDS": 5}, {"_TOGETHER": 2}], ids=str
)
def test_it_comes_to_what_the_lines_of_each_article_come_to(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, size: int, most: dict[str, int]
) -> None:
    for name, value in most.items():
        monkeypatch.setattr(bulk, name, value)
    some, layout = articles(10), layout_for(size)
    assert list(bulk.scatter(some, layout, tmp_path)) == some
    made = [file for part in bulk.parts_in(layout) for file in bulk.gather(part, layout, tmp_path)]
    assert dict(made) == one_by_one(some, layout)
    assert len(made) == len(dict(made))
