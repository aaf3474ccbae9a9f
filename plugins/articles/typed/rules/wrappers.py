"""Tags that only wrap a text do not stop it from being read.

A ``<div>`` (``<section>``, ``<center>``, ``<p>`` …) that does not close on its own line, or is
the whole of a line with Markdown in it, is taken away: what stands in it is read as any other
text. Another element that never closes would hide all that follows from Markdown: it ends with
the last line that begins with a tag, and the editor is told.

Before::

    <div>

    **Đậm** trong khung

After::

    <p><strong>Đậm</strong> trong khung</p>

In the guide::

    Thẻ <div>, <center>, <p> dán theo từ trang khác không ảnh hưởng gì.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from plugins.articles.typed.lines import closing_line
from plugins.articles.typed.rules.tags import CODE, is_tag
from plugins.attribution.lines.body import BodyLines
from plugins.core import checks
from plugins.core.text.expressions import expression

if TYPE_CHECKING:
    from plugins.core.document import Document

_WRAPPERS = "article|aside|center|div|footer|header|main|nav|p|section"
_TAG = expression(rf"<(?P<end>/?)(?P<name>{_WRAPPERS})(?=[\s/>])[^<>]*>", re.IGNORECASE)
_MARKDOWN = expression(r"\*\*\S|(?<![\w*])[*_](?=[^\W\d_])[^*_]+[*_](?![\w*])|\]\(\S")
_ID = expression(r"\sid\s*=\s*[\"']?(?P<id>[^\s\"'>]+)", re.IGNORECASE)
_GREEDY = expression(
    r"<(?P<name>script|style|table|textarea|title|xmp|noembed|noframes|plaintext)(?=[\s/>])",
    re.IGNORECASE,
)
_IN_NAME = expression(r"</?[A-Za-z][^\s<>]*\Z")
_OTHERS = expression(
    r"\s{0,3}<(?P<name>blockquote|details|dl|figure|h[1-6]|ol|table|ul)(?=[\s>])", re.IGNORECASE
)


def unwrap(lines: list[str], first: int, document: Document | None) -> list[str]:
    """Return as many lines without tags that wrap several of them; the first is line ``first``."""
    if not any("<" in line for line in lines):
        return lines
    kinds = BodyLines(lines).kinds
    text = "\n".join(lines)
    written: list[str] = []
    unclosed: list[tuple[int, str]] = []
    for at, (line, kind) in enumerate(zip(lines, kinds, strict=True)):
        if kind == "code" or "<" not in line:
            written.append(line)
            continue
        if _GREEDY.search(line):
            line = _with_endless_shown(lines, at)
        written.append(_without(line, text))
        other = _OTHERS.match(line)
        if other and closing_line(lines, at, other["name"]) is None:
            end = _last_of_html(lines, at)
            unclosed.append((end, f"</{other['name']}>"))
            if document is not None:
                document.report(
                    checks.HTML_UNCLOSED,
                    first + at,
                    f"thẻ <{other['name']}> mở ra mà không đóng, đã đóng ở cuối dòng {first + end}",
                    f"Thêm </{other['name']}> ở chỗ kết thúc, hoặc xóa thẻ ấy.",
                )
    for at, tag in reversed(unclosed):
        written[at] += tag
    return written


def _with_endless_shown(lines: list[str], at: int) -> str:
    """Have the tag of a script that never ends be text, with which all that follows would go, and
    that of a table which begins within a line."""

    def shown(tag: re.Match[str]) -> str:
        before, name = lines[at][: tag.start()], tag["name"].lower()
        rest = "\n".join([lines[at][tag.end() :], *lines[at + 1 :]]).lower()
        begins = name == "table" and not before.strip()
        if begins or _IN_NAME.search(before) or f"</{name}" in rest:
            return tag[0]
        return f"&lt;{tag[0][1:]}"

    return _GREEDY.sub(shown, lines[at])


def _last_of_html(lines: list[str], at: int) -> int:
    """Return the last of the lines from ``at`` on that begin with a tag."""
    while at + 1 < len(lines) and lines[at + 1].lstrip().startswith("<"):
        at += 1
    return at


def _without(line: str, text: str) -> str:
    """Take out the tags of a line that have no partner on it."""
    if inner := _inside_only(line):
        return inner
    open_tags: list[re.Match[str]] = []
    alone: list[re.Match[str]] = []
    code = [match.span() for match in CODE.finditer(line)] if "`" in line else []
    for tag in _TAG.finditer(line):
        if not is_tag(tag[0]) or any(start < tag.start() < end for start, end in code):
            continue
        if _IN_NAME.search(line[: tag.start()]):
            continue
        if not tag["end"]:
            open_tags.append(tag)
            continue
        at = next(
            (n for n in reversed(range(len(open_tags))) if open_tags[n]["name"] == tag["name"]),
            None,
        )
        if at is None:
            alone.append(tag)
        else:
            alone += open_tags[at + 1 :]
            del open_tags[at:]
    for tag in sorted((*alone, *open_tags), key=re.Match.start, reverse=True):
        before, after = line[: tag.start()], line[tag.end() :]
        # Within a line it has kept words apart.
        between = " " if before.strip() and after.strip() else ""
        line = f"{before}{_target(tag, text) or between}{after}"
    return line


def _inside_only(line: str) -> str | None:
    """Return the Markdown that one wrapper holds which is the whole of a line."""
    whole = line.strip()
    tags = list(_TAG.finditer(whole))
    if len(tags) != 2 or tags[0]["name"].lower() != tags[1]["name"].lower():
        return None
    start, end = tags
    inner = whole[start.end() : end.start()].strip()
    is_whole = start.start() == 0 and end.end() == len(whole) and end["end"] and not start["end"]
    return inner if is_whole and not _ID.search(start[0]) and _MARKDOWN.search(inner) else None


def _target(tag: re.Match[str], text: str) -> str:
    """Return what stays of a tag: the place that a link leads to."""
    target = _ID.search(tag[0])
    if target is None or f"#{target['id']}" not in text:
        return ""
    return f'<a id="{target["id"]}"></a>'
