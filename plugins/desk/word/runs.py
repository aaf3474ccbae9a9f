"""What stands in the lines of a Word file, in its plain form: runs, links, marks of notes."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from xml.etree.ElementTree import Element

from plugins.desk.manuscript import PICTURES
from plugins.desk.word.drawings import Drawings
from plugins.desk.word.names import (
    BREAKS,
    CHOICE,
    DRAWINGS,
    REMOVED,
    M,
    R,
    W,
    is_on,
    picture_of,
    value,
)
from plugins.desk.word.package import Relation
from plugins.desk.word.plain import Line, Told, chosen, run, text, words_of
from plugins.desk.word.styles import Look, Styles
from plugins.desk.word.symbols import symbol_in

WRAPPERS = frozenset(
    f"{W}{name}" for name in ("ins", "moveTo", "smartTag", "customXml", "dir", "bdo", "sdtContent")
)
"""What stands around a content and says nothing that is shown."""

_NOTES = {"footnoteReference": "footnotes", "endnoteReference": "endnotes"}
_PLAIN_ROLES = frozenset(("title", "summary", "heading"))


class Runs:
    """Makes the plain runs of paragraphs. ``notes`` are the names of notes by kind; ``blocks``
    makes what is found in the middle of a line and has lines of its own, ``boxed`` what stands in
    text boxes."""

    def __init__(
        self,
        styles: Styles,
        notes: Mapping[str, set[str | None]],
        told: Told,
        blocks: Callable[[Iterable[Element]], list[Element]],
        boxed: Callable[[Iterable[Element]], list[Element]],
    ) -> None:
        self.drawings = Drawings(told)
        self.links: list[str] = []
        self._instructions: list[str] = []
        self._styles = styles
        self._notes = notes
        self._told = told
        self._blocks = blocks
        self._boxed = boxed

    def begin(self, relations: dict[str, Relation]) -> None:
        """Set out to read a part, which has these relations."""
        self.drawings.relations = relations
        self.links = []

    def inline(self, element: Element, line: Line) -> list[Element]:
        """Return what is in an element of a paragraph, which ``line`` gets to know."""
        runs: list[Element] = []
        for child in element:
            if child.tag == f"{W}r":
                runs += self._run(child, line)
            elif child.tag == f"{W}hyperlink":
                runs += self._link(self._target(child), self.inline(child, line))
            elif child.tag == f"{W}fldSimple":
                target = _field_target(value(child, "instr") or "")
                runs += self._link(target, self.inline(child, line))
            elif child.tag == f"{W}sdt" or child.tag in WRAPPERS:
                runs += self.inline(child, line)
            elif child.tag == CHOICE:
                runs += self.inline(chosen(child), line)
            elif child.tag in REMOVED:
                self._told.removed(child)
            elif child.tag in (f"{M}oMath", f"{M}oMathPara"):
                runs += self.formula(child)
            elif child.tag in (f"{W}p", f"{W}tbl"):  # against the standard, and found
                line.beside.append(self._blocks([child]))
        return runs

    def formula(self, formula: Element) -> list[Element]:
        """Return a formula's letters in a row, and tell."""
        said = "".join(each.text or "" for each in formula.iter(f"{M}t"))
        self._told.formulas += [said] if said else []
        return [run([text(said)])] if said else []

    def _target(self, link: Element) -> str:
        relation = self.drawings.relations.get(link.get(f"{R}id", ""))
        if relation is None or not relation.external:
            return ""
        anchor = value(link, "anchor")
        return f"{relation.target}#{anchor}" if anchor else relation.target

    def _link(self, target: str, runs: list[Element]) -> list[Element]:
        if not target or not runs:
            return runs
        self.links.append(target)
        own = Element(f"{W}hyperlink", {f"{R}id": f"L{len(self.links)}"})
        own.extend(runs)
        return [own]

    def _run(self, element: Element, line: Line) -> list[Element]:
        properties = element.find(f"{W}rPr")
        look = self._styles.look(properties, line.properties)
        if look.hidden:
            self._told.hidden += words_of(element)
            pictures = sum(picture_of(each) is not None for each in element.iter())
            self._told.hidden += [f"{pictures} ảnh"] if pictures else []
            return []
        in_capitals = properties is not None and bool(is_on(properties.find(f"{W}caps")))
        made = self._children(element, line, look, in_capitals=in_capitals)
        role, _ = self._styles.role(line.properties)
        if role in _PLAIN_ROLES:  # but the ² of m² is no matter of looks
            look = look._replace(bold=False, italic=False, struck=False)
        return [run(made, look)] if made else []

    def _children(
        self, element: Element, line: Line, look: Look, *, in_capitals: bool
    ) -> list[Element]:
        made: list[Element] = []
        for child in element:
            name = child.tag.removeprefix(W)
            if child.tag == CHOICE or name == "r":  # a run in a run is found within forms
                inner = chosen(child) if child.tag == CHOICE else child
                made += self._children(inner, line, look, in_capitals=in_capitals)
            elif child.tag in DRAWINGS:
                made += self._drawing(child, line)
            elif name in ("t", "softHyphen", "noBreakHyphen", "sym"):
                typed, font = (
                    symbol_in(child) if name == "sym" else (_typed(child, name), look.font)
                )
                own = text(typed)
                line.texts.append((own, font, in_capitals))
                made.append(own)
            elif child.tag in BREAKS:
                is_page = value(child, "type") in ("page", "column")
                made.append(text(" ") if is_page else Element(_PLAIN_BREAKS.get(name, f"{W}br")))
            elif name in _NOTES and value(child, "id") in self._notes[_NOTES[name]]:
                made.append(Element(child.tag, {f"{W}id": value(child, "id") or ""}))
            elif name == "fldChar":
                made += self._field(child)
            elif name == "instrText" and self._instructions:
                self._instructions[-1] += child.text or ""
            elif name == "ruby":
                made += self._ruby(child, line, look)
        return made

    def _field(self, mark: Element) -> list[Element]:
        """Return the mark of a field's begin, middle or end, with what the field is before the
        latter two, in one piece: that is all that mammoth understands."""
        kind = value(mark, "fldCharType")
        if kind == "begin":
            self._instructions.append("")
        elif self._instructions:
            instruction = self._instructions.pop()
            own = Element(f"{W}instrText")
            target = _field_target(instruction)
            own.text = f' HYPERLINK "{target}" ' if target else instruction
            if kind == "separate":
                self._instructions.append("")
            return [own, mark]
        return [mark]

    def _ruby(self, ruby: Element, line: Line, look: Look) -> list[Element]:
        """Return a word and how it is spoken, in brackets."""
        base, spoken = (
            [
                made
                for part in ruby.iterfind(f"{W}{name}/{W}r")
                for made in self._children(part, line, look, in_capitals=False)
            ]
            for name in ("rubyBase", "rt")
        )
        return [*base, text(" ("), *spoken, text(")")]

    def _drawing(self, element: Element, line: Line) -> list[Element]:
        """Return the pictures of a drawing that stands in the line."""
        drawn = self.drawings.read(element)
        letters = [text(letter) for letter in drawn.letters]
        boxes = [self._boxed(box) for box in drawn.boxes]
        if len(letters) == len(boxes) > 1:  # a group, of a picture and its caption each
            line.beside += [[run([letter])] for letter in letters] + boxes
            return []
        line.beside += boxes
        if not drawn.floats:
            return letters
        line.beside += [[run(letters)]] if letters else []
        return []


_LINK = re.compile(r'\s*HYPERLINK\s+(?:"([^"]+)"|([^\s"\\]+))', re.IGNORECASE)
_PLAIN_BREAKS = {"br": f"{W}br", "tab": f"{W}tab"}


def _typed(element: Element, name: str) -> str:
    """Return the letters of a run's child."""
    if name == "t":
        return "".join("\ufffd" if ord(each) in PICTURES else each for each in element.text or "")
    return "\u00ad" if name == "softHyphen" else "-"


def _field_target(instruction: str) -> str:
    """Return where a field leads that is a link to elsewhere (ECMA-376, 17.16.5.25)."""
    match = _LINK.match(instruction)
    return (match[1] or match[2]) if match else ""
