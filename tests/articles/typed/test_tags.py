from __future__ import annotations

import pytest

from tests.articles.typed.conftest import Read


@pytest.mark.parametrize("text", ["a<b và c>d", "x <p nhỏ> y", "<5% và >3%", "1 < 2 > 0", "AT&T"])
def test_signs_that_make_no_tag_are_what_was_typed(read: Read, text: str) -> None:
    shown = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    assert read(f"Nếu {text} thì dừng.").html == f"<p>Nếu {shown} thì dừng.</p>"


@pytest.mark.parametrize(
    "tag", ["<b>", "</b>", "<br>", '<a href="/x/">', "<video controls>", "<i class=x lang='vi'>"]
)
def test_tags_stay_tags(read: Read, tag: str) -> None:
    assert tag in read(f"Một {tag} hai").html


def test_a_tag_between_backticks_is_code(read: Read) -> None:
    html = read("Thẻ `<div>` mở khung.\n\n<p>Hết.</p>").html
    assert "<code>&lt;div&gt;</code>" in html
