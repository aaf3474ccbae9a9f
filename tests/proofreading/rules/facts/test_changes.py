from __future__ import annotations

import pytest

from plugins.proofreading.rules.facts import changes
from tests.proofreading.conftest import Find


def text(date: str, modified: str) -> str:
    return f"Title: Chợ phiên\nDate: {date}\nModified: {modified}\n\nThân bài.\n"


def test_a_change_before_the_article_is_found_on_its_line(find: Find) -> None:
    assert find(changes, text("11/01/2024 15:30", "10/01/2024 09:00")) == [
        ("NGAY05", 3, 1, "Modified: 10/01/2024 09:00", None)
    ]
    assert find(changes, text("11/01/2024 15:30", "11/01/2024 15:29"))


@pytest.mark.parametrize("modified", ["11/01/2024 15:30", "11/01/2024", "12/01/2024 08:00"])
def test_a_change_on_the_day_or_later_is_right(find: Find, modified: str) -> None:
    assert find(changes, text("11/01/2024 15:30", modified)) == []
