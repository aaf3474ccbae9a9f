from __future__ import annotations

import markdown

from plugins.articles.excerpt import excerpt


def test_the_excerpt_is_the_first_real_paragraph_as_plain_text() -> None:
    content = (
        '<figure class="figure"><p>không lấy chú thích này vào</p></figure>'
        "<p>Lào Cai</p><p>Sáng nay, <strong>hội nghị</strong> &amp; lễ ký diễn ra.</p>"
    )
    assert excerpt(content, 40) == "Sáng nay, hội nghị & lễ ký diễn ra."


def test_a_long_paragraph_is_cut_at_a_word_with_an_ellipsis() -> None:
    assert excerpt("<p>một hai ba bốn năm sáu</p>", 5) == "một hai ba bốn năm…"


def test_a_short_only_paragraph_is_better_than_nothing() -> None:
    assert excerpt("<p>Tin vắn</p>", 5) == "Tin vắn"
    assert excerpt("<ul><li>a</li></ul>", 5) == ""


def test_the_mark_of_a_footnote_is_not_a_digit_of_the_number_before_it() -> None:
    source = "Đến nay đã đạt 95[^1] số hộ<br>trong huyện.\n\n[^1]: Phần trăm."
    content = markdown.markdown(source, extensions=["extra"])
    assert excerpt(content, 40) == "Đến nay đã đạt 95 số hộ trong huyện."
