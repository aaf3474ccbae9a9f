from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown import Markdown

from plugins.core.document import Document
from plugins.photos import PhotoLibrary

EXTENSIONS = ["extra", "sane_lists", "plugins.articles.typed.extension"]


def convert(text: str, *more: str) -> tuple[str, list[tuple[int | None, str]]]:
    md: Any = Markdown(extensions=[*EXTENSIONS, *more])
    md.document = Document(Path("/g/b.md"), PhotoLibrary(Path("/g")), "b.md", text.split("\n"), 1)
    html = md.convert(text)
    return html, [(problem.line, problem.message) for problem in md.document.problems]


@pytest.mark.parametrize(
    "line",
    [
        "[Ông A]: Vâng.",
        "[Ông A]: Vâng. (cười)",
        "[Ông A]: 12/BC-UBND",
        "[1]: 12/BC-UBND",
        "[1]: https://a.example/khong-ai-dung",
        "*[PV]: Thưa ông?*",
        "*[PV]: Thưa ông,\ntình hình ra sao?*",
        "*[UBND]: không ai nhắc lại",
        "*[UBND]:\nUBND nhắc lại",
        "*[UBND]: ở [địa chỉ này](/UBND/) và `UBND`",
    ],
)
def test_a_definition_that_defines_nothing_is_text(line: str) -> None:
    words = re.findall(r"\w+", line)
    for text in (f"Đoạn.\n\n{line}\n\nHết.", f"Đoạn.\n{line}", f"> {line}", f"- mục\n- {line}"):
        html, problems = convert(text)
        assert [word for word in words if word not in html] == []
        assert problems == []


def test_an_interview_keeps_every_answer() -> None:
    html, _ = convert("[Ông A]: Vâng.\n\n[Ông A] gật đầu.\n\n[Ông A]: Không.")
    assert html == "<p>[Ông A]: Vâng.</p>\n<p>[Ông A] gật đầu.</p>\n<p>[Ông A]: Không.</p>"


def test_questions_by_one_reporter_are_no_abbreviations() -> None:
    html, _ = convert("PV Báo A gặp ông.\n\n*[PV]: Câu một?\n\n*[PV]: Câu hai?")
    assert "Câu một?" in html
    assert "Câu hai?" in html
    assert "<abbr" not in html


@pytest.mark.parametrize(
    ("use", "definition", "href"),
    [
        ("[báo][1]", "[1]: https://a.example/x", "https://a.example/x"),
        ("[Báo  A]", "[báo a]: <https://a.example/x> 'Tên'", "https://a.example/x"),
        ("[tệp][k]", "[k]: ke-hoach.pdf", "ke-hoach.pdf"),
        ("[tệp][k]", "[k]: {static}/tep/12.pdf", "{static}/tep/12.pdf"),
        ("[mục][k]", "[k]: #muc-1", "#muc-1"),
        ("[trang][k]", "[k]: /lien-he/", "/lien-he/"),
        ("[thư][k]", "[k]: mailto:a@b.example", "a@b.example"),
    ],
)
def test_a_definition_that_is_used_makes_its_link(use: str, definition: str, href: str) -> None:
    html, _ = convert(f"Xem {use}.\n\n[Ông A]: Vâng.\n{definition}\n\nHết.")
    assert href in html
    assert html.count("<p>") == 3
    assert "<p>[Ông A]: Vâng.</p>" in html


def test_an_image_uses_its_definition() -> None:
    html, _ = convert('![Chợ][c]\n\n[c]: 1.jpg "Tựa"')
    assert html == '<p><img alt="Chợ" src="1.jpg" title="Tựa"></p>'.replace('">', '" />')


def test_the_source_lines_link_does_not_leave_its_definition_behind() -> None:
    html, problems = convert(
        "Đoạn.\n\nNguồn: [Báo A][1]\n\n[1]: https://a.example/x", "plugins.attribution.extension"
    )
    assert (html, problems) == ("<p>Đoạn.</p>", [])


def test_an_abbreviation_that_occurs_is_explained() -> None:
    html, _ = convert("MTTQ tỉnh họp ở UBND.\n\n*[MTTQ]: Mặt trận\n*[UBND]: Ủy ban")
    assert '<abbr title="Mặt trận">MTTQ</abbr>' in html
    assert '<abbr title="Ủy ban">UBND</abbr>' in html


def test_a_label_with_two_addresses_is_a_warning_that_quotes_the_lost_one() -> None:
    html, problems = convert("Xem [báo].\n\n[báo]: https://a.example\n\n[báo]: https://b.example")
    assert "https://b.example" in html
    ((line, message),) = problems
    assert line == 3
    assert "https://a.example" in message


def test_code_is_left_alone() -> None:
    html, _ = convert("```\n[Ông A]: Vâng.\n```\n\n    [1]: x\n")
    assert "[Ông A]: Vâng." in html
    assert "[1]: x" in html


def test_without_a_document_and_without_abbreviations_it_works_too() -> None:
    md = Markdown(extensions=["plugins.articles.typed.extension"])
    text = "[x]: Vâng.\n\n[1] [1]\n\n[1]: https://a.example\n\n[1]: https://b.example"
    assert "Vâng." in md.convert(text)


PIECES = st.sampled_from(
    ["[A]", "[a][A]", "[A]:", "*[A]:", " Vâng.", " https://a.example/x", "\n", "\n\n", "> ", "- "]
)


@settings(deadline=None, max_examples=300)
@given(pieces=st.lists(PIECES, max_size=12))
def test_no_word_is_ever_lost(pieces: list[str]) -> None:
    text = "".join(pieces)
    html, problems = convert(text)
    assert "Vâng" not in text or "Vâng" in html + str(problems)
    assert "example" not in text or "example" in html + str(problems)


@pytest.mark.parametrize(
    "line", [r"[Sở]: https://a.example/so", r'[Sở]: https://a.example/so "Tít"']
)
def test_a_definition_that_only_seems_to_be_used_is_told(line: str) -> None:
    html, problems = convert(f"Xem `[Sở]` và [a\\][Sở].\n\n{line}")
    assert line in "".join(message for _, message in problems) or "a.example/so" in html


def test_an_abbreviation_of_digits_stays_text() -> None:
    html, _ = convert("Số 1 &copy;\n\n*[1]: một")
    assert "*[1]: một" in html


def test_a_label_without_a_letter_defines_nothing() -> None:
    html, _ = convert("Xem [] và [ ].\n\n[]: https://a.example/so")
    assert html.startswith("<p>Xem [] và [ ].</p>")
    assert "[]: " in html
