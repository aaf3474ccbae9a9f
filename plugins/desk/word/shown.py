"""What the body of a Word file shows: every word and every picture, told without the converter.

An import is held to this: what is not in the article at the end has to be named. So it is worked
out from the file as it came, and shares no step with what makes the article but the tables of
fonts and the counting of lists.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple
from xml.etree.ElementTree import Element

from plugins.desk.manuscript import Shown
from plugins.desk.word.letters import Run, Untold, in_unicode, untold
from plugins.desk.word.names import BREAKS, CHOICE, REMOVED, W, picture_of, value
from plugins.desk.word.numbering import Numbering
from plugins.desk.word.styles import Styles
from plugins.desk.word.symbols import symbol_in


class Read(NamedTuple):
    """What a file shows, and what of it is in an old encoding that no font's name tells."""

    shown: Shown
    untold: Untold


def shown_by(roots: Iterable[Element], styles: Styles, numbering: Numbering) -> Read:
    """Return what parts of a file (the body, notes) show, with the numbers of lists."""
    walk = _Walk(styles, numbering)
    for root in roots:
        walk.blocks(root)
    told = untold(runs for _, runs, _ in walk.paragraphs)
    paragraphs: list[str] = []
    held = ""
    for number, runs, is_open in walk.paragraphs:
        text = held + "".join(in_unicode(runs, told))
        held = text if is_open else ""
        if not is_open and text.strip():
            paragraphs.append((number + text).strip())
    return Read(Shown(paragraphs, walk.pictures), told)


_HYPHENS = {f"{W}softHyphen": "\u00ad", f"{W}noBreakHyphen": "-"}
_APART = frozenset((f"{W}rt", f"{W}rubyBase"))


class _Walk:
    def __init__(self, styles: Styles, numbering: Numbering) -> None:
        self._styles = styles
        self._numbering = numbering
        self.paragraphs: list[tuple[str, list[Run], bool]] = []
        self.pictures = 0

    def blocks(self, element: Iterable[Element]) -> None:
        for child in _shown_children(element):
            if child.tag == f"{W}p":
                self._paragraph(child)
            elif child.tag == f"{W}tr" and child.find(f"{W}trPr/{W}del") is not None:
                continue
            else:
                self.blocks(child)

    def _paragraph(self, paragraph: Element) -> None:
        boxes: list[list[Element]] = []
        properties = paragraph.find(f"{W}pPr")
        label = self._numbering.label(properties)
        runs = list(self._runs(paragraph, properties, None, boxes))
        self.paragraphs.append((f"{label.text} " if label else "", runs, goes_on(properties)))
        for box in boxes:
            self.blocks(box)

    def _runs(
        self,
        element: Element,
        paragraph: Element | None,
        font: str | None,
        boxes: list[list[Element]],
    ) -> Iterator[Run]:
        if element.tag == f"{W}r":
            look = self._styles.look(element.find(f"{W}rPr"), paragraph)
            if look.hidden:
                return
            font = look.font
        for child in _shown_children(element):
            self.pictures += picture_of(child) is not None
            if child.tag == f"{W}t":
                yield child.text or "", font
            elif child.tag == f"{W}sym":
                yield symbol_in(child)
            elif child.tag in BREAKS:
                yield " ", None
            elif child.tag in _HYPHENS:
                yield _HYPHENS[child.tag], font
            elif child.tag == f"{W}txbxContent":
                boxes.append(list(child))
            elif child.tag in (f"{W}p", f"{W}tbl"):
                boxes.append([child])
            elif child.tag not in (f"{W}pPr", f"{W}rPr"):
                yield from self._runs(child, paragraph, font, boxes)
                if child.tag in _APART:
                    yield " ", None


def goes_on(paragraph: Element | None) -> bool:
    """Whether the next paragraph goes on with this one: its mark was deleted, or it holds the
    large first letter of the other."""
    if paragraph is None:
        return False
    is_first_letter = value(paragraph.find(f"{W}framePr"), "dropCap") in ("drop", "margin")
    return is_first_letter or paragraph.find(f"{W}rPr/{W}del") is not None


def _shown_children(element: Iterable[Element]) -> Iterator[Element]:
    """Yield what is in an element: of the forms of a content the fullest, nothing deleted."""
    for child in element:
        if child.tag == CHOICE:
            yield from max(child, key=_fullness, default=())
        elif child.tag not in REMOVED:
            yield child


def _fullness(branch: Element) -> int:
    """Return how much a form of a content shows; of two alike the first is Word's own."""
    pictures = sum(picture_of(each) is not None for each in branch.iter())
    return pictures * 1000 + sum(len(each.text or "") for each in branch.iter(f"{W}t"))
