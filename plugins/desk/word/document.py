"""A Word file, read whole."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from xml.etree.ElementTree import Element

from plugins.core import checks
from plugins.core.checks import Check
from plugins.desk.manuscript import Manuscript, Shown
from plugins.desk.text.blocks import blocks_of
from plugins.desk.word.flatten import flatten
from plugins.desk.word.html import html_of
from plugins.desk.word.letters import Untold, in_unicode
from plugins.desk.word.names import W, value
from plugins.desk.word.numbering import Numbering
from plugins.desk.word.package import Package
from plugins.desk.word.plain import Told
from plugins.desk.word.shown import shown_by
from plugins.desk.word.styles import Styles

_OUTSIDE = {
    "header": "đầu trang",
    "footer": "chân trang",
    "comments": "ghi chú (comment)",
}

_INSTRUCTION = f"{W}instrText"
_PAGE = re.compile(r"[\W_]*\d+(?:\s*/\s*\d+)?[\W_]*")


def read_word(path: Path) -> Manuscript:
    """Return what the Word file ``path`` holds.

    Raises :class:`plugins.desk.errors.RefusedError` if it cannot be read whole.
    """
    package = Package(path)
    kinds = {each.kind: each.target for each in package.relations(package.main)}
    styles = Styles(package.xml(kinds["styles"]) if "styles" in kinds else None)
    numbers = package.xml(kinds["numbering"]) if "numbering" in kinds else None
    parts = [package.main, *(kinds[kind] for kind in ("footnotes", "endnotes") if kind in kinds)]
    roots = [root for part in parts if (root := package.xml(part)) is not None]
    shown, untold = shown_by(roots, styles, Numbering(numbers, styles))
    flat = flatten(package, styles, Numbering(numbers, styles), untold)
    return Manuscript(
        path,
        blocks_of(html_of(flat)),
        flat.pictures,
        lambda picture: package.read(picture.part) if picture.part else None,
        shown,
        [*_told(flat.told, shown), *_outside(package, styles), *_unsure(untold)],
    )


def _told(told: Told, shown: Shown) -> Iterator[tuple[Check, str]]:
    yield from ((checks.IMPORT_DRAWING, drawing) for drawing in told.drawings)
    for formula in told.formulas:
        yield checks.IMPORT_DRAWING, f"công thức thành chữ thường: {formula}"
    text = "\n".join(shown.paragraphs)
    gone = [*told.deleted, *(moved for moved in told.moved if moved not in text)]
    for what, texts in (("chữ ẩn", told.hidden), ("chữ đã bị xóa (Track Changes)", gone)):
        yield from ((checks.IMPORT_LEFT_OUT, f"{what}: {text}") for text in texts)


def _unsure(untold: Untold) -> Iterator[tuple[Check, str]]:
    """Tell what was read in an encoding that its words alone tell."""
    for encoding in sorted(set(untold.lines.values())):
        lines = [line for line, known in untold.lines.items() if known == encoding]
        seen = "".join(in_unicode([(lines[0], None)], untold))
        yield (
            checks.IMPORT_LETTERS,
            f"{len(lines)} đoạn ({encoding}) không ghi phông cũ; đoạn đầu đọc là “{seen}”",
        )


def _outside(package: Package, styles: Styles) -> Iterator[tuple[Check, str]]:
    """Tell what stands above and below pages and in their margins."""
    told: dict[str, None] = {}
    for relation in package.relations(package.main):
        what = _OUTSIDE.get(relation.kind)
        root = None if what is None or relation.external else package.xml(relation.target)
        if root is None:
            continue
        paragraphs, pictures = shown_by([root], styles, Numbering(None, styles)).shown
        counts_pages = any("PAGE" in _instruction(each) for each in root.iter())
        said = [text for text in paragraphs if not (counts_pages and _PAGE.fullmatch(text))]
        said += [f"{pictures} ảnh"] if pictures else []
        if said:
            told[f"{what}: {' '.join(' '.join(said).split())}"] = None
    yield from ((checks.IMPORT_LEFT_OUT, each) for each in told)


def _instruction(element: Element) -> str:
    """Return what an element says a field to be."""
    return value(element, "instr") or (element.text or "" if element.tag == _INSTRUCTION else "")
