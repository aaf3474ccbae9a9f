from __future__ import annotations

import pytest

from plugins.search.folding import words
from plugins.search.layout import layout_for


@pytest.mark.parametrize(
    ("articles", "expected"),
    [(0, (1, 8, 8)), (40, (2, 16, 8)), (10_000, (512, 4096, 2048)), (70_000, (2048, 16384, 16384))],
)
def test_there_are_files_in_powers_of_two(articles: int, expected: tuple[int, ...]) -> None:
    assert tuple(layout_for(articles)) == expected


def test_each_file_has_an_address_of_its_own() -> None:
    layout = layout_for(40)
    urls = {layout.url(file) for file in range(layout.total)} | {layout.common_url}
    assert len(urls) == layout.total + 1


@pytest.mark.parametrize(
    ("articles", "expected"), [(30, 1), (500, 1), (2_000, 2), (10_000, 3), (70_000, 3)]
)
def test_the_fewer_articles_the_rarer_words_are_offered(articles: int, expected: int) -> None:
    assert layout_for(articles).several == expected


def test_all_spellings_of_a_pair_are_in_one_file() -> None:
    layout = layout_for(10_000)
    texts = ("khen thưởng", "KHEN THUONG", "khẹn thướng")
    digests = [[word.digest for word in words(text)] for text in texts]
    files = {layout.of_pair(*each) for each in digests}
    assert len(files) == 1
    assert layout.of_pair(*reversed(digests[0])) not in files
    assert layout.of_pairs(digests[0]) == [*files]
    assert layout.of_words(digests[0]) == [layout.of_word(each) for each in digests[0]]
