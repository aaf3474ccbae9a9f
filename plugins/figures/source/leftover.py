"""The last net: names of photos that stayed text, in a list, a quote or amid a sentence."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING
from xml.etree.ElementTree import Element

from markdown.util import HTML_PLACEHOLDER_RE

from plugins.core import checks
from plugins.core.text.expressions import expression
from plugins.figures.tree.html_tree import parse_fragment
from plugins.figures.tree.text import visible
from plugins.photos.inspect.formats import EXTENSIONS, is_photo_name

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from plugins.core.document import Document
    from plugins.figures.source.locations import Location

_OUTSIDE = r"\s<>()\[\]\"“”'‘’,;*"
_NAME = expression(rf"(?<![^{_OUTSIDE}])[^{_OUTSIDE}]+\.(?:{EXTENSIONS})\b", re.IGNORECASE)
# As a name ends in the source, where a character may be written as an entity.
_ENDING = expression(rf"\.(?:{EXTENSIONS})|&#?\w", re.IGNORECASE)
# What every name has, and few texts: 1 µs a paragraph instead of 12.
_DOT = expression(r"\.(?=\S)")
# Where a file name is quoted for its own sake.
_QUOTING = frozenset({"code", "pre", "kbd", "samp", "a", "script", "style"})
# The same, and images, as they stand in the source.
_MARKUP = expression(
    r"^(?P<fence>`{3}|~{3}).*?^(?P=fence)|`[^`\n]*`|<!--(?:(?!<!--).)*?-->"
    r"|<(?P<tag>a|code|pre)\b(?:(?!<(?P=tag)\b).)*?</(?P=tag)>|<[a-z/][^<>]*>"
    r"|!?\[[^\[\]]*\]\([^()\n]*\)|\]\([^()\n]*\)|^ {0,3}\[(?!\^)[^\[\]\n]*\]:.*?$",
    re.IGNORECASE | re.MULTILINE | re.DOTALL,
)
_ESCAPE = expression(r"\\(?=[_()\[\].-])")


def may_be_left(document: Document) -> bool:
    """Say whether a photo may be named anywhere: 0.01 ms an article instead of 0.1."""
    body = "\n".join(document.lines[document.body_line - 1 :])
    return _ENDING.search(body) is not None


def read_pieces(root: Element, stash: Sequence[str | Element]) -> Iterator[Element | str]:
    """Yield the figures and the lines of text in a finished tree, in document order.

    Texts between elements that are white space only are left out.
    ``stash`` holds the raw HTML that python-markdown's placeholders stand for.
    """
    stack: list[Element | str] = [root]
    while stack:
        item = stack.pop()
        if isinstance(item, str):
            if not item.strip():
                continue
            match = HTML_PLACEHOLDER_RE.search(item)
            yield from (item[: match.start()] if match else item).split("\n")
            if match is None:
                continue
            stack.append(item[match.end() :])
            block = stash[int(match[1])] if int(match[1]) < len(stash) else ""
            stack.append(parse_fragment(block) if isinstance(block, str) else block)
            continue
        stack.append(item.tail or "")
        if item.tag in _QUOTING:
            continue
        if item.tag == "figure":
            yield item
        stack += [*reversed(item), item.text or ""]


def warn_of_leftovers(
    pieces: Iterable[Element | str],
    locations: Mapping[Element, Sequence[Location]],
    document: Document,
) -> None:
    """Warn of each place where a photo that exists is named in the text.

    ``locations`` tells where the photos of the figures among ``pieces`` stand.
    """
    finder = document.library.finder
    named: defaultdict[str, list[Location | str]] = defaultdict(list)
    for piece in pieces:
        if isinstance(piece, Element):
            for location in locations.get(piece, ()):
                named[location.name].append(location)
            continue
        for name in _names(piece, lambda name: finder.exists(name, document.path.parent)):
            named[name].append(visible(piece))
    left = {name: found for name, found in named.items() if any(map(_is_text, found))}
    body = _plain(document.lines[document.body_line - 1 :]) if left else []
    for name, found in left.items():
        spots = {
            number: line
            for number, line in enumerate(body, document.body_line)
            if _stands(name, line)
        }
        for line in _left(name, found, spots):
            document.report(
                checks.PHOTO_IN_TEXT,
                line,
                f"tên ảnh “{name}” nằm lẫn trong chữ nên ảnh không hiện ra",
                "Đưa tên ảnh ra một dòng riêng, ngoài danh sách, trích dẫn hay bảng; "
                "hoặc xóa tên ấy đi.",
            )


def _is_text(piece: Location | str) -> bool:
    return isinstance(piece, str)


def _names(text: str, exists: Callable[[str], bool]) -> list[str]:
    if not _DOT.search(text):
        return []
    line = visible(text)
    if is_photo_name(line) and exists(line):
        return [line]
    return [name for name in dict.fromkeys(_NAME.findall(line)) if exists(name)]


def _plain(lines: list[str]) -> list[str]:
    """Return source lines without what can be no leftover."""
    text = _MARKUP.sub(lambda match: "\n" * match[0].count("\n"), "\n".join(lines))
    return _ESCAPE.sub("", text).split("\n")


def _stands(name: str, line: str) -> bool:
    return re.search(rf"(?<![^{_OUTSIDE}]){re.escape(name)}\b", line) is not None


def _left(name: str, found: list[Location | str], spots: dict[int, str]) -> list[int | None]:
    """Return on which of ``spots`` the name ``found`` in the text stands."""
    bare = [
        each for each in found if isinstance(each, str) or _stands(name, _plain([each.where])[0])
    ]
    if len(bare) == len(spots):
        order = zip(bare, spots, strict=True)
        pairs = [(each, line) for each, line in order if isinstance(each, str)]
        if all(words in spots[line] for words, line in pairs):
            return [line for _, line in pairs]
    # Something was moved or is written in another way: go by the words around the name.
    taken = {each.line for each in found if not isinstance(each, str)}
    free = {number: line for number, line in spots.items() if number not in taken}
    lines: list[int | None] = []
    for words in [each for each in found if isinstance(each, str)]:
        number = next((number for number, line in free.items() if words in line), None)
        number = next(iter(free), None) if number is None else number
        if number is not None:
            lines.append(number)
            del free[number]
    return lines or [None]
