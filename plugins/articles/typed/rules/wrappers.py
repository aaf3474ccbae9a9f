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
from collections import Counter
from collections.abc import Callable
from functools import cache
from typing import TYPE_CHECKING

from plugins.articles.typed.lines import Closings
from plugins.articles.typed.rules.tags import CODE, is_tag, lies_within
from plugins.attribution.lines.body import BodyLines
from plugins.core import checks
from plugins.core.text.expressions import expression

if TYPE_CHECKING:
    from plugins.core.document import Document

_WRAPPERS = "article|aside|center|div|footer|header|main|nav|p|section"
_TAG = expression(rf"<(?P<end>/?)(?P<name>(?a:{_WRAPPERS}))(?=[\s/>])[^<>]*>", re.IGNORECASE)
_MARKDOWN = expression(r"\*\*\S|(?<![\w*])[*_](?=[^\W\d_])[^*_]+[*_](?![\w*])|\]\(\S")
_ID = expression(r"\sid\s*=\s*[\"']?(?P<id>[^\s\"'>]+)", re.IGNORECASE)
_GREEDY = expression(
    r"<(?P<name>(?a:script|style|table|textarea|title|xmp|noembed|noframes|plaintext))(?=[\s/>])",
    re.IGNORECASE,
)
_NAME_BEGUN = expression(r"</?[A-Za-z][^\s>]*")
_END = expression(
    r"</(?P<name>(?a:script|style|table|textarea|title|xmp|noembed|noframes|plaintext))",
    re.IGNORECASE,
)
_OTHERS = expression(
    r"\s{0,3}<(?P<name>(?a:blockquote|details|dl|figure|h[1-6]|ol|table|ul))(?=[\s>])",
    re.IGNORECASE,
)


def unwrap(lines: list[str], first: int, document: Document | None) -> list[str]:
    """Return as many lines without tags that wrap several of them; the first is line ``first``."""
    if not any("<" in line for line in lines):
        return lines
    kinds = BodyLines(lines).kinds
    text = "\n".join(lines)
    closings, last_ends, end = Closings(lines), _last_ends(lines), -1
    is_meant = cache(lambda target: f"#{target}" in text)
    written: list[str] = []
    unclosed: dict[int, list[str]] = {}
    for at, (line, kind) in enumerate(zip(lines, kinds, strict=True)):
        if kind == "code" or "<" not in line:
            written.append(line)
            continue
        if _GREEDY.search(line):
            line = _with_endless_shown(line, at, last_ends)
        written.append(_without(line, is_meant))
        other = _OTHERS.match(line)
        if other and closings.behind(at, other["name"]) is None:
            end = end if at <= end else _last_of_html(lines, at)
            unclosed.setdefault(end, []).append(f"</{other['name']}>")
            if document is not None:
                document.report(
                    checks.HTML_UNCLOSED,
                    first + at,
                    f"thẻ <{other['name']}> mở ra mà không đóng, đã đóng ở cuối dòng {first + end}",
                    f"Thêm </{other['name']}> ở chỗ kết thúc, hoặc xóa thẻ ấy.",
                )
    for at, tags in unclosed.items():
        written[at] += "".join(reversed(tags))
    return written


def _last_ends(lines: list[str]) -> dict[str, tuple[int, int]]:
    """Return on which line and where on it each greedy element ends for the last time."""
    return {
        tag["name"].lower(): (at, tag.start())
        for at, line in enumerate(lines)
        for tag in _END.finditer(line)
    }


def _with_endless_shown(line: str, at: int, last_ends: dict[str, tuple[int, int]]) -> str:
    """Have the tag of a script that never ends be text, with which all that follows would go, and
    that of a table which begins within a line."""

    def shown(tag: re.Match[str]) -> str:
        name = tag["name"].lower()
        begins = name == "table" and not line[: tag.start()].strip()
        ends = last_ends.get(name, (-1, 0)) >= (at, tag.end())
        if begins or ends or _is_in_name(line, tag):
            return tag[0]
        return f"&lt;{tag[0][1:]}"

    return _GREEDY.sub(shown, line)


def _is_in_name(line: str, tag: re.Match[str]) -> bool:
    """Whether a tag begins within the name of another."""
    begun = line.rfind("<", 0, tag.start())
    return begun >= 0 and _NAME_BEGUN.fullmatch(line, begun, tag.start()) is not None


def _last_of_html(lines: list[str], at: int) -> int:
    """Return the last of the lines from ``at`` on that begin with a tag."""
    while at + 1 < len(lines) and lines[at + 1].lstrip().startswith("<"):
        at += 1
    return at


def _without(line: str, is_meant: Callable[[str], bool]) -> str:
    """Take out the tags of a line that have no partner on it."""
    if inner := _inside_only(line):
        return inner
    open_tags: list[re.Match[str]] = []
    opened: Counter[str] = Counter()
    alone: list[re.Match[str]] = []
    code = [match.span() for match in CODE.finditer(line)] if "`" in line else []
    for tag in _TAG.finditer(line):
        if not is_tag(tag[0]) or lies_within(tag.start(), code) or _is_in_name(line, tag):
            continue
        name = tag["name"]
        if not tag["end"]:
            open_tags.append(tag)
            opened[name] += 1
        elif not opened[name]:
            alone.append(tag)
        else:
            while (last := open_tags.pop())["name"] != name:
                alone.append(last)
                opened[last["name"]] -= 1
            opened[name] -= 1
    first, end, written, is_end = len(line) - len(line.lstrip()), len(line), [""], True
    for tag in sorted((*alone, *open_tags), key=re.Match.start, reverse=True):
        behind, target = line[tag.end() : end], _target(tag, is_meant)
        is_end = is_end and not behind.strip()
        # Within a line it has kept words apart.
        written += [behind, target or ("" if is_end or first >= tag.start() else " ")]
        end, is_end = tag.start(), is_end and not target
    return "".join([line[:end], *reversed(written)])


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


def _target(tag: re.Match[str], is_meant: Callable[[str], bool]) -> str:
    """Return what stays of a tag: the place that a link leads to."""
    target = _ID.search(tag[0])
    if target is None or not is_meant(target["id"]):
        return ""
    return f'<a id="{target["id"]}"></a>'
