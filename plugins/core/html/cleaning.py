"""Clean the HTML of an article: what may not stay goes, and the editor is told of each thing.

Every tag is read once, judged by :mod:`plugins.core.html.policy` and written anew; then
nh3, with the same table, repairs the nesting. So nothing reaches nh3 that it would drop in
silence, and what it drops for standing in a wrong place is found by comparing.
"""

from __future__ import annotations

import html
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

import nh3

from plugins.core import checks
from plugins.core.html.anchors import separate_ids
from plugins.core.html.judge import (
    Removal,
    Verdict,
    judge_embed,
    judge_end,
    judge_start,
    removed,
)
from plugins.core.html.policy import ATTRIBUTES, SCHEMES, TAGS, VOID, WITH_CONTENT, is_element
from plugins.core.html.tags import BARE_TAGS, Token, attributes, tokens, unescape
from plugins.core.text.expressions import expression

__all__ = ["EMBED_HOSTS", "Removal", "clean_html"]

EMBED_HOSTS = ("www.youtube-nocookie.com",)
"""Hosts whose pages an ``<iframe>`` may show unless the settings say otherwise."""

_CLEANER = nh3.Cleaner(
    tags=set(TAGS),
    clean_content_tags=set(WITH_CONTENT),
    attributes={tag: set(names) for tag, names in ATTRIBUTES.items()},
    generic_attribute_prefixes={"aria-"},
    url_schemes=set(SCHEMES),
    link_rel=None,
    # A wide table scrolls sideways; without this a keyboard could not reach its end (WCAG 2.1.1).
    set_tag_attribute_values={"table": {"tabindex": "0"}},
)
_ROW = expression(r"<tr\b.*?</tr>", re.DOTALL)
_CELL = expression(r"<(t[dh])\b")
_UNSCOPED = expression(r"<th\b(?![^>]*\sscope=)")
_PLACE_FIX = "Đặt thẻ ấy đúng chỗ (ô trong hàng, hàng trong bảng), hoặc viết bằng Markdown."
_ID_FIX = "Đặt cho mỗi chỗ một mã riêng; liên kết “#…” dẫn đến chỗ đầu tiên."
_FIXES = {
    "bảng HTML": "Bảng vẫn hiện đủ chữ; muốn hết cảnh báo thì dán lại bảng dưới dạng chữ "
    "(dán vào Notepad trước, rồi chép từ đó sang bài).",
    "đoạn HTML": "Chữ vẫn hiện đủ; muốn hết cảnh báo thì dán lại bài dưới dạng chữ "
    "(dán vào Notepad trước, rồi chép từ đó sang bài).",
}
_SHOWN_FIX = "Nếu đó là chữ thì cứ để, hoặc viết &lt; thay cho dấu <; nếu không thì xóa."
# Without those that need no end tag (HTML, 13.1.2.4): each cell of a long table may stay open.
_NESTED = (
    TAGS
    - VOID
    - {"p", "li", "dt", "dd", "caption", "colgroup", "thead", "tbody", "tfoot", "tr", "th", "td"}
)
_DEEPEST = 300  # Word's pasted tables in tables come to twenty


def clean_html(source: str, embed_hosts: Iterable[str] = EMBED_HOSTS) -> tuple[str, list[Removal]]:
    """Return an article's HTML as it may be published, and what was taken out of it.

    ``embed_hosts`` are the hosts whose pages an ``<iframe>`` may show. Comments go without
    a word; ids get the prefix of :mod:`plugins.core.html.anchors`. Of a removed element the
    text stays, but for the code in ``<script>`` and ``<style>``. What looks like a tag and is
    none (``<Tên>``) is shown, and listed as well. What Word and Excel write in hundreds of places
    is listed once, where it comes first.

    Raises ``RecursionError`` for elements that are nested hundreds deep, as parsers of trees do:
    the library asks for each tag what is open around it.
    """
    removals: list[Removal] = []
    hosts = tuple(embed_hosts)
    written: list[str] = []
    depth = 0
    for token in tokens(source.replace("\0", "")):
        if token.kind == "text":
            written.append(_text(token.raw))
            continue
        if token.name in _NESTED:
            depth = max(0, depth + (token.kind == "start") - (token.kind == "end"))
            if depth > _DEEPEST:
                raise RecursionError("elements within elements")
        if token.raw in _PLAIN:
            written.append(token.raw)
            continue
        verdict = _judge(token, hosts)
        written.append(verdict.html)
        removals += verdict.removals
    sent, repeated = separate_ids("".join(written))
    what = "hai chỗ trong bài mang cùng một mã (id), đã bỏ mã ở chỗ sau"
    removals += [Removal(checks.HTML_ID_TWICE, what, name, _ID_FIX) for name in repeated]
    cleaned = _CLEANER.clean(sent)
    if cleaned != sent:
        removals += _lost(sent, cleaned)
    return _scoped(cleaned), list(_told_once(removals))


