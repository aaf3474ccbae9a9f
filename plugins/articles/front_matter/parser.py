"""The head of an article: YAML between ``---`` lines, or Pelican's plain ``Key: value``."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from plugins.articles.errors import FieldValueError
from plugins.articles.front_matter.head_lines import (
    BODY_ONLY,
    HASHTAG,
    INDENT,
    HeadPosition,
    key_in_body,
    known_key,
)
from plugins.articles.front_matter.keys import advice_for, canonical_key
from plugins.articles.front_matter.values import read_value
from plugins.core import checks
from plugins.core.checks import Check
from plugins.core.document import Field
from plugins.core.text.expressions import expression

_REPEATABLE = {"Correction"}

# Word turns "---" into dashes as one types.
_FENCE = expression(r"(?:-{3,}|[-–—]{0,2}[–—])\s*")
_END = expression(r"(?:-{3,}|[-–—]{0,2}[–—]|\.{3})\s*")
_SHOWN = 60  # letters of a line in a message


class Mistake(NamedTuple):
    """Something wrong with a head: which ``check`` found it, on which line (from 1), and
    ``message`` and ``fix`` in Vietnamese."""

    check: Check
    line: int
    message: str
    fix: str


@dataclass
class FrontMatter:
    """What the head says: ``fields`` by canonical key, ``body_line`` where the body starts
    (from 1), and ``problems``, by line."""

    fields: dict[str, Field] = field(default_factory=dict)
    body_line: int = 1
    problems: list[Mistake] = field(default_factory=list)


@dataclass
class _Entry:
    """One key with its lines: the value beside the key and any lines that belong to it."""

    name: str
    colon: str
    line: int
    value: str
    more: list[str] = field(default_factory=list)

    def add(self, line: str) -> None:
        """Take a line at the margin for one more of the value, as if it were indented."""
        if not self.value and not self.more:
            self.value = line.strip()
            return
        above = self.more[-1] if self.more else "  "
        self.more.append(above[: len(above) - len(above.lstrip())] + line.strip())


def parse_front_matter(lines: list[str]) -> FrontMatter:
    """Read the head of a file given as its lines. Never raises on what an editor wrote."""
    head = FrontMatter()
    start = next((i for i, line in enumerate(lines) if line.strip()), len(lines))
    yaml_head = start < len(lines) and _FENCE.fullmatch(lines[start]) is not None
    closed = False
    if yaml_head:
        start += 1
        end = next((i for i in range(start, len(lines)) if _END.fullmatch(lines[i])), -1)
        closed = end >= 0
        head.body_line = end + 2
    if yaml_head and not closed:
        head.problems.append(
            Mistake(
                checks.HEAD_UNCLOSED,
                start,
                "phần đầu bài mở bằng dòng --- nhưng không có dòng --- đóng lại",
                "Thêm một dòng --- ngay sau dòng cuối của phần đầu bài.",
            )
        )
    if not closed:
        # Of a head that is not closed, too: what is wrong inside is said as well.
        end = _plain_end(lines, start)
        head.body_line = end + 1
    entries = list(_entries(lines, start, end, head, closed=closed))
    taken = {key for entry in entries if (key := canonical_key(entry.name))}
    for entry in entries:
        _take(entry, head, taken, yaml_head=yaml_head)
    if entries and not closed:
        _text_below_title(entries[-1], lines, end, head)
    _keys_in_body(lines, head)
    head.problems.sort(key=lambda mistake: mistake.line)
    return head


def _plain_end(lines: list[str], start: int) -> int:
    """Return the index of the first line behind a plain head."""
    stop = _first_blank(lines, start)
    body_follows = _has_text(lines, stop)
    end, place = start, HeadPosition()
    while end < stop:
        line = lines[end]
        if match := place.begins_key(line):
            place = HeadPosition(canonical_key(match["name"]), match["value"])
        elif end > start and (line[:1] in INDENT or place.takes(line, body_follows=body_follows)):
            place = place._replace(above=line)
        else:
            break
        end += 1
    if end == start:
        return start
    # A line that is no key ends the head, unless keys follow: then it is a mistake in it.
    return max([end, *(i + 1 for i in range(end, stop) if known_key(lines[i]))])


def _first_blank(lines: list[str], start: int) -> int:
    return next((i for i in range(start, len(lines)) if not lines[i].strip()), len(lines))


def _has_text(lines: list[str], start: int) -> bool:
    return any(lines[i].strip() for i in range(start, len(lines)))


def _entries(
    lines: list[str], start: int, end: int, head: FrontMatter, *, closed: bool
) -> Iterator[_Entry]:
    body_follows = closed or _has_text(lines, _first_blank(lines, start))
    entry: _Entry | None = None
    place = HeadPosition()
    for index in range(start, end):
        line = lines[index]
        match = None if line[:1] in (*INDENT, "-") else place.begins_key(line)
        if match:
            if entry:
                yield entry
            entry = _Entry(match["name"], match["colon"], index + 1, match["value"].strip())
            place = HeadPosition(canonical_key(entry.name), entry.value)
        elif entry and _continues(entry, line):
            entry.more.append(line)
            place = place._replace(above=line) if line.strip() else HeadPosition()
        elif entry and place.takes(line, body_follows=body_follows):
            if not closed and place.key == "Summary":
                _doubtful_standfirst(entry, place, line, index, head)
            entry.add(line)
            place = place._replace(above=line)
        elif line.startswith("#"):
            if not closed or HASHTAG.match(line):
                head.problems.append(_passed_over(line, index))
        elif line.strip():
            head.problems.append(
                Mistake(
                    checks.HEAD_LINE_WITHOUT_KEY,
                    index + 1,
                    f"dòng “{line.strip()}” trong phần đầu bài không có dạng Khóa: giá trị",
                    "Viết theo mẫu “Title: Tiêu đề bài”, sát lề trái, mỗi khóa một dòng; hoặc "
                    "chuyển dòng này xuống thân bài.",
                )
            )
    if entry:
        yield entry


def _passed_over(line: str, index: int) -> Mistake:
    return Mistake(
        checks.HASH_LINE_IGNORED,
        index + 1,
        f"dòng “{line.strip()}” trong phần đầu bài bị bỏ qua, vì mở đầu bằng dấu #",
        "Nếu là thẻ thì viết vào dòng “Tags”, nếu là chữ của bài thì chuyển xuống thân bài, nếu là "
        "ghi chú thì xóa.",
    )


def _doubtful_standfirst(
    entry: _Entry, place: HeadPosition, line: str, index: int, head: FrontMatter
) -> None:
    """Tell once that a sentence below the standfirst's own is taken for one of it."""
    is_first = all(each.check != checks.TEXT_BELOW_SUMMARY for each in head.problems)
    if is_first and place.above.strip() and place.is_finished and not line[:1].islower():
        head.problems.append(
            Mistake(
                checks.TEXT_BELOW_SUMMARY,
                index + 1,
                f"dòng “{_shown(line)}” đứng sát dưới “Summary” nên được đọc là sapo",
                "Nếu là thân bài thì để một dòng trống ở trên nó; nếu đúng là sapo thì nối vào "
                "dòng “Summary”, hoặc thụt dòng này vào.",
            )
        )


