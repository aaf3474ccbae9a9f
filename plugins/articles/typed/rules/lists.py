"""Lists need no blank line before them, and their numbers and letters are printed as typed.

* ``-``, ``–``, ``•``, ``·``, ``+``, ``*`` and Word's bullets, with a space, a no-break space or
  a tab behind them, make a list where there are two or more; two spaces more nest.
* ``1.``, ``2.``, … that count up by one are a numbered list that begins at the number typed,
  whatever stands between its items. Other numbers (``1954. … 1979. …``) are text.
* ``1)``, ``(1)``, ``[1]``, ``a)``, ``a.``, ``đ)``, ``I.``, ``1.1.`` stay as they are typed, for
  HTML could not print them. Letters follow the Vietnamese alphabet or the Latin one.
* One dash before a sentence, one asterisk or number alone between paragraphs is what was typed: a
  line of an interview, a note. Dashes of which one ends in a question mark are dialogue.

Before::

    Kế hoạch gồm:
    - Dọn đường
    - Phát cỏ

    a) Người dân
    b) Cán bộ

    1954. Giải phóng tỉnh.

After::

    <p>Kế hoạch gồm:</p>
    <ul>
    <li>Dọn đường</li>
    <li>Phát cỏ</li>
    </ul>
    <ol class="typed">
    <li>a) Người dân</li>
    <li>b) Cán bộ</li>
    </ol>
    <p>1954. Giải phóng tỉnh.</p>

In the guide::

    Đầu dòng “-”, “–”, “•”, “+”, “*”, “1.”, “1)”, “a)”, “đ)”, “(1)”, không cần dòng trống ở trên;
    thụt vào hai dấu cách thì thành ý con. Số và chữ in đúng như gõ; năm, số không liền nhau là chữ
    thường. Một gạch đầu dòng đứng lẻ trước một câu vẫn là gạch.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise
from typing import TYPE_CHECKING
from xml.etree.ElementTree import Element, SubElement

from markdown import Markdown
from markdown.blockprocessors import BlockProcessor
from markdown.postprocessors import Postprocessor

from plugins.articles.typed.lines import Line
from plugins.articles.typed.marks import Mark, follows, read_mark
from plugins.articles.typed.wraps import Wraps, begins_small, ends_sentence, find_wraps, goes_on
from plugins.attribution.lines.label import LABEL
from plugins.core.text.expressions import expression
from plugins.figures.captions.credit import begins_with_credit

if TYPE_CHECKING:
    from plugins.core.document import Document

_CODE = "\ufdd3"
"""Stands round what a line is in its list, for the block processor: a Unicode noncharacter
(Unicode Standard, 23.7), so no text an editor can type holds it."""
_CODED = expression(
    rf"{_CODE}(?P<level>\d+)(?P<what>[uotp])(?P<opens>n?)(?P<value>\d*){_CODE}(?P<text>.*)"
)
_NEST = 2  # columns
_QUESTION = expression(r"\?[\"”’»)]*$")
_SOURCE = expression(rf"{LABEL}\b", re.IGNORECASE)


@dataclass
class _Item:
    """One item: its line, its mark, and further lines of it, each perhaps a paragraph."""

    at: int
    indent: int
    mark: Mark
    more: list[tuple[int, bool]] = field(default_factory=list)
    children: list[_Item] = field(default_factory=list)
    taken: bool = False
    opens: bool = True

    @property
    def last(self) -> int:
        return self.more[-1][0] if self.more else self.at


def apply(lines: list[Line], document: Document | None) -> list[Line]:
    """Make items of the lines that are some, and let the others be text."""
    marks = [
        read_mark(line.text) if line.kind == "text" and not line.goes_on else None for line in lines
    ]
    if not any(marks):
        return lines
    wraps = find_wraps(_runs(lines, marks))
    lines = _with_wraps(lines, marks, wraps)
    groups = list(_groups(lines, marks, wraps))
    for group in groups:
        _choose(group, nested=False)
    _choose_numbers([item for group in groups for item in group])
    written: list[Line] = []
    done = 0
    for group in groups:
        written += lines[done : group[0].at]
        written += _written(group, lines, wraps)
        done = _end(group) + 1
    return written + lines[done:]


def _runs(lines: list[Line], marks: list[Mark | None]) -> Iterator[list[str]]:
    run: list[str] = []
    for line, mark in zip(lines, marks, strict=True):
        if run and (mark or line.kind != "text"):
            yield run
            run = []
        if line.kind == "text":
            run.append(line.text)
    if run:
        yield run


def _with_wraps(lines: list[Line], marks: list[Mark | None], wraps: Wraps) -> list[Line]:
    """Note where paragraphs are wrapped, which the lines of lists may have told."""
    if wraps.width is None:
        return lines
    return [
        line._replace(goes_on=True)
        if (above.kind, line.kind, mark) == ("text", "text", None)
        and wraps.joined([above.text, line.text])[0]
        else line
        for above, line, mark in zip((Line("", 0, "blank"), *lines), lines, marks, strict=False)
    ]


def _groups(lines: list[Line], marks: list[Mark | None], wraps: Wraps) -> Iterator[list[_Item]]:
    """Yield trees of items that follow each other, with what belongs to them."""
    indented = _is_indented(lines, marks)
    group: list[_Item] = []
    for at, (line, mark) in enumerate(zip(lines, marks, strict=True)):
        if line.kind == "blank":
            continue
        above = lines[at - 1] if at else None
        if mark and not _is_text(at, lines, marks):
            _add(group, _Item(at, line.indent, mark))
        elif group and line.kind == "text" and above is not None:
            item = _last(group)
            inside = line.indent >= item.indent + _NEST
            if above.kind == "blank" and inside and not indented:
                item.more.append((at, True))
            elif above.kind != "blank" and (inside or _goes_on(above, line, wraps)):
                item.more.append((at, False))
            else:
                yield group
                group = []
        elif group:
            yield group
            group = []
    if group:
        yield group


def _is_indented(lines: list[Line], marks: list[Mark | None]) -> bool:
    """Whether the paragraphs above the first mark begin with white space, as Word's do."""
    first = next(at for at, mark in enumerate(marks) if mark)
    return any(line.kind == "text" and line.indent >= _NEST for line in lines[:first])


