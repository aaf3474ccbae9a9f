from __future__ import annotations

from pathlib import Path

from plugins.core.document import Document
from plugins.figures.source.places import Places
from plugins.photos import PhotoLibrary


def places(*lines: str, body_line: int = 1) -> Places:
    return Places(
        Document(Path("/x/a.md"), PhotoLibrary(Path("/x")), "a.md", list(lines), body_line)
    )


def test_a_photo_is_on_the_line_that_reads_so() -> None:
    found = places("Xem a.jpg sau.", "\ta.jpg\u00a0", "![](a.jpg)")
    assert found.place("    a.jpg", "a.jpg").line == 2
    assert found.place("![](a.jpg)", "a.jpg").line == 3


def test_lines_that_read_the_same_are_given_in_order() -> None:
    found = places("a.jpg", "", "a.jpg", "")
    assert [found.place("a.jpg", "a.jpg").line for _ in range(3)] == [1, 3, 3]


def test_a_place_keeps_its_turn_whenever_it_is_asked_for() -> None:
    found = places("a.jpg", "", "a.jpg")
    first, second = found.place("a.jpg", "a.jpg"), found.place("a.jpg", "a.jpg")
    assert (second.line, first.line, second.line) == (3, 1, 3)


def test_the_head_of_the_file_is_not_searched() -> None:
    assert places("a.jpg", "a.jpg", body_line=2).place("a.jpg", "a.jpg").line == 2


def test_otherwise_markup_is_looked_for_before_the_bare_name() -> None:
    found = places("Xem a.jpg.", "[r]: a.jpg", "chữ ![](a.jpg)", "<img src='b.jpg'>", "anh/c.jpg d")
    assert found.place("", "a.jpg").line == 3
    assert found.place("", "b.jpg").line == 4
    assert found.place("", "khac\\c.jpg").line == 5
    assert found.place("", "z.jpg").line is None
