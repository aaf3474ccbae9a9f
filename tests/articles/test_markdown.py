from __future__ import annotations

import subprocess
import sys

import pytest
from markdown import Markdown

from plugins.articles.markdown import make_markdown

TEXT = "Chữ[^1] và bảng\n\na | b\n--|--\n1 | 2\n\n*[HTML]: x\n\nHTML\n\n[^1]: Chú thích.\n"
PARTS = ("fenced_code", "footnotes", "attr_list", "def_list", "tables", "abbr", "md_in_html")


def test_an_extension_gets_its_settings_whatever_it_is_called_by() -> None:
    config = {"BACKLINK_TITLE": "Về chú thích {}"}
    made = make_markdown(
        {
            "extensions": ["markdown.extensions.footnotes", "tables"],
            "extension_configs": {"markdown.extensions.footnotes": config},
        }
    )
    html = made.convert(TEXT)
    assert 'title="Về chú thích 1"' in html
    assert "<table>" in html


def test_extra_by_its_parts_is_extra() -> None:
    parts = make_markdown({"extensions": [f"markdown.extensions.{name}" for name in PARTS]})
    assert parts.convert(TEXT) == Markdown(extensions=["extra"]).convert(TEXT)


@pytest.mark.parametrize("name", ["khong.co", "markdown.khong_co"])
def test_an_extension_that_is_not_there_is_named(name: str) -> None:
    with pytest.raises(ImportError, match="khong"):
        make_markdown({"extensions": [name]})


def test_installed_packages_are_not_looked_through_for_a_module() -> None:
    script = (
        "import sys; from plugins.articles.markdown import make_markdown; "
        "make_markdown({'extensions': ['markdown.extensions.tables']}); "
        "sys.exit('importlib.metadata' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", script], check=False).returncode == 0
