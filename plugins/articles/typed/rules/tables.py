"""Tables with every cell in them: under a line of text, without a head, with surplus cells.

* Lines between ``|`` need no blank line above them, and no line of hyphens: without one the
  table has no head.
* A row with more cells than the head gets its columns, and the editor is told; one with fewer
  is filled up.
* Two lines or more with tabs between words, as Excel copies them, are a table. Its first row is
  a head if there are numbers below it and none in it.

Before::

    Giá hôm nay:
    | Mận | 25 |
    | Đào | 30 |

After::

    <p>Giá hôm nay:</p>
    <table>
    <tbody>
    <tr>
    <td>Mận</td>
    <td>25</td>
    </tr>
    <tr>
    <td>Đào</td>
    <td>30</td>
    </tr>
    </tbody>
    </table>

In the guide::

    Mỗi hàng một dòng, các ô cách nhau bằng “|”; hay dán thẳng từ Excel. Muốn có hàng đầu bảng thì
    dưới nó thêm dòng “| --- | --- |”. Thừa ô thì thêm cột và có cảnh báo.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING
from xml.etree.ElementTree import Element, SubElement

from markdown import Markdown
from markdown.extensions.tables import TableProcessor
from markdown.postprocessors import Postprocessor

from plugins.articles.typed.lines import Line, runs
from plugins.articles.typed.marks import read_mark
from plugins.core import checks
from plugins.core.html.policy import ALIGNED
from plugins.core.text.expressions import expression

if TYPE_CHECKING:
    from plugins.core.document import Document

_RULE = expression(r"\s*\|?\s*:?-+:?\s*(?:\|\s*:?-+:?\s*)*\|?\s*")
_ROW = expression(r"\s*\|.*\|\s*")
_DIGIT = expression(r"\d")
_NO_HEAD = "\ufdd5"
"""Stands in place of the rule of hyphens in a table without a head (a noncharacter)."""


def apply(lines: list[Line], document: Document | None) -> list[Line]:
    """Tell the rows of tables from text, and write Excel's as Markdown's."""
    if not any("|" in line.text or "\t" in line.text for line in lines if line.kind == "text"):
        return lines
    written: list[Line] = []
    done = 0
    for start, end in list(runs(lines)):
        written += lines[done:start]
        written += _with_tables(lines[start:end])
        done = end
    return written + lines[done:]


def _with_tables(run: list[Line]) -> list[Line]:
    written: list[Line] = []
    at = 0
    while at < len(run):
        is_below = bool(written) and written[-1].kind == "row"
        if is_below and (_piped(run, at) or _tabbed(run, at)):
            written.append(Line("", run[at].number, "blank"))
        if length := _piped(run, at):
            rows = run[at : at + length]
            written += _as_rows(rows)
        elif length := _tabbed(run, at):
            written += _converted(run[at : at + length])
        else:
            length = 1
            written.append(run[at])
        at += length
    return written


def _piped(run: list[Line], at: int) -> int:
    """Return how many lines from ``at`` on are a table between bars."""
    if "|" not in run[at].text:
        return 0
    headed = at + 1 < len(run) and _is_rule(run[at + 1].text) and not _is_rule(run[at].text)
    bordered = _ROW.fullmatch(run[at].text) is not None
    if not headed and not bordered:
        return 0
    end = at + 2 if headed else at
    while end < len(run) and "|" in run[end].text and (headed or _ROW.fullmatch(run[end].text)):
        end += 1
    return end - at if headed or end - at > 1 else 0


def _is_rule(text: str) -> bool:
    return "|" in text and "-" in text and _RULE.fullmatch(text) is not None


def _as_rows(rows: list[Line]) -> Iterator[Line]:
    if _is_rule(rows[0].text):
        yield rows[0]._replace(text=_NO_HEAD, kind="row")
        rows = rows[1:]
    elif len(rows) < 2 or not _is_rule(rows[1].text):
        yield Line(_NO_HEAD, rows[0].number, "row")
    for row in rows:
        yield row._replace(text=row.text.strip(), kind="row")


def _tabbed(run: list[Line], at: int) -> int:
    """Return how many lines from ``at`` on are a table with tabs between its cells."""
    end, first = at, _tabs(run[at].text)
    while end < len(run) and (_tabs(run[end].text) or run[end].text.count("\t") == first > 1):
        end += 1
    counts = Counter(_tabs(line.text) for line in run[at:end])
    return end - at if counts and max(counts.values()) > 1 else 0


def _tabs(text: str) -> int:
    """Return how many tabs stand between the words of a line, behind the mark of a list."""
    if "\t" not in text:
        return 0
    inside = text.strip().count("\t")
    if inside and (mark := read_mark(text)) and "\t" not in mark.text:
        return 0
    return inside and text.count("\t")


def _converted(rows: list[Line]) -> Iterator[Line]:
    table = [row.text.rstrip("\n").split("\t") for row in rows]
    while all(len(cells) > 1 and not cells[-1].strip() for cells in table):
        table = [cells[:-1] for cells in table]
    head, *body = table
    is_headed = not any(map(_DIGIT.search, head)) and any(
        _DIGIT.search(cell) for cells in body for cell in cells
    )
    if not is_headed:
        yield Line(_NO_HEAD, rows[0].number, "row")
    for number, (row, cells) in enumerate(zip(rows, table, strict=True)):
        text = " | ".join(cell.strip().replace("|", "\\|") for cell in cells)
        yield row._replace(text=f"| {text} |", kind="row")
        if number == 0 and is_headed:
            yield Line("|" + " --- |" * len(cells), row.number, "row")


def _cells(row: str, processor: TableProcessor) -> list[str]:
    """Divide a row as python-markdown does."""
    cells: list[str] = processor._split_row(row.strip())  # type: ignore[attr-defined] # the stubs lack it
    return cells


class _Tables(TableProcessor):
    def test(self, parent: Element, block: str) -> bool:
        """Say whether a block is a table: what :func:`apply` has found to be one."""
        rows = block.split("\n")
        return rows[0] == _NO_HEAD or (len(rows) > 1 and _is_rule(rows[1]) and "|" in rows[0])

    def run(self, parent: Element, blocks: list[str]) -> None:
        """Build the table of the first block, as wide as its widest row."""
        first, *others = blocks.pop(0).split("\n")
        self.border = True
        rule: Sequence[str] = ()
        if first != _NO_HEAD:
            rule, others = _cells(others[0], self), others[1:]
        rows = [_cells(row, self) for row in others]
        head = _cells(first, self) if first != _NO_HEAD else []
        columns = max(map(len, (head, *rows)))
        aligned = [_alignment(cell.strip()) for cell in rule]
        aligned += [None] * (columns - len(aligned))
        table = SubElement(parent, "table")
        if head:
            row = SubElement(SubElement(table, "thead"), "tr")
            for at, align in enumerate(aligned):
                _cell(row, "th" if at < len(head) else "td", head, at, align)
        body = SubElement(table, "tbody")
        self._warn_of_surplus(others, rows, len(head) or columns)
        for cells in rows or [[]]:
            row = SubElement(body, "tr")
            for at, align in enumerate(aligned):
                _cell(row, "td", cells, at, align)

    def _warn_of_surplus(self, lines: list[str], rows: list[list[str]], columns: int) -> None:
        document: Document | None = getattr(self.parser.md, "document", None)
        for line, cells in zip(lines, rows, strict=True):
            if document is not None and len(cells) > columns:
                document.report(
                    checks.TABLE_ROW_TOO_LONG,
                    document.locate(line) or document.locate(cells[0].strip()),
                    f"hàng này có {len(cells)} ô, đầu bảng chỉ có {columns}; đã thêm cột không tên",
                    "Thêm tên cột vào hàng đầu bảng, hoặc gộp bớt ô trong hàng này.",
                )
                return


def _cell(row: Element, tag: str, cells: list[str], at: int, align: str | None) -> None:
    cell = SubElement(row, tag, {"scope": "col"} if tag == "th" else {})
    cell.text = cells[at].strip() if at < len(cells) else ""
    if align:
        cell.set("class", ALIGNED.format(align))


def _alignment(rule: str) -> str | None:
    if rule.startswith(":") and rule.endswith(":"):
        return "center"
    return "left" if rule.startswith(":") else "right" if rule.endswith(":") else None


class _Restore(Postprocessor):
    def run(self, text: str) -> str:
        """Take out what stands above rows that turned out to stand in raw HTML."""
        return text.replace(_NO_HEAD, "")


def extend(md: Markdown) -> None:
    """Put ours in the place of python-markdown's tables."""
    md.postprocessors.register(_Restore(md), "typed-table", -20)
    if "|" not in md.ESCAPED_CHARS:
        md.ESCAPED_CHARS.append("|")
    md.parser.blockprocessors.register(_Tables(md.parser, {}), "table", 75)
