from __future__ import annotations

import pytest

from plugins.articles.typed.lines import Closings


@pytest.mark.parametrize(
    ("lines", "behind"),
    [
        (["<div>", "a", "</div>", "b"], [3, None, 3, None]),
        (["<div>", "<div>", "</div>", "</div>"], [4, 3, 3, 4]),
        (["<div>", "<DIV></div>", ""], [None, 2, None]),
        (["</div><div>", "</div></div>"], [1, 2]),
    ],
)
def test_an_element_ends_where_as_many_tags_have_closed_as_opened(
    lines: list[str], behind: list[int | None]
) -> None:
    closings = Closings(lines)
    tags = [at for at, line in enumerate(lines) if "div" in line.lower()]
    assert [closings.behind(at, "div") for at in tags] == [behind[at] for at in tags]


def test_an_element_without_an_end_tag_ends_on_its_line() -> None:
    assert Closings(["", "<img src=a>"]).behind(1, "IMG") == 2