def _is_text(at: int, lines: list[Line], marks: list[Mark | None]) -> bool:
    """Whether a line only looks like an item: the caption under a photo, the credit under the
    caption; at the text's end, the source or the author."""
    mark = marks[at]
    if at and lines[at - 1].kind == "media":
        below = marks[at + 1] if at + 1 < len(marks) else None
        return bool(mark and mark.is_bullet and (below is None or below.style != mark.style))
    is_second = at > 1 and lines[at - 2].kind == "media" and lines[at - 1].kind == "text"
    if is_second and mark and mark.is_bullet and begins_with_credit(lines[at].text):
        return True
    if mark is None or any(line.kind != "blank" for line in lines[at + 1 :]):
        return False
    above = next((n for n in reversed(range(at)) if lines[n].kind != "blank"), at)
    return _SOURCE.match(mark.text) is not None or (mark.is_bullet and marks[above] is None)


def _goes_on(above: Line, line: Line, wraps: Wraps) -> bool:
    if wraps.width is not None:
        return wraps.joined([above.text, line.text])[0] is True
    return goes_on(above.text, line.text)


def _add(group: list[_Item], item: _Item) -> None:
    """Put an item below the one that it is nested in."""
    siblings = group
    while siblings and item.indent >= siblings[-1].indent + _NEST:
        siblings = siblings[-1].children
    siblings.append(item)


def _last(group: list[_Item]) -> _Item:
    item = group[-1]
    while item.children:
        item = item.children[-1]
    return item


def _end(group: list[_Item]) -> int:
    return max(item.last for item in _all(group))


def _all(items: list[_Item]) -> Iterator[_Item]:
    for item in items:
        yield item
        yield from _all(item.children)


def _choose(siblings: list[_Item], *, nested: bool) -> None:
    """Take those of ``siblings`` that make lists, and say where each list opens."""
    for item in siblings:
        _choose(item.children, nested=True)
    for before, item in pairwise(siblings):
        item.opens = not follows(before.mark, item.mark)
    start = 0
    for end in range(1, len(siblings) + 1):
        if end == len(siblings) or siblings[end].opens:
            run = siblings[start:end]
            several = len(run) > 1
            taken = not _is_dialogue(run) if several else _stands_alone(run[0], nested=nested)
            for item in run:
                item.taken = taken
            start = end


def _stands_alone(item: _Item, *, nested: bool) -> bool:
    """Whether one item is a list all the same: it has or is a part of another."""
    if any(child.taken for child in item.children) or any(own for _, own in item.more):
        return True
    if item.mark.glued or not (item.mark.is_bullet or item.mark.is_number):
        return False
    if item.mark.style == "dash" and not ends_sentence(item.mark.text):
        return True
    return nested or item.mark.style == "dot"


