from __future__ import annotations

import pytest

from tests.articles.typed.conftest import Read


@pytest.mark.parametrize(
    "text",
    [
        "**câu hai** {A, B, C}",
        "**câu ba**{1, 2}",
        "**số**{x=5}",
        "**mã**{abc}",
        "**mã**{.}",
        "{0214}",
    ],
)
def test_braces_with_words_are_what_was_typed(read: Read, text: str) -> None:
    html = read(f"Đáp án {text} đúng.\n\n## Kết quả {text}\n\nĐoạn\n{text}").html
    assert html.count(text.split("{")[1]) == 3


def test_braces_with_attributes_are_attributes(read: Read) -> None:
    assert read("## Tít {#muc-1 .rong}").html == '<h2 class="rong" id="muc-1">Tít</h2>'
    assert read('**chữ**{lang="en"}').html == '<p><strong lang="en">chữ</strong></p>'
