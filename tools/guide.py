"""Writes the tables of the editors' guide, and those of what becomes of Pelican's settings and
plugins: ``python -m tools.guide``.

What an editor reads of a rule stands in the rule's own docstring, beside an example of what is
typed and what comes of it, which the tests hold it to. What is said of mistakes, settings and
plugins are the tables in ``plugins/core/checks.py``, ``plugins/engine/project/standings.py`` and
``plugins/engine/checks/plugins.py``.
"""

from __future__ import annotations

import re
import textwrap
from pathlib import Path
from types import ModuleType
from typing import NamedTuple

from bs4 import BeautifulSoup, Tag
from bs4.element import NavigableString
from markdown import Markdown

from plugins.articles.typed.extension import RULES
from plugins.core.checks import CHECKS, SUBJECTS
from plugins.core.problems import LABELS
from plugins.engine.checks.plugins import DONE_HERE
from plugins.engine.project.standings import STANDINGS
from plugins.proofreading.reading import RULES as PROOFREADING

_DOCS = Path(__file__).resolve().parent.parent / "docs"
PAGES = [_DOCS / name for name in ("huong-dan-bien-tap.md", "settings.md", "from-pelican.md")]
"""The documents that hold tables."""
TABLE = re.compile(
    r"(?P<begin><!-- [^>]*`python -m tools\.guide`[^>]*: (?P<name>[^>]+) -->\n)"
    r".*?(?P<end>\n<!-- [^>]+: (?P=name) -->)",
    re.DOTALL,
)
"""A table in a document, and what stands round it."""
_STANDS = {
    "honoured": "honoured",
    "theme": "for templates; a warning if none uses it",
    "idle": "no effect: a warning",
    "refused": "an error",
}
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
        said = _sections(rule)
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
        cells = (_lines_cell(example.before), _cell(shown(example.after)), _cell(example.guide))
        rows.append(f"| {' | '.join(cells)} |")
    return "\n".join(rows)


class Proofread(NamedTuple):
    """A rule of proofreading: its module's name, a text that it finds something in, one in which
    it does not, and what the guide says of it, in Vietnamese."""

    rule: str
    wrong: str
    right: str
    guide: str


def proofread_examples() -> list[Proofread]:
    """Return what the docstrings of the rules of proofreading show, in the rules' order."""
    found: list[Proofread] = []
    for rule in PROOFREADING:
        said = _sections(rule)
        guide = " ".join(said["In the guide"].split())
        name = rule.__name__.rpartition(".")[2]
        found.append(Proofread(name, said["Wrong"], said["Right"], guide))
    return found


def table_of_proofreading() -> str:
    """Return the guide's table of what is proofread, as Markdown."""
    rows = ["| Máy ngờ | Không báo | Cần biết |", "| --- | --- | --- |"]
    for example in proofread_examples():
        cells = (_lines_cell(example.wrong), _lines_cell(example.right), _cell(example.guide))
        rows.append(f"| {' | '.join(cells)} |")
    return "\n".join(rows)


def _lines_cell(text: str) -> str:
    return "<br>".join(_cell(line) for line in text.split("\n") if line.strip())


def _sections(rule: ModuleType) -> dict[str, str]:
    """Return the parts of a rule's docstring that are indented, by what stands over each."""
    return {
        match["name"]: textwrap.dedent(match["text"]).strip("\n")
        for match in _SECTION.finditer(f"{rule.__doc__}\n")
    }


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


def table_of_settings() -> str:
    """Return what becomes of each setting of Pelican's, as Markdown."""
    rows = ["| setting | here | |", "| --- | --- | --- |"]
    for standing in STANDINGS:
        names = ", ".join(f"`{name}`" for name in standing.names.split())
        rows.append(f"| {names} | {_STANDS[standing.kind]} | {standing.english} |")
    return "\n".join(rows)


def table_of_plugins() -> str:
    """Return the plugins whose work the build does itself, as Markdown."""
    rows = [f"| `{name}` | {english} |" for name, (_, english) in DONE_HERE.items()]
    return "\n".join(["| plugin | what does it here |", "| --- | --- |", *rows])


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


TABLES = {
    "luật gõ": table_of_rules,
    "soát bài": table_of_proofreading,
    "lỗi": tables_of_checks,
    "settings": table_of_settings,
    "plugins": table_of_plugins,
}
"""The tables by the name that stands round them."""


def written(text: str) -> str:
    """Return a document with its tables as the program has it now."""

    def table(found: re.Match[str]) -> str:
        return f"{found['begin']}\n{TABLES[found['name']]()}\n{found['end']}"

    return TABLE.sub(table, text)


if __name__ == "__main__":
    for page in PAGES:
        page.write_text(written(page.read_text(encoding="utf-8")), encoding="utf-8")
