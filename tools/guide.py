"""Writes the tables of the editors' guide: ``python -m tools.guide``.

What an editor reads of a rule stands in the rule's own docstring, beside an example of what is
typed and what comes of it, which the tests hold it to. What is said of mistakes is the table in
``plugins/core/checks.py``.
"""

from __future__ import annotations

import re
import textwrap
from pathlib import Path
from typing import NamedTuple

from bs4 import BeautifulSoup, Tag
from bs4.element import NavigableString
from markdown import Markdown

from plugins.articles.typed.extension import RULES
from plugins.core.checks import CHECKS, SUBJECTS
from plugins.core.problems import LABELS

GUIDE = Path(__file__).resolve().parent.parent / "docs" / "huong-dan-bien-tap.md"
_BEGIN, _END = "<!-- Bảng do `python -m tools.guide` viết: {} -->", "<!-- hết bảng: {} -->"
_SECTION = re.compile(r"^(?P<name>[A-Z][a-z ]+)::\n\n(?P<text>(?:(?: {4}.*)?\n)+)", re.MULTILINE)
_EXTENSIONS = ["markdown.extensions.extra", "plugins.articles.typed.extension"]


class Example(NamedTuple):
    """A rule's example: its module's name, what is typed, the HTML that comes of it, and what the
    guide says of it, in Vietnamese."""

    rule: str
    before: str
    after: str
    guide: str


def examples() -> list[Example]:
    """Return what the docstrings of the rules show, in the rules' order."""
    found: list[Example] = []
    for rule in RULES:
        said = {
            match["name"]: textwrap.dedent(match["text"]).strip("\n")
            for match in _SECTION.finditer(f"{rule.__doc__}\n")
        }
        if "Before" not in said:
            continue  # what it finds is an error
        name = rule.__name__.rpartition(".")[2]
        guide = " ".join(said["In the guide"].split())
        found.append(Example(name, said["Before"], said["After"], guide))
    return found


def converted(example: Example) -> str:
    """Return the HTML that really comes of an example."""
    return Markdown(extensions=_EXTENSIONS, output_format="html").convert(example.before)


def table_of_rules() -> str:
    """Return the guide's table of what is typed, as Markdown."""
    rows = ["| Gõ hay dán | Trên trang | Cần biết |", "| --- | --- | --- |"]
    for example in examples():
        typed = "<br>".join(_cell(line) for line in example.before.split("\n") if line.strip())
        rows.append(f"| {typed} | {_cell(shown(example.after))} | {_cell(example.guide)} |")
    return "\n".join(rows)


def tables_of_checks() -> str:
    """Return the guide's tables of what an editor may be told, one a subject, as Markdown."""
    parts: list[str] = []
    for subject, title in SUBJECTS.items():
        parts += [f"### {title}\n", "| Mã | Máy báo | Cách sửa |", "| --- | --- | --- |"]
        for check in (each for each in CHECKS if each.subject == subject):
            told = f"**{LABELS[check.level]}**: {_cell(check.title)}"
            parts.append(f"| {check.code} | {told} | {_cell(check.mend)} |")
        parts.append("")
    return "\n".join(parts[:-1])


def shown(html: str) -> str:
    """Return HTML as a reader sees it, a ``↵`` where a line ends."""
    soup = BeautifulSoup(html, "html.parser")
    return " ↵ ".join(" ".join(line.split()) for line in _lines(soup) if line.strip())


def _lines(element: Tag) -> list[str]:
    lines = [""]
    for number, child in enumerate(each for each in element.children if _is_shown(each)):
        if isinstance(child, NavigableString):
            lines[-1] += str(child)
        elif isinstance(child, Tag) and child.name == "br":
            lines.append("")
        elif isinstance(child, Tag) and child.name in ("p", "ul", "ol", "li", "tr", "blockquote"):
            lines += [_marked(line, child, number) for line in _lines(child) if line.strip()]
            lines.append("")
        elif isinstance(child, Tag):
            inner = _lines(child)
            lines[-1] += inner[0] + (" | " if child.name in ("td", "th") else "")
            lines += inner[1:]
    return lines


def _is_shown(child: object) -> bool:
    return not isinstance(child, NavigableString) or bool(child.strip())


def _marked(line: str, element: Tag, number: int) -> str:
    parent = element.parent
    if element.name != "li" or parent is None or "typed" in parent.get_attribute_list("class"):
        return line
    first = int(str(parent.get("start", "1")))
    return f"• {line}" if parent.name == "ul" else f"{first + number}. {line}"


def _cell(text: str) -> str:
    for sign in "\\`*_[]<>|#{}&":
        text = text.replace(sign, f"\\{sign}")
    return text


def written(text: str) -> str:
    """Return the guide with its tables as the rules and the checks have it now."""
    for name, table in (("luật gõ", table_of_rules()), ("lỗi", tables_of_checks())):
        begin, end = _BEGIN.format(name), _END.format(name)
        before, _, rest = text.partition(f"{begin}\n")
        _, _, after = rest.partition(f"\n{end}")
        text = f"{before}{begin}\n\n{table}\n\n{end}{after}"
    return text


if __name__ == "__main__":
    GUIDE.write_text(written(GUIDE.read_text(encoding="utf-8")), encoding="utf-8")