def _is_dialogue(run: list[_Item]) -> bool:
    return run[0].mark.style == "dash" and any(_QUESTION.search(item.mark.text) for item in run)


def _choose_numbers(items: list[_Item]) -> None:
    """Take numbers that count up by one from item to item, however far apart."""
    numbered = [item for item in items if item.mark.is_number and not item.mark.glued]
    for before, item in pairwise(numbered):
        if follows(before.mark, item.mark):
            before.taken = item.taken = True


def _written(items: list[_Item], lines: list[Line], wraps: Wraps, level: int = 0) -> Iterator[Line]:
    """Yield the lines of items: coded where they are taken, as they were where they are not."""
    opens = True
    for item in items:
        line = lines[item.at]
        if not item.taken:
            for at in (item.at, *(at for at, _ in item.more)):
                if at and lines[at - 1].kind == "blank":
                    yield lines[at - 1]
                yield lines[at] if at == item.at else _plain(lines[at])
            yield from _written(item.children, lines, wraps, level)
            opens = True
            continue
        mark = item.mark
        what = "u" if mark.is_bullet else "o" if mark.is_number else "t"
        value = mark.value if what == "o" else ""
        said = mark.text if what != "t" else line.text.strip()
        new = "n" if opens or item.opens else ""
        opens = False
        written = [f"{_CODE}{level}{what}{new}{value}{_CODE}{said}"]
        for at, is_paragraph in item.more:
            above, here = lines[at - 1].text, lines[at].text
            if is_paragraph:
                written.append(f"{_CODE}{level}p{_CODE}{here.strip()}")
                continue
            if wraps.joined([above, here])[0] is not True and not begins_small(here):
                written[-1] = f"{written[-1].rstrip()}  "
            written.append(here.strip())
        yield from (Line(text, line.number, "item") for text in written)
        yield from _written(item.children, lines, wraps, level + 1)


def _plain(line: Line) -> Line:
    return line._replace(text=line.text.strip())


class ListProcessor(BlockProcessor):
    """Builds the lists of lines that :func:`apply` has coded; python-markdown's own list
    processors would number, join and nest them by other rules."""

    def test(self, parent: Element, block: str) -> bool:
        """Say whether a block is a list."""
        return block.startswith(_CODE)

    def run(self, parent: Element, blocks: list[str]) -> None:
        """Build the lists of the first block."""
        lists: list[Element] = []
        text = Element("p")
        for line in blocks.pop(0).split("\n"):
            match = _CODED.fullmatch(line)
            if match is None:
                text.text = f"{text.text}\n{line}"
                continue
            level = min(int(match["level"]), len(lists))
            if match["what"] == "p":
                text = _paragraph(lists[min(level, len(lists) - 1)][-1], match["text"])
                continue
            tag = "ul" if match["what"] == "u" else "ol"
            del lists[level + 1 :]
            if len(lists) == level or match["opens"] or lists[level].tag != tag:
                del lists[level:]
                lists.append(_list(lists[-1][-1] if lists else parent, tag, match))
            text = SubElement(lists[level], "li")
            text.text = match["text"]


def _list(parent: Element, tag: str, match: re.Match[str]) -> Element:
    made = SubElement(parent, tag)
    if match["what"] == "t":
        made.set("class", "typed")
    elif tag == "ol" and match["value"] != "1":
        made.set("start", match["value"])
    return made


def _paragraph(item: Element, text: str) -> Element:
    """Add a paragraph to an item, whose own text becomes one as well."""
    if item.text:
        first = Element("p")
        first.text, item.text = item.text, None
        item.insert(0, first)
    made = SubElement(item, "p")
    made.text = text
    return made


class _Restore(Postprocessor):
    def run(self, text: str) -> str:
        """Write the marks again of lines that turned out to stand in raw HTML."""
        return _CODED.sub(_as_typed, text) if _CODE in text else text


def _as_typed(match: re.Match[str]) -> str:
    mark = f"{match['value']}. " if match["value"] else "- " if match["what"] == "u" else ""
    return mark + match["text"]


def extend(md: Markdown) -> None:
    """Put ours in the place of python-markdown's processors of lists."""
    md.postprocessors.register(_Restore(md), "typed-list", -20)
    processors = md.parser.blockprocessors
    for name in ("indent", "olist", "ulist"):
        processors.deregister(name, strict=False)
    processors.register(ListProcessor(md.parser), "typed-list", 90)
