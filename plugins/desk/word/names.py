"""Names of elements and attributes of a Word file (ECMA-376), with their namespaces."""

from __future__ import annotations

from xml.etree.ElementTree import Element

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
SVG = "{http://schemas.microsoft.com/office/drawing/2016/SVG/main}"
V = "{urn:schemas-microsoft-com:vml}"
M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"

REMOVED = frozenset((f"{W}del", f"{W}moveFrom"))
"""Tracked changes: what somebody took away."""

DRAWINGS = frozenset((f"{W}drawing", f"{W}pict", f"{W}object"))
"""What holds pictures, shapes and text boxes."""

CHOICE = f"{MC}AlternateContent"
"""The same content in several forms, of which a program shows the first that it knows."""

BREAKS = frozenset((f"{W}br", f"{W}cr", f"{W}tab", f"{W}ptab"))


def value(element: Element | None, name: str = "val") -> str | None:
    """Return an attribute of an element, ``None`` where either is missing."""
    return None if element is None else element.get(f"{W}{name}")


def is_on(element: Element | None) -> bool | None:
    """Return what a switch (``w:b``, ``w:vanish``) says, ``None`` where it is not there."""
    return None if element is None else value(element) not in ("0", "false", "off", "none")


def picture_of(element: Element) -> str | None:
    """Return the relation of the picture that an element itself shows, if it does."""
    if element.tag == f"{A}blip":
        drawn = element.find(f".//{SVG}svgBlip")  # of which Word keeps a picture, and others none
        said = element.get(f"{R}embed") or element.get(f"{R}link")
        return said or (None if drawn is None else drawn.get(f"{R}embed"))
    if element.tag == f"{V}fill" and element.get("type") == "frame":
        return element.get(f"{R}id")
    if element.tag == f"{V}imagedata":
        return element.get(f"{R}id") or element.get(f"{R}pict")
    return None
