"""The last net: names of photos that stayed text."""

from __future__ import annotations

import re
from unittest.mock import patch

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.core.document import Document
from plugins.figures.source.leftover import warn_of_leftovers
from plugins.photos import PhotoLibrary
from tests.figures.conftest import Newsroom, Read


@pytest.mark.parametrize(
    "body", ["- a.jpg", "> a.jpg", "Xem a.jpg nhé.", "a.jpg - Quang cảnh", "<div>a.jpg b</div>"]
)
def test_a_photos_name_that_stays_text_is_a_warning(read: Read, body: str) -> None:
    message = "tên ảnh “a.jpg” nằm lẫn trong chữ nên ảnh không hiện ra"
    assert read(body, "a.jpg").problems == [("warning", 1, message)]


@pytest.mark.parametrize("body", ["`a.jpg`", "    mã a.jpg", "[a.jpg](a.jpg)", "Xem b.jpg nhé."])
def test_a_name_quoted_for_its_own_sake_is_none(read: Read, body: str) -> None:
    assert read(body, "a.jpg").problems == []


def lines(read: Read, body: str) -> list[int | None]:
    """Return the lines of the leftovers of two photos."""
    problems = read(body, "a.jpg", "Chợ (2).jpg").problems
    return [line for _, line, message in problems if message.startswith("tên ảnh")]


def test_each_place_is_reported_on_its_own_line(read: Read) -> None:
    assert lines(read, "Xem a.jpg.\n\n- a.jpg\n- b\n\n> a.jpg") == [1, 3, 6]
    assert lines(read, "> Chợ (2).jpg\n\nXem **a.jpg** và <b>a.jpg</b> ở đây") == [1, 3]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("a.jpg\nChú.\n\n- a.jpg", [4]),
        ("- a.jpg\n\na.jpg\nChú.", [1]),
        ("- một\na.jpg\n\nhai\n\na.jpg\nChú.", [2]),
        ("<div>\na.jpg b\n</div>\n\na.jpg\nChú.\n\nXem a.jpg.", [2, 8]),
        ("![x](a.jpg)\n\nXem a.jpg.", [3]),
        ("```\na.jpg\n```\n\n`a.jpg`\n\n- a.jpg", [7]),
        ("<p>a.jpg</p>\nChú.\n\n- một\n  a.jpg", [5]),
        ("Chữ[^1]\n\n[^1]: Xem a.jpg\n\na.jpg\nChú.", [3]),
    ],
)
def test_the_line_of_a_photo_that_is_shown_is_never_named(
    read: Read, body: str, expected: list[int | None]
) -> None:
    assert lines(read, body) == expected


def test_a_name_the_source_writes_otherwise_is_reported_without_a_line(read: Read) -> None:
    assert lines(read, "<div>Xem a&#46;jpg nhé.</div>") == [None]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Newsroom:
    room = Newsroom(tmp_path_factory.mktemp("content"))
    room.photo("a.jpg")
    return room


def warnings(text: str, room: Newsroom) -> list[str]:
    lines = text.split("\n")
    document = Document(room.root / "bai/index.md", PhotoLibrary(room.root), "bai", lines, 1)
    warn_of_leftovers(lines, {}, document)
    return [str(problem) for problem in document.problems]


PIECE = st.sampled_from(["a.jpg", "a", ".", "jpg", " ", "\n", "\u200c", "\u2060", "\u0309", "*"])


@given(st.lists(PIECE).map("".join))
def test_a_text_without_a_dot_amid_it_needs_no_search_for_names(
    folder: Newsroom, text: str
) -> None:
    guarded = warnings(text, folder)
    with patch("plugins.figures.source.leftover._DOT", re.compile("")):
        assert warnings(text, folder) == guarded
