from __future__ import annotations

from tests.articles.typed.conftest import Read


def test_a_mark_without_its_note_is_shown_and_told_once(read: Read) -> None:
    result = read("Đoạn.\n\nTheo nghị quyết[^2] và[^2] kế hoạch[^1].\n\n[^1]: Số 12.")
    assert "nghị quyết[^2] và[^2] kế hoạch<sup" in result.html
    assert result.said == [(3, "dấu chú thích “[^2]” không có lời chú thích nào")]


def test_a_note_of_several_paragraphs_stays_whole(read: Read) -> None:
    result = read("Kế hoạch[^1].\n\n[^1]: Số 12.\n\n    Ban hành năm 2024.\n\nĐoạn cuối.")
    assert "<p>Số 12.</p>\n<p>Ban hành năm 2024." in result.html
    assert result.problems == []
