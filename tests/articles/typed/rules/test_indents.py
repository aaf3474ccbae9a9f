from __future__ import annotations

import markdown
import pytest


def convert(source: str) -> str:
    return markdown.markdown(source, extensions=["extra", "plugins.articles.typed.extension"])


@pytest.mark.parametrize("indent", ["\t", "    ", "        ", " \t "])
def test_an_indented_paragraph_is_a_paragraph(indent: str) -> None:
    assert convert(f"Đoạn một.\n\n{indent}Đoạn hai.\n\nĐoạn ba.") == (
        "<p>Đoạn một.</p>\n<p>Đoạn hai.</p>\n<p>Đoạn ba.</p>"
    )


def test_code_between_fences_stays_code() -> None:
    assert "<pre><code>Title: Một\n</code></pre>" in convert("```\nTitle: Một\n```")


def test_an_indented_paragraph_in_a_list_still_belongs_to_its_item() -> None:
    html = convert("- một\n\n    thêm về một\n\n- hai")
    assert html.index("thêm về một") < html.index("</li>")


def test_asterisks_between_digits_are_signs_of_multiplication() -> None:
    assert convert("Khổ 100*200*300 mm và *nghiêng*") == (
        "<p>Khổ 100*200*300 mm và <em>nghiêng</em></p>"
    )


def test_a_backslash_at_a_lines_end_breaks_the_line() -> None:
    assert convert("Dòng một\\\ndòng hai") == "<p>Dòng một<br />\ndòng hai</p>"
