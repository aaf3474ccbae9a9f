"""The last net: names of photos that stayed text."""

from __future__ import annotations

import pytest

from tests.figures.conftest import Read


@pytest.mark.parametrize(
    "body", ["- a.jpg", "> a.jpg", "Xem a.jpg nhé.", "a.jpg - Quang cảnh", "<div>a.jpg b</div>"]
)
def test_a_photos_name_that_stays_text_is_a_warning(read: Read, body: str) -> None:
    message = "tên ảnh “a.jpg” nằm lẫn trong chữ nên ảnh không hiện ra"
    assert read(body, "a.jpg").problems == [("warning", 1, message)]


@pytest.mark.parametrize("body", ["`a.jpg`", "    mã a.jpg", "[a.jpg](a.jpg)", "Xem b.jpg nhé."])
def test_a_name_quoted_for_its_own_sake_is_none(read: Read, body: str) -> None:
    assert read(body, "a.jpg").problems == []
