"""The head of an article: YAML between ``---`` lines, or Pelican's plain ``Key: value``."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import takewhile
from typing import Any

from plugins.articles.document import Field
from plugins.articles.keys import canonical_key, is_like_key, nearest_key
from plugins.articles.values import FieldValueError, read_value

_REPEATABLE = {"Correction"}

# Word turns "---" into dashes as one types.
_FENCE = re.compile(r"(?:-{3,}|[-–—]{0,2}[–—])\s*")
_END = re.compile(r"(?:-{3,}|[-–—]{0,2}[–—]|\.{3})\s*")
_KEY = re.compile(
    r"(?P<name>[^\W\d][^:：\n]{0,30}?)\s*(?P<colon>：(?=\S)|[:：](?=\s|$))\s*(?P<value>.*)"
)
_GLUED = re.compile(r"(?P<name>[^\W\d][^:：\n]{0,30}?)\s*(?P<colon>[:：])(?P<value>\S.*)")
_DECORATED = re.compile(r"[\s*_•>#-]*(?P<name>[A-Za-z][A-Za-z_]*)[\s*_]*[:：]")
_INDENT = (" ", "\t")


@dataclass
class FrontMatter:
    """What the head says: ``fields`` by canonical key, ``body_line`` where the body starts
    (from 1), and ``problems`` as (line, message, fix) in Vietnamese."""

    fields: dict[str, Field] = field(default_factory=dict)
    body_line: int = 1
    problems: list[tuple[int, str, str]] = field(default_factory=list)


@dataclass
class _Entry:
    """One key with its lines: the value beside the key and any lines that belong to it."""

    name: str
    colon: str
    line: int
    value: str
    more: list[str] = field(default_factory=list)


def parse_front_matter(lines: list[str]) -> FrontMatter:
    """Read the head of a file given as its lines. Never raises on what an editor wrote."""
    head = FrontMatter()
    start = next((i for i, line in enumerate(lines) if line.strip()), len(lines))
    if start < len(lines) and _FENCE.fullmatch(lines[start]):
        end = next((i for i in range(start + 1, len(lines)) if _END.fullmatch(lines[i])), None)
        if end is None:
            head.problems.append(
                (
                    start + 1,
                    "phần đầu bài mở bằng dòng --- nhưng không có dòng --- đóng lại",
                    "Thêm một dòng --- ngay sau dòng cuối của phần đầu bài.",
                )
            )
            # Read it as a plain head, so that what is wrong inside is said as well.
            end = _plain_end(lines, start + 1)
            head.body_line = end + 1
        else:
            head.body_line = end + 2
        yaml_head, entries = True, _entries(lines, start + 1, end, head)
    else:
        end = _plain_end(lines, start)
        head.body_line = end + 1
        yaml_head, entries = False, _entries(lines, start, end, head)
    for entry in entries:
        _take(entry, head, yaml_head=yaml_head)
    _keys_in_body(lines, head)
    head.problems.sort()
    return head


def _plain_end(lines: list[str], start: int) -> int:
    """Return the index of the first line behind a plain head."""
    stop = next((i for i in range(start, len(lines)) if not lines[i].strip()), len(lines))
    end = start
    while end < stop and (_key_line(lines[end]) or (end > start and lines[end][:1] in _INDENT)):
        end += 1
    if end == start:
        return start
    # A line that is no key ends the head, unless keys follow: then it is a mistake in it.
    return max([end, *(i + 1 for i in range(end, stop) if _known_key(lines[i]))])


def _key_line(line: str) -> re.Match[str] | None:
    """Match ``Key: value``, whatever the key; without the space only if it looks like one."""
    match = _KEY.fullmatch(line)
    if match is None and (glued := _GLUED.fullmatch(line)) and is_like_key(glued["name"]):
        match = glued
    return match


def _known_key(line: str) -> str | None:
    """Return the key that a line names, however decorated (``- **Status:** draft``)."""
    match = _DECORATED.match(line)
    return canonical_key(match["name"]) if match else None


def _entries(lines: list[str], start: int, end: int, head: FrontMatter) -> Iterator[_Entry]:
    entry: _Entry | None = None
    for index in range(start, end):
        line = lines[index]
        match = None if line[:1] in (*_INDENT, "-") else _key_line(line)
        if match:
            if entry:
                yield entry
            entry = _Entry(match["name"], match["colon"], index + 1, match["value"].strip())
        elif entry and _continues(entry, line):
            entry.more.append(line)
        elif line.strip() and not line.startswith("#"):
            head.problems.append(
                (
                    index + 1,
                    f"dòng “{line.strip()}” trong phần đầu bài không có dạng Khóa: giá trị",
                    "Viết theo mẫu “Title: Tiêu đề bài”, sát lề trái, mỗi khóa một dòng; hoặc "
                    "chuyển dòng này xuống thân bài.",
                )
            )
    if entry:
        yield entry


def _continues(entry: _Entry, line: str) -> bool:
    """Whether a line belongs to the entry above it."""
    if line[:1] in _INDENT:
        # "Title: A" and, slightly indented, "Date: B": a slip, not a title of two lines.
        return not (entry.value and _known_key(line) and not line.startswith(("    ", "\t")))
    return not line.strip() or (line.startswith("-") and not entry.value)


def _keys_in_body(lines: list[str], head: FrontMatter) -> None:
    """Report keys that open the body: a draft must not go out because of a blank line."""
    body = enumerate(lines[head.body_line - 1 :], head.body_line)
    text = ((number, line) for number, line in body if line.strip())
    for number, line in takewhile(lambda found: _known_key(found[1]), text):
        key = _known_key(line)
        head.problems.append(
            (
                number,
                f"khóa “{key}” đứng trong thân bài nên không có tác dụng",
                f"Đưa dòng “{key}: …” lên phần đầu bài, không để dòng trống ở trên nó.",
            )
        )


def _take(entry: _Entry, head: FrontMatter, *, yaml_head: bool) -> None:
    key = canonical_key(entry.name)
    if key is None or entry.colon == "：":
        meant = key or nearest_key(entry.name)
        written = f"“{entry.name}{entry.colon}”"
        fix = f"Sửa thành “{meant}:”." if meant else "Các khóa dùng được: Title, Date, Category…"
        head.problems.append((entry.line, f"phần đầu bài có khóa lạ {written}", fix))
        return
    try:
        value = read_value(key, entry.value, entry.more, yaml_head=yaml_head)
    except FieldValueError as error:
        head.problems.append(
            (
                entry.line + error.line,
                f"giá trị của “{key}” không đọc được (dấu nháy hoặc ngoặc chưa đóng?)",
                "Đóng đủ dấu nháy và ngoặc, hoặc bỏ chúng đi và viết cả giá trị trên một dòng.",
            )
        )
        return
    if key in head.fields:
        if key in _REPEATABLE:
            first = head.fields[key]
            both = _as_list(first.value) + _as_list(value)
            head.fields[key] = Field(both, first.line)
            return
        head.problems.append(
            (
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
