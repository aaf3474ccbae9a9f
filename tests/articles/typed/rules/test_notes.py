from __future__ import annotations

import pytest

from plugins.core import checks
from plugins.core.problems import ProblemError
from tests.articles.typed.conftest import Read


def test_a_mark_without_its_note_is_shown_and_told_once(read: Read) -> None:
    result = read("Đoạn.\n\nTheo nghị quyết[^2] và[^2] kế hoạch[^1].\n\n[^1]: Số 12.")
    assert "nghị quyết[^2] và[^2] kế hoạch<sup" in result.html
    assert result.said == [(3, "dấu chú thích “[^2]” không có lời chú thích nào")]


def test_a_note_of_several_paragraphs_stays_whole(read: Read) -> None:
    result = read("Kế hoạch[^1].\n\n[^1]: Số 12.\n\n    Ban hành năm 2024.\n\nĐoạn cuối.")
    assert "<p>Số 12.</p>\n<p>Ban hành năm 2024." in result.html
    assert result.problems == []


@pytest.mark.parametrize(
    "body", ["[^3]: Số 12.", "Kế hoạch[^3].\n\n[^3]: Số 9.\n[^3]: Số 12.", "[^]: Số 12."]
)
def test_a_note_without_its_mark_is_shown_and_told(read: Read, body: str) -> None:
    result = read(body)
    assert "]: Số 12.</p>" in result.html
    ((_, message),) = result.said
    assert "không ứng với dấu nào" in message


@pytest.mark.parametrize("fence", ["```", "~~~", "```python"])
def test_what_looks_like_a_note_in_code_is_code(read: Read, fence: str) -> None:
    result = read(f"Đoạn.\n\n{fence}\n[^3]: Số 12.\n{fence[:3]}\n\nĐoạn cuối.")
    assert ">[^3]: Số 12.\n</code>" in result.html
    assert result.problems == []


def test_a_note_that_hundreds_of_marks_refer_to_is_refused(read: Read) -> None:
    marks = "Chữ[^1].\n\n"
    assert read(marks * 200 + "[^1]: Chú.").said == []
    with pytest.raises(ProblemError) as caught:
        read(marks * 201 + "[^1]: Chú.")
    problem = caught.value.problems[-1]
    assert (problem.check, problem.line) == (checks.NOTE_TOO_OFTEN, 401)
    assert "“[^1]” đứng ở quá 200 chỗ" in problem.message
