from __future__ import annotations

from pathlib import Path

from plugins.core.document import Document
from plugins.figures.source.locations import Locations
from plugins.photos import PhotoLibrary


def locations(*lines: str, body_line: int = 1) -> Locations:
    return Locations(
        Document(Path("/x/a.md"), PhotoLibrary(Path("/x")), "a.md", list(lines), body_line)
    )


def test_a_photo_is_on_the_line_that_reads_so() -> None:
    found = locations("Xem a.jpg sau.", "\ta.jpg\u00a0", "![](a.jpg)")
    assert found.location("    a.jpg", "a.jpg").line == 2
    assert found.location("![](a.jpg)", "a.jpg").line == 3


def test_lines_that_read_the_same_are_given_in_order() -> None:
    found = locations("a.jpg", "", "a.jpg", "")
    assert [found.location("a.jpg", "a.jpg").line for _ in range(3)] == [1, 3, 3]


def test_a_place_keeps_its_turn_whenever_it_is_asked_for() -> None:
    found = locations("a.jpg", "", "a.jpg")
    first, second = found.location("a.jpg", "a.jpg"), found.location("a.jpg", "a.jpg")
    assert (second.line, first.line, second.line) == (3, 1, 3)


def test_the_head_of_the_file_is_not_searched() -> None:
    assert locations("a.jpg", "a.jpg", body_line=2).location("a.jpg", "a.jpg").line == 2


def test_otherwise_markup_is_looked_for_before_the_bare_name() -> None:
    found = locations(
        "Xem a.jpg.", "[r]: a.jpg", "chữ ![](a.jpg)", "<img src='b.jpg'>", "anh/c.jpg d"
    )
    assert found.location("", "a.jpg").line == 3
    assert found.location("", "b.jpg").line == 4
    assert found.location("", "khac\\c.jpg").line == 5
    assert found.location("", "z.jpg").line is None
