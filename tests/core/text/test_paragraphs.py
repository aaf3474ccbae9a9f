from __future__ import annotations

import pytest

from plugins.core.text.paragraphs import MOST_LETTERS, MOST_SIGNS, is_none, signs


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("Chữ thường, không dấu.", 0),
        ("**đậm** và _nghiêng_", 4),
        ("[a](b) <b> \\*", 4),
        ("____", 1),
    ],
)
def test_signs_are_those_that_may_have_a_partner(text: str, number: int) -> None:
    assert signs(text) == number


def test_a_paragraph_has_so_many_letters_and_signs_at_most() -> None:
    assert not is_none("a" * MOST_LETTERS)
    assert is_none("a" * (MOST_LETTERS + 1))
    assert not is_none("a [" * MOST_SIGNS)
    assert is_none("a [" * (MOST_SIGNS + 1))
