"""Fenced code is python-markdown's, whenever it is loaded."""

from __future__ import annotations

import subprocess
import sys

import pytest
from markdown import Markdown

OURS = "plugins.articles.fences"
TEXTS = (
    "Không có mã.",
    "```\nmã **không** đậm\n```",
    "~~~ {.python #so-1 data-x=1}\nprint(1)\n~~~",
    "``` python hl_lines='1'\nprint(1)\n```\n\nSau.",
    "Chữ `mã` và ```mã``` trong dòng.",
    "```\nkhông đóng",
    "- mục\n\n    ```\n    mã\n    ```",
)


@pytest.mark.parametrize("others", [(), ("attr_list",), ("attr_list", "codehilite")])
def test_the_same_comes_of_a_text_as_by_python_markdowns_own(others: tuple[str, ...]) -> None:
    ours, theirs = (Markdown(extensions=[name, *others]) for name in (OURS, "fenced_code"))
    for text in (*TEXTS, *TEXTS[::-1]):
        assert ours.reset().convert(text) == theirs.reset().convert(text)


@pytest.mark.parametrize(("text", "loaded"), [("Không có mã.", 0), ("```\nmã\n```", 1)])
def test_highlighters_are_looked_for_only_by_a_text_with_code(text: str, loaded: int) -> None:
    script = (
        "import sys; from markdown import Markdown; "
        f"from {OURS} import makeExtension; "
        "Markdown(extensions=[makeExtension()]).convert(sys.argv[1]); "
        "sys.exit('pygments' in sys.modules)"
    )
    ended = subprocess.run([sys.executable, "-c", script, text], check=False)
    assert ended.returncode == loaded