def _judge(token: Token, hosts: tuple[str, ...]) -> Verdict:
    """Return what is written for one piece of the HTML that is no text."""
    if token.kind == "stray":
        return Verdict("&lt;")
    if token.kind == "comment":
        return Verdict("")
    if token.kind == "markup":
        return Verdict("", (removed("khai báo", token.raw),))
    if token.kind == "code":
        if token.name == "iframe":
            return judge_embed(token.raw, token.opening, token.content, hosts)
        return Verdict("", (removed(f"<{token.name}> cùng nội dung của nó", token.raw),))
    if not is_element(token.name):
        what = f"“{token.raw}” không phải thẻ HTML nên được hiện như chữ"
        shown = html.escape(token.raw, quote=False)
        return Verdict(shown, (Removal(checks.HTML_UNKNOWN, what, token.raw, _SHOWN_FIX),))
    if token.kind == "end":
        return judge_end(token.name)
    return judge_start(token.raw, token.name)


# Bare tags that stay as they are, of which most of an article's HTML consists.
_PLAIN = {raw for raw, token in BARE_TAGS.items() if _judge(token, ()) == Verdict(raw)}


def _scoped(cleaned: str) -> str:
    """Return HTML in which each header cell says what it heads: the row if it is the first of
    other cells, else the column."""
    return _ROW.sub(_scoped_row, cleaned) if "<th" in cleaned else cleaned


def _scoped_row(row: re.Match[str]) -> str:
    scope = "row" if _CELL.findall(row[0])[:1] == ["th"] and "<td" in row[0] else "col"
    return _UNSCOPED.sub(f'<th scope="{scope}"', row[0])


def _text(raw: str) -> str:
    """Write a text as nh3 would, so that a clean article comes back from it unchanged."""
    if "&" in raw or ">" in raw or "\u00a0" in raw:
        return html.escape(unescape(raw), quote=False).replace("\u00a0", "&nbsp;")
    return raw


def _told_once(removals: Iterable[Removal]) -> Iterator[Removal]:
    """Yield removals, of each kind one that says in how many places there are such."""
    kinds: dict[object, list[Removal]] = {}
    for number, removal in enumerate(removals):
        kinds.setdefault(removal.kind or number, []).append(removal)
    for first, *others in kinds.values():
        if not others:
            yield first
            continue
        what = first.what
        names = sorted({first.name, *(other.name for other in others)})
        if any(other.what != first.what for other in others):
            what = removed(f"cách trình bày của {first.kind} ({', '.join(names)})", "").what
        yield first._replace(
            what=f"{what} ở {len(others) + 1} chỗ", fix=_FIXES.get(first.kind, first.fix)
        )


def _lost(sent: str, cleaned: str) -> Iterator[Removal]:
    """Find what nh3 left out: tags and attributes out of place, and text, should it ever."""
    before, after = _inventory(sent), _inventory(cleaned)
    for tag, raws in before.tags.items():
        # There may be more behind: a table without a body gets one.
        number = max(0, len(raws) - len(after.tags.get(tag, ())))
        yield from (
            _misplaced(f"thẻ <{tag}> sai chỗ", raw)._replace(kind=f"<{tag}> sai chỗ")
            for raw in raws[:number]
        )
    for (tag, attribute), number in (before.attributes - after.attributes).items():
        if len(after.tags.get(tag, ())) >= len(before.tags[tag]):
            others = Counter(before.tags[tag]) - Counter(after.tags[tag])
            raws = [raw for raw in others.elements() if attribute in raw]
            what = f"thuộc tính {attribute} của <{tag}>"
            yield from (removed(what, raw) for raw in raws[:number])
    if lost := Counter("".join(before.text)) - Counter("".join(after.text)):
        yield _misplaced("chữ nằm sai chỗ", "".join(lost.elements()))


def _misplaced(what: str, snippet: str) -> Removal:
    return removed(what, snippet, _PLACE_FIX, checks.HTML_MISPLACED)


@dataclass
class _Inventory:
    """The start tags, attributes and words of an HTML text."""

    tags: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))
    attributes: Counter[tuple[str, str]] = field(default_factory=Counter)
    text: list[str] = field(default_factory=list)


def _inventory(source: str) -> _Inventory:
    found = _Inventory()
    for token in tokens(source):
        if token.kind in ("start", "code"):
            opening = token.opening or token.raw
            found.tags[token.name].append(opening)
            found.attributes.update((token.name, part.name) for part in attributes(opening))
        elif token.kind == "text":
            found.text += unescape(token.raw).split()
    return found
