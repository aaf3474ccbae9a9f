"""Dividing a tree at a character of its text."""

from __future__ import annotations

from xml.etree.ElementTree import tostring

import pytest

from plugins.figures.tree.cut import cut_first, keep_first
from plugins.figures.tree.html_tree import parse_fragment


@pytest.mark.parametrize(
    ("length", "first", "rest"),
    [
        (0, "", "ab<b>cd</b>ef"),
        (1, "a", "b<b>cd</b>ef"),
        (3, "ab<b>c</b>", "<b>d</b>ef"),
        (5, "ab<b>cd</b>e", "f"),
        (9, "ab<b>cd</b>ef", ""),
    ],
)
def test_both_parts_together_are_the_whole(length: int, first: str, rest: str) -> None:
    for divide, expected in ((keep_first, first), (cut_first, rest)):
        tree = parse_fragment("ab<b>cd</b>ef")
        divide(tree, length)
        html = tostring(tree, encoding="unicode", short_empty_elements=False)
        assert html == f"<fragment>{expected}</fragment>"
