from __future__ import annotations

import re

import markdown
import pytest


def levels(source: str) -> list[str]:
    html = markdown.markdown(source, extensions=["plugins.articles.typed.extension"])
    return re.findall(r"<(h\d)>", html)


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("## A\n\n### B\n\n## C", ["h2", "h3", "h2"]),
        ("# A\n\n## B\n\n# C", ["h2", "h3", "h2"]),
        ("## A\n\n#### B\n\n##### C\n\n## D", ["h2", "h3", "h4", "h2"]),
        ("#### A", ["h2"]),
        ("A\n===\n\nB\n---", ["h2", "h3"]),
        ("###### A\n\n> ## B", ["h2", "h2"]),
    ],
)
def test_headings_begin_below_the_title_and_skip_no_level(source: str, expected: list[str]) -> None:
    assert levels(source) == expected


def test_a_hashtag_is_text() -> None:
    html = markdown.markdown("#LaoCai #DuLich", extensions=["plugins.articles.typed.extension"])
    assert html == "<p>#LaoCai #DuLich</p>"
