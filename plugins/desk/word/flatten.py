"""A Word file's body → one that holds nothing but what mammoth reads without loss.

Of the forms of a content one stays. Fields, content controls and tracked changes give way to their
text. A text box stands behind the paragraph that it hangs on, a floating picture before it, and
boxes then behind the pictures that they follow. Printed numbers are text. Letters are Unicode. A
paragraph's style is its role and its place (``desk-heading-2-center``, ``desk-text-0-start-box``).
A picture is one letter of :data:`~plugins.desk.manuscript.PICTURES` in the text.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable, Iterator
from itertools import chain, groupby
from typing import NamedTuple
from xml.etree.ElementTree import Element, SubElement

from plugins.desk.manuscript import Picture
from plugins.desk.word.letters import Untold, in_unicode
from plugins.desk.word.names import CHOICE, REMOVED, M, W, is_on, value
from plugins.desk.word.numbering import Numbering
from plugins.desk.word.package import Package
from plugins.desk.word.plain import Line, Told, as_bytes, chosen, relations, run, text, words_of
from plugins.desk.word.runs import WRAPPERS, Runs
from plugins.desk.word.shown import goes_on
from plugins.desk.word.sizes import large_headline
from plugins.desk.word.styles import Styles

_CONTENT_TYPES = (
    b'<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"></Types>'
)


class Flattened(NamedTuple):
    """A plain Word file, the styles in it, its pictures, and what was told on the way."""

    docx: bytes
    styles: list[str]
    pictures: list[Picture]
    told: Told


def flatten(package: Package, styles: Styles, numbering: Numbering, untold: Untold) -> Flattened:
    """Return a package's body in its plain form; ``untold`` is what of it is in an old
    encoding that no font's name tells."""
    out = io.BytesIO()
    flattener = _Flattener(package, styles, numbering, untold)
    with zipfile.ZipFile(out, "w") as file:
        file.writestr("[Content_Types].xml", _CONTENT_TYPES)
        file.writestr("_rels/.rels", relations([]))
        for name, root, links in flattener.parts():
            file.writestr(f"word/{name}.xml", as_bytes(root))
            file.writestr(f"word/_rels/{name}.xml.rels", relations(links))
    return Flattened(
        out.getvalue(), list(flattener.names), flattener.runs.drawings.pictures, flattener.told
    )