def _text_below_title(last: _Entry, lines: list[str], end: int, head: FrontMatter) -> None:
    """Tell of text glued to the title: half a title must not become the body."""
    if canonical_key(last.name) != "Title" or end != last.line or not _has_text(lines[end:], 0):
        return
    line = lines[end].strip()
    if not line or BODY_ONLY.fullmatch(line):
        return
    head.problems.append(
        Mistake(
            checks.TITLE_CUT if line[0].islower() else checks.TEXT_BELOW_TITLE,
            end + 1,
            f"dòng “{_shown(line)}” đứng sát dưới “Title” nên được đọc là thân bài",
            "Nếu là phần sau của tiêu đề thì nối vào dòng “Title”; nếu là thân bài thì để một "
            "dòng trống ở trên nó.",
        )
    )


def _shown(line: str) -> str:
    text = line.strip()
    return text if len(text) <= _SHOWN else f"{text[:_SHOWN]}…"


def _continues(entry: _Entry, line: str) -> bool:
    """Whether a line belongs to the entry above it."""
    if line[:1] in INDENT:
        # "Title: A" and, slightly indented, "Date: B": a slip, not a title of two lines.
        return not (entry.value and known_key(line) and not line.startswith(("    ", "\t")))
    return not line.strip() or (line.startswith("-") and not entry.value)


def _keys_in_body(lines: list[str], head: FrontMatter) -> None:
    """Report keys that open the body: a draft must not go out because of a blank line."""
    for index in range(head.body_line - 1, len(lines)):
        line = lines[index]
        if not line.strip():
            continue
        written = key_in_body(line)
        if written is None:
            return
        head.problems.append(
            Mistake(
                checks.KEY_IN_BODY,
                index + 1,
                f"khóa “{written.partition(':')[0]}” đứng trong thân bài nên không có tác dụng",
                f"Đưa dòng “{written}” lên phần đầu bài, không để dòng trống ở trên nó.",
            )
        )


def _take(entry: _Entry, head: FrontMatter, taken: Collection[str], *, yaml_head: bool) -> None:
    key = canonical_key(entry.name)
    if key is None or entry.colon == "：":
        written = f"“{entry.name}{entry.colon}”"
        value = re.split(r"\s#", entry.value, maxsplit=1)[0]
        fix = f"Sửa thành “{key}:”." if key else advice_for(entry.name, value, taken)
        message = f"phần đầu bài có khóa lạ {written}"
        head.problems.append(Mistake(checks.KEY_UNKNOWN, entry.line, message, fix))
        return
    try:
        value = read_value(key, entry.value, entry.more, yaml_head=yaml_head)
    except FieldValueError as error:
        line = entry.line + error.line
        head.problems.append(Mistake(checks.VALUE_UNCLOSED, line, error.message, error.fix))
        return
    if key in head.fields:
        if key in _REPEATABLE:
            first = head.fields[key]
            both = _as_list(first.value) + _as_list(value)
            head.fields[key] = Field(both, first.line)
            return
        head.problems.append(
            Mistake(
                checks.KEY_REPEATED,
                entry.line,
                f"khóa “{key}” đã có ở dòng {head.fields[key].line}",
                "Giữ một dòng và xóa dòng kia.",
            )
        )
        return
    if value in ("", None, []):
        return
    head.fields[key] = Field(value, entry.line)


def _as_list(value: Any) -> list[Any]:
    return list(value) if isinstance(value, list) else [value]
