"""That templates are compiled once for all tests changes nothing that a test can see."""

from __future__ import annotations

import traceback
from pathlib import Path
from typing import Any

import pytest
from jinja2 import Environment, FileSystemLoader

from plugins.engine.render.environment import FILTERS
from tests.compiled_templates import compiled_once


def made(folder: Path, text: str, filters: dict[str, Any] | None = None, **options: Any) -> str:
    """Render a template that is in ``folder``, as our own theme's are."""
    folder.mkdir(exist_ok=True)
    (folder / "trang.html").write_text(text, encoding="utf-8")
    environment = Environment(loader=FileSystemLoader(folder), autoescape=True, **options)
    environment.filters |= FILTERS | (filters or {})
    with compiled_once():
        return environment.get_template("trang.html").render(number=0)


def test_the_same_template_of_another_folder_is_not_compiled(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = "{% if not number %}Không{% endif %}"
    assert made(tmp_path / "a", text) == "Không"
    monkeypatch.setattr(Environment, "_parse", None)
    assert made(tmp_path / "b", text) == "Không"


def test_other_texts_options_and_filters_make_another_template(tmp_path: Path) -> None:
    text = "{% if not number %}\n{{ 1000 | vi_number }}{% endif %}"
    assert made(tmp_path, text) == "\n1.000"
    assert made(tmp_path, text, trim_blocks=True) == "1.000"
    assert made(tmp_path, text.replace("1000", "2000")) == "\n2.000"
    words = ["nghìn"]
    for word in ("nghìn", "ngàn"):
        words[0] = word
        # Of a constant Jinja asks when it compiles: such a filter may answer otherwise each time.
        assert made(tmp_path, text, {"vi_number": lambda _: words[0]}) == f"\n{word}"


def test_a_fault_is_told_with_the_file_in_which_it_is(tmp_path: Path) -> None:
    for name in ("a", "b"):
        with pytest.raises(ZeroDivisionError) as caught:
            made(tmp_path / name, "{% macro half() %}\n{{ 1 / number }}{% endmacro %}{{ half() }}")
        frames = traceback.extract_tb(caught.value.__traceback__)
        assert (frames[-1].filename, frames[-1].lineno) == (str(tmp_path / name / "trang.html"), 2)
