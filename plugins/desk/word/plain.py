"""Parts of the plain form of a Word file: runs of text, paragraphs in the making, relations."""

from __future__ import annotations

from dataclasses import dataclass, field
from xml.etree import ElementTree
from xml.etree.ElementTree import Element, SubElement

from plugins.desk.word.names import R, W, picture_of
from plugins.desk.word.styles import Look

_SPACE = "http://schemas.openxmlformats.org/package/2006/relationships"


@dataclass
class Told:
    """What is not in the article, or not as it was: texts by what they were."""

    hidden: list[str] = field(default_factory=list)
    deleted: list[str] = field(default_factory=list)
    moved: list[str] = field(default_factory=list)
    drawings: list[str] = field(default_factory=list)
    formulas: list[str] = field(default_factory=list)

    def removed(self, change: Element) -> None:
        """Note what a tracked change took away, or to another place."""
        texts = self.moved if change.tag == f"{W}moveFrom" else self.deleted
        texts += words_of(change)


@dataclass
class Line:
    """A paragraph in the making: what stands ``beside`` it (of a floating picture its run, of a
    text box its blocks), and its ``texts`` with the fonts that they are in, and whether they are
    shown in capitals."""

    properties: Element | None
    beside: list[list[Element]] = field(default_factory=list)
    texts: list[tuple[Element, str | None, bool]] = field(default_factory=list)


def text(said: str) -> Element:
    """Return the element of a text."""
    own = Element(f"{W}t", {"{http://www.w3.org/XML/1998/namespace}space": "preserve"})
    own.text = said
    return own


def run(children: list[Element], look: Look | None = None) -> Element:
    """Return a run that looks so."""
    own = Element(f"{W}r")
    properties = SubElement(own, f"{W}rPr")
    if look is not None:
        for name, on in (("b", look.bold), ("i", look.italic), ("strike", look.struck)):
            if on:
                SubElement(properties, f"{W}{name}")
        if look.raised in ("superscript", "subscript"):
            SubElement(properties, f"{W}vertAlign", {f"{W}val": look.raised})
    own.extend(children)
    return own


def relations(links: list[str]) -> bytes:
    """Return the part that says where links lead, the first by the name of ``L1``."""
    root = Element(f"{{{_SPACE}}}Relationships")
    for number, target in enumerate(links, 1):
        said = {"Type": f"{R[1:-1]}/hyperlink", "Target": target, "TargetMode": "External"}
        SubElement(root, f"{{{_SPACE}}}Relationship", {"Id": f"L{number}", **said})
    return as_bytes(root)


def as_bytes(root: Element) -> bytes:
    """Return a part as it stands in a file."""
    return bytes(ElementTree.tostring(root, "utf-8"))


def chosen(choice: Element) -> Element:
    """Return the first form of a content that shows something: the newest, which says most."""
    return next((each for each in choice if _shows(each)), Element("nothing"))


def _shows(form: Element) -> bool:
    return any(
        (each.tag == f"{W}t" and each.text)
        or picture_of(each)
        or each.tag.endswith(("}chart", "}relIds", "}textpath"))
        for each in form.iter()
    )


def words_of(element: Element) -> list[str]:
    """Return the text in an element, deleted or not, if there is any."""
    texts = (each.text or "" for each in element.iter() if each.tag in (f"{W}t", f"{W}delText"))
    said = "".join(texts).strip()
    return [said] if said else []
