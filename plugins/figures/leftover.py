"""The last net: names of photos that stayed text, in a list, a quote or amid a sentence."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from plugins.figures.text import visible
from plugins.photos.formats import EXTENSIONS, is_photo_name

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from xml.etree.ElementTree import Element

    from plugins.articles.document import Document
    from plugins.photos import PhotoFinder

_NAME = re.compile(rf"[^\s<>()\[\]\"“”'‘’,;]+\.(?:{EXTENSIONS})\b", re.IGNORECASE)
# Where a file name is quoted for its own sake.
_QUOTING = frozenset({"code", "pre", "kbd", "samp", "a", "script", "style"})


def warn_of_leftovers(roots: Iterable[Element], document: Document, finder: PhotoFinder) -> None:
    """Warn of each photo that exists and is named in the text of the finished trees."""
    named = dict.fromkeys(name for root in roots for text in _texts(root) for name in _names(text))
    for name in named:
        if finder.exists(name, document.path.parent):
            document.report(
                document.locate(name),
                f"tên ảnh “{name}” nằm lẫn trong chữ nên ảnh không hiện ra",
                "Đưa tên ảnh ra một dòng riêng, ngoài danh sách, trích dẫn hay bảng; "
                "hoặc xóa tên ấy đi.",
                warning=True,
            )


def _texts(root: Element) -> Iterator[str]:
    stack = [root]
    while stack:
        element = stack.pop()
        if element.tag not in _QUOTING:
            yield element.text or ""
            stack.extend(reversed(element))
        yield element.tail or ""


def _names(text: str) -> Iterator[str]:
    if not _NAME.search(text):
        return
    for line in map(visible, text.split("\n")):
        if is_photo_name(line):
            yield line
        yield from _NAME.findall(line)
