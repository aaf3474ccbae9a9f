"""With its shortcuts a conversion gives what it gives without them."""

from __future__ import annotations

import base64
import json
import re
import zlib
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown import Markdown
from markdown.blockprocessors import HRProcessor
from markdown.inlinepatterns import ShortReferenceInlineProcessor, SubstituteTagInlineProcessor

from plugins.core.document import Document, Found
from plugins.photos import PhotoLibrary
from tests.figures.conftest import write_photo

CASES = Path(__file__).parent.parent / "figures/python_markdown/cases.json"
OURS = ["typed.extension", "links"]
EXTENSIONS = [
    "markdown.extensions.extra",
    "markdown.extensions.sane_lists",
    *(f"plugins.articles.{name}" for name in OURS),
    "plugins.figures.extension",
    "plugins.attribution.extension",
]
LONG, SHORT = (
    Markdown(extensions=extensions, output_format="html")
    for extensions in (EXTENSIONS, [*EXTENSIONS, "plugins.articles.shortcuts"])
)

PIECES = [
    "a", "Đoạn văn, có dấu.", "từ", "2", " ", "  ", "    ", "\t", "\n", "\n\n", "\r\n", "  \n",
    "\\", "\\\n", "*", "**", "_", "`", "```", "~~~", "#", "## ", "- ", "1. ", "> ", ": ", "---",
    "===", "\n```\nmã\n```\n", "\n~~~\nmã\n~~~\n", "|", "|-|-|\n", "[a]", "[a]: /x", "[^1]",
    "[^1]: ghi chú", "*[TP]: thành phố", "TP", "(/x)", "[a](https://x.vn)", "![a](a.jpg)", "a.jpg",
    "<b>", "</b>", "<div>", "</div>", "<https://x.vn>", "<!-- c -->", "&amp;", "&", "<", ">", "!",
    "www.x.vn", "https://x.vn/a_b", "a@b.vn", "0214 3840 123",
    "{: .x}", "- ## a\n*b*", "\x02", "\x03", "\u00a0", "Ảnh: A", "Nguồn: Báo Lào Cai",
]  # fmt: skip


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("content")
    write_photo(root / "bai" / "a.jpg")
    return root


def convert(markdown: Markdown, body: str, root: Path) -> tuple[str, list[str], Found]:
    document = Document(
        root / "bai/index.md", PhotoLibrary(root), "bai/index.md", body.split("\n"), 1
    )
    markdown.reset()
    markdown.document = document  # type: ignore[attr-defined] # extensions look for it there
    html = markdown.convert(body)
    return html, [str(problem) for problem in document.problems], document.found


@settings(max_examples=300)
@given(st.lists(st.sampled_from(PIECES), max_size=14).map("".join))
def test_a_shortcut_changes_neither_html_nor_problems(root: Path, body: str) -> None:
    assert convert(SHORT, body, root) == convert(LONG, body, root)


def test_python_markdowns_own_cases_come_out_alike(root: Path) -> None:
    for case in json.loads(CASES.read_text(encoding="utf-8"))["cases"]:
        source = case.get("source") or zlib.decompress(base64.b64decode(case["packed"])).decode()
        if len(source) < 20_000:
            assert convert(SHORT, source, root) == convert(LONG, source, root), case["id"]


def test_a_pattern_that_is_not_known_still_finds_its_text() -> None:
    markdown = Markdown(extensions=["plugins.articles.shortcuts"])
    markdown.inlinePatterns.register(SubstituteTagInlineProcessor("--", "hr"), "own", 5)
    assert "<hr" in markdown.convert("Năm 2023 -- 2024")


def test_a_plain_text_is_open_to_those_who_come_after_the_inline_patterns() -> None:
    markdown = Markdown(extensions=["abbr", "plugins.articles.shortcuts"])
    assert "<abbr" in markdown.convert("Về TP Lào Cai\n\n*[TP]: thành phố")


class _Glossary(ShortReferenceInlineProcessor):
    def evalId(self, data: str, index: int, text: str) -> tuple[str, int, bool]:
        self.md.references[text] = ("/tu-dien/", "")
        return text, index, True


class _Dots(HRProcessor):
    SEARCH_RE = re.compile("^• • •$", re.MULTILINE)


def test_what_others_put_in_a_known_place_may_look_for_something_else() -> None:
    markdown = Markdown()
    markdown.inlinePatterns.register(_Glossary(r"\[", markdown), "short_reference", 130)
    markdown.parser.blockprocessors.register(_Dots(markdown.parser), "hr", 50)
    markdown.registerExtensions(["plugins.articles.shortcuts"], {})
    assert "<hr" in markdown.convert("một\n\n• • •\n\nhai")
    assert "/tu-dien/" in markdown.convert("Tăng trưởng [GDP] năm nay.")
