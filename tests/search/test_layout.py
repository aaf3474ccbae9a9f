from __future__ import annotations

import pytest

from plugins.search.folding import words
from plugins.search.layout import layout_for


@pytest.mark.parametrize(
    ("articles", "expected"),
    [(0, (2, 8, 8)), (40, (2, 8, 8)), (10_000, (512, 2048, 2048)), (70_000, (4096, 16384, 16384))],
)
def test_there_are_files_in_powers_of_two(articles: int, expected: tuple[int, ...]) -> None:
    assert tuple(layout_for(articles)) == expected


def test_each_file_has_an_address_of_its_own() -> None:
    layout = layout_for(40)
    urls = {layout.url(file) for file in range(layout.total)} | {layout.common_url}
    assert len(urls) == layout.total + 1


def test_all_spellings_of_a_pair_are_in_one_file() -> None:
    layout = layout_for(10_000)
    files = {layout.of_pair(*words(text)) for text in ("khen thưởng", "KHEN THUONG", "khẹn thướng")}
    assert len(files) == 1
    assert layout.of_pair(*words("thưởng khen")) not in files