class _Flattener:
    def __init__(
        self,
        package: Package,
        styles: Styles,
        numbering: Numbering,
        untold: Untold,
    ) -> None:
        self._package = package
        self._untold = untold
        self._styles = styles
        self._kinds = {each.kind: each.target for each in package.relations(package.main)}
        self._numbering = numbering
        notes = {kind: self._part(kind) for kind in ("footnotes", "endnotes")}
        self._notes = {kind: [] if root is None else list(root) for kind, root in notes.items()}
        known = {kind: {value(n, "id") for n in found} for kind, found in self._notes.items()}
        self._held: list[Element] = []
        self._place = ""
        self._headline: list[Element] = []
        self.names: dict[str, None] = {}
        self.told = Told()
        self.runs = Runs(styles, known, self.told, self._blocks, self._boxed)

    def _part(self, kind: str) -> Element | None:
        return self._package.xml(self._kinds[kind]) if kind in self._kinds else None

    def parts(self) -> Iterator[tuple[str, Element, list[str]]]:
        """Yield the plain parts: their names, their roots, and where links in them lead."""
        root = self._package.xml(self._package.main)
        body = None if root is None else root.find(f"{W}body")
        document = Element(f"{W}document")
        self.runs.begin(self._package.relations_of(self._package.main))
        self._headline = [] if body is None else large_headline(body, self._styles)
        SubElement(document, f"{W}body").extend(self._blocks(() if body is None else body))
        yield "document", document, self.runs.links
        for kind, notes in self._notes.items():
            own = Element(f"{W}{kind}")
            if kind in self._kinds:
                self.runs.begin(self._package.relations_of(self._kinds[kind]))
            for note in notes:
                if value(note, "type") in (None, "normal"):
                    name = {f"{W}id": value(note, "id") or ""}
                    SubElement(own, note.tag, name).extend(self._blocks(note))
            yield kind, own, self.runs.links

    def _boxed(self, container: Iterable[Element]) -> list[Element]:
        outer, self._place = self._place, "-box"
        blocks = self._blocks(container)
        self._place = outer
        return blocks

    def _blocks(self, container: Iterable[Element]) -> list[Element]:
        outer, self._held = self._held, []
        blocks = list(self._each_block(container))
        if self._held:
            blocks.append(self._styled(self._held, "desk-text-0-start"))
        self._held = outer
        return blocks

    def _each_block(self, container: Iterable[Element]) -> Iterator[Element]:
        for child in container:
            if child.tag == f"{W}p":
                yield from self._paragraph(child)
            elif child.tag == f"{M}oMathPara":
                yield self._styled(self.runs.formula(child), "desk-text-0-start")
            elif child.tag == f"{W}tbl":
                table = Element(f"{W}tbl")
                table.extend(self._rows(child))
                yield table
            elif child.tag == f"{W}sdt" or child.tag in WRAPPERS:
                yield from self._each_block(child)
            elif child.tag == CHOICE:
                yield from self._each_block(chosen(child))
            elif child.tag in REMOVED:
                self.told.removed(child)
            elif child.tag == f"{W}altChunk":
                self.told.drawings.append("một tệp khác chèn vào (altChunk)")

    def _rows(self, table: Element) -> Iterator[Element]:
        for child in table:
            if child.tag == f"{W}sdt" or child.tag in WRAPPERS:
                yield from self._rows(child)
            elif child.tag == f"{W}tr" and child.find(f"{W}trPr/{W}del") is not None:
                self.told.deleted += words_of(child)
            elif child.tag == f"{W}tr":
                row = Element(f"{W}tr")
                if is_on(child.find(f"{W}trPr/{W}tblHeader")):
                    SubElement(SubElement(row, f"{W}trPr"), f"{W}tblHeader")
                row.extend(self._cells(child))
                yield row

    def _cells(self, row: Element) -> Iterator[Element]:
        for child in row:
            if child.tag == f"{W}sdt" or child.tag in WRAPPERS:
                yield from self._cells(child)
            elif child.tag == f"{W}tc":
                cell = Element(f"{W}tc")
                properties = SubElement(cell, f"{W}tcPr")
                spans = (child.find(f"{W}tcPr/{W}{name}") for name in ("gridSpan", "vMerge"))
                properties.extend(span for span in spans if span is not None)
                cell.extend(self._blocks(child) or [Element(f"{W}p")])
                yield cell

    def _paragraph(self, paragraph: Element) -> list[Element]:
        line = Line(paragraph.find(f"{W}pPr"))
        label = self._numbering.label(line.properties)
        runs = [*self._held, *self.runs.inline(paragraph, line)]
        self._held = []
        texts = in_unicode([(each.text or "", font) for each, font, _ in line.texts], self._untold)
        said_of = list(zip(line.texts, texts, strict=True))
        # Who typed a capital where all are shown as such typed the others as they are meant.
        is_typed = any(
            letter.isupper() for (_, _, is_shown), said in said_of if is_shown for letter in said
        )
        for (each, _, in_capitals), said in said_of:
            each.text = said.upper() if in_capitals and not is_typed else said
        has_text = any((t.text or "").strip() for each in runs for t in each.iter(f"{W}t"))
        place = "float" if has_text else "alone"
        floats = any(map(_is_picture, line.beside))
        beside = [
            self._styled([each], f"desk-text-0-start-{place}") if each.tag == f"{W}r" else each
            for part in _pictures_first(line.beside)
            for each in part
        ]
        if goes_on(line.properties):
            self._held = runs
            return beside
        role, level = self._styles.role(line.properties)
        if label and has_text:
            role, level = ("item", label.level) if role in ("text", "quote") else (role, level)
            runs.insert(0, run([text(f"{label.text} ")]))
        if role == "text" and any(paragraph is each for each in self._headline):
            role, level = "title", 0
        alignment = self._styles.alignment(line.properties) or "start"
        own = self._styled(runs, f"desk-{role}-{level}-{alignment}{self._place}")
        # Where a picture floats, too, the text box is its caption.
        return [*beside, own] if floats else [own, *beside]

    def _styled(self, runs: list[Element], style: str) -> Element:
        self.names[style] = None
        own = Element(f"{W}p")
        SubElement(SubElement(own, f"{W}pPr"), f"{W}pStyle", {f"{W}val": style})
        own.extend(runs)
        return own


def _pictures_first(beside: list[list[Element]]) -> Iterator[list[Element]]:
    """Yield floating pictures and text boxes in their order; if a box is the first, each stands
    behind the picture that follows it, and as many boxes as pictures stand behind one each."""
    groups = [list(group) for _, group in groupby(beside, _is_picture)]
    if beside and not _is_picture(beside[0]):
        for at in range(0, len(groups) - 1, 2):
            groups[at : at + 2] = groups[at + 1], groups[at]
    groups += [[]] * (len(groups) % 2)
    for pictures, boxes in zip(groups[::2], groups[1::2], strict=True):
        is_each = len(pictures) == len(boxes)
        pairs = zip(pictures, boxes, strict=True) if is_each else (pictures, boxes)
        yield from chain.from_iterable(pairs)


def _is_picture(part: list[Element]) -> bool:
    return any(each.tag == f"{W}r" for each in part)
