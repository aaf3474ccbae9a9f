from __future__ import annotations

import pytest

from plugins.articles.typed.limits import MOST_DEFINITIONS, MOST_QUOTES
from plugins.core import checks
from plugins.core.problems import Problem, ProblemError
from plugins.core.text.paragraphs import MOST_LETTERS, MOST_SIGNS
from tests.articles.typed.conftest import Read


def refused(read: Read, body: str) -> Problem:
    with pytest.raises(ProblemError) as caught:
        read(body)
    problem = caught.value.problems[-1]
    assert problem.level == "error"
    assert problem.fix
    return problem


def test_a_paragraph_longer_than_any_is_refused_on_its_line(read: Read) -> None:
    long = "từ " * (MOST_LETTERS // 3)
    assert read(f"Mở đầu.\n\n{long}").said == []
    problem = refused(read, f"Mở đầu.\n\n{long}và hơn nữa")
    assert (problem.check, problem.line) == (checks.PARAGRAPH_TOO_LONG, 3)
    assert "đoạn này dài 30010 ký tự (quá 30000): “từ từ" in problem.message


@pytest.mark.parametrize("sign", ["[", "![", "*a ", "_", "`a ``b ", "\\[", "a <"])
def test_a_paragraph_full_of_signs_is_refused_on_its_line(read: Read, sign: str) -> None:
    text = (sign + " ") * (MOST_SIGNS + 1)
    problem = refused(read, f"Mở đầu.\n\nChữ {text}")
    assert (problem.check, problem.line) == (checks.PARAGRAPH_TOO_LONG, 3)
    assert f"(quá {MOST_SIGNS})" in problem.message


def test_a_row_of_one_sign_is_one_sign(read: Read) -> None:
    assert read("Họ tên: " + "_" * (2 * MOST_SIGNS) + " ngày sinh …").said == []


def test_code_and_html_tables_may_be_as_long_as_they_are(read: Read) -> None:
    code = "mảng[chỉ_số] " * MOST_LETTERS
    assert read(f"```\n{code}\n```").said == []
    table = "<tr><td>một<td>hai</tr>" * MOST_SIGNS
    assert read(f"<table>{table}</table>").said == []


def test_quotations_within_each_other_have_an_end(read: Read) -> None:
    assert read("> " * MOST_QUOTES + "chữ").said == []
    problem = refused(read, "Chữ.\n\n" + "> " * (MOST_QUOTES + 1) + "chữ")
    assert (problem.check, problem.line) == (checks.ARTICLE_TOO_DEEP, 3)


@pytest.mark.parametrize("line", ["*[A]: b", "a\n:   b"])
def test_definitions_one_below_the_other_have_an_end(read: Read, line: str) -> None:
    lines = f"{line}\n" * (MOST_DEFINITIONS + 1)
    assert refused(read, f"{lines}\nA").check is checks.PARAGRAPH_TOO_LONG
    apart = "\n\n".join([f"{line}\n" * (MOST_DEFINITIONS - 10)] * 3)
    assert all("định nghĩa" not in message for _, message in read(f"{apart}\n\nA").said)
