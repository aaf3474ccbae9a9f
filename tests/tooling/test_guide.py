from __future__ import annotations

from pathlib import Path

import pytest

from plugins.articles.typed.extension import RULES
from tools.guide import PAGES, TABLE, TABLES, Example, converted, examples, shown, written


def test_every_rule_but_that_of_letters_shows_an_example() -> None:
    assert len(examples()) == len(RULES) - 1


@pytest.mark.parametrize("example", examples(), ids=lambda example: example.rule)
def test_what_a_rule_shows_comes_of_what_is_typed(example: Example) -> None:
    assert converted(example) == example.after


def test_every_table_stands_in_one_document() -> None:
    texts = (page.read_text(encoding="utf-8") for page in PAGES)
    assert [found["name"] for text in texts for found in TABLE.finditer(text)] == [*TABLES]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_tables_say_what_the_program_says(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    assert text == written(text)


def test_a_page_is_shown_in_one_line() -> None:
    html = '<p>Một<br>\nhai</p><ol start="3"><li>Ba</li><li>Bốn</li></ol><ul><li>Năm</li></ul>'
    assert shown(html) == "Một ↵ hai ↵ 3. Ba ↵ 4. Bốn ↵ • Năm"
