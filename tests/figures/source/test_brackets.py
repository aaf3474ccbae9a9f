from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown import Markdown

from plugins.figures.source.brackets import MOST_LINK_LETTERS, quicken

PIECES = st.sampled_from(
    ("[", "](", "a", "(", ")", "![", "][", "]", " ", "<", ">", "\\", "\n\n[a]: /x")
)
PLAIN, QUICK = Markdown(), Markdown()
quicken(QUICK)


@given(st.lists(PIECES, max_size=14).map("".join))
def test_links_and_images_are_python_markdowns(text: str) -> None:
    assert QUICK.reset().convert(text) == PLAIN.reset().convert(text)


@pytest.mark.parametrize("title", ['"(', "'(("])
def test_an_address_that_does_not_close_is_text(title: str) -> None:
    # python-markdown makes a link of a part of it, and what stood behind it is lost.
    assert QUICK.reset().convert(f"[a]({title} chữ.") == f"<p>[a]({title} chữ.</p>"


def test_an_address_has_an_end() -> None:
    address = "a" * MOST_LINK_LETTERS
    assert QUICK.reset().convert(f"[x]({address})").startswith("<p>[x](")
    assert QUICK.reset().convert(f"[x]({address[10:]})").startswith("<p><a ")
