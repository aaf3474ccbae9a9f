"""A document without a photo line comes out as python-markdown alone makes it."""

from __future__ import annotations

import base64
import importlib
import json
import zlib
from pathlib import Path
from typing import Any

import pytest
from markdown import Markdown

from plugins.core.document import Document, Found
from plugins.figures.extension import FiguresExtension
from plugins.photos import PhotoLibrary

CORPUS = json.loads(
    (Path(__file__).parent / "python_markdown" / "cases.json").read_text(encoding="utf-8")
)
CASES = {case["id"]: case for case in CORPUS["cases"]}

# The rule: a case with a photo line must change, every other must not.
WITH_A_PHOTO_LINE = {
    "test_legacy.TestBasic.test_angle_links_and_img",
    "test_legacy.TestMisc.test_brackets_in_img_title",
    "test_legacy.TestMisc.test_image_in_links",
    "test_legacy.TestMisc.test_uche",
    "test_syntax.blocks.test_html_blocks.TestHTMLBlocks.test_comment_after_void_inline_html",
    "test_syntax.extensions.test_abbr.TestAbbr.test_abbr_with_attr_list",
    "test_syntax.extensions.test_legacy_attrs.TestLegacyAtrributes.testLegacyAttrs",
    "test_syntax.extensions.test_md_in_html.TestDefaultwMdInHTML"
    ".test_comment_after_void_inline_html",
    "test_syntax.extensions.test_smarty.TestSmarty.test_escaped_attr",
    "test_syntax.inline.test_images.TestAdvancedImages.test_misc",
    "test_syntax.inline.test_images.TestAdvancedImages.test_misc_img",
    "test_syntax.inline.test_images.TestAdvancedImages.test_misc_img_title",
    "test_syntax.inline.test_images.TestAdvancedImages.test_misc_ref",
    "test_syntax.inline.test_images.TestAdvancedImages.test_short_ref",
    "test_syntax.inline.test_images.TestAdvancedImages.test_short_ref_in_link",
    "test_syntax.inline.test_images.TestAdvancedImages.test_single_quote",
    "test_syntax.inline.test_raw_html.TestRawHtml.test_inline_html_backslashes",
}


def source_of(case: dict[str, Any]) -> str:
    if "source" in case:
        return str(case["source"])
    return zlib.decompress(base64.b64decode(case["packed"])).decode()


def option(value: Any) -> Any:
    """Turn a stored option back into what python-markdown takes."""
    if isinstance(value, list):
        return [option(each) for each in value]
    if isinstance(value, dict) and "class" in value:
        return named(value["class"])(**option(value["config"]))
    if isinstance(value, dict) and "function" in value:
        return named(value["function"])
    return {key: option(each) for key, each in value.items()} if isinstance(value, dict) else value


def named(name: str) -> Any:
    module, _, attribute = name.partition(":")
    return getattr(importlib.import_module(module), attribute)


def convert(case: dict[str, Any], *more: FiguresExtension, document: Document | None = None) -> str:
    options = {key: option(value) for key, value in case["options"].items()}
    markdown = Markdown(**options | {"extensions": [*options.get("extensions", []), *more]})
    if document is not None:
        markdown.document = document  # type: ignore[attr-defined] # extensions look for it there
    return markdown.convert(source_of(case))


def test_the_corpus_is_whole() -> None:
    assert len(CASES) == len(CORPUS["cases"]) == 1002
    assert CORPUS["left_out"] == []
    assert set(CASES) >= WITH_A_PHOTO_LINE


@pytest.mark.parametrize("name", [name for name in CASES if name not in WITH_A_PHOTO_LINE])
def test_a_case_without_a_photo_line_comes_out_the_same(name: str) -> None:
    assert convert(CASES[name], FiguresExtension()) == convert(CASES[name])


@pytest.mark.parametrize("name", sorted(WITH_A_PHOTO_LINE))
def test_a_case_with_a_photo_line_becomes_a_figure(name: str) -> None:
    assert '<figure class="figure' in convert(CASES[name], FiguresExtension())
    assert "<figure" not in convert(CASES[name])


def test_in_an_article_too_a_case_without_an_image_comes_out_the_same(tmp_path: Path) -> None:
    for name, case in CASES.items():
        plain = convert(case)
        if "<img" not in plain:
            lines = source_of(case).split("\n")
            document = Document(tmp_path / "bai.md", PhotoLibrary(tmp_path), "bai.md", lines, 1)
            assert convert(case, FiguresExtension(), document=document) == plain, name
            assert document.found == Found(), name
