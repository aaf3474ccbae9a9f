"""Drawings of a Word file: the pictures in them, text boxes, and what cannot be taken."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from xml.etree.ElementTree import Element

from plugins.core import checks
from plugins.desk.errors import RefusedError
from plugins.desk.manuscript import MOST_PICTURES, PICTURES, Picture
from plugins.desk.word.names import CHOICE, WP, A, R, V, W, picture_of
from plugins.desk.word.package import Relation
from plugins.desk.word.plain import Told, chosen

_QUARTER = 5_400_000  # of a turn, in sixty-thousandths of a degree
_FLIPS = {"x": "flipH", "y": "flipV"}
_STYLE = re.compile(r"([a-z-]+)\s*:\s*([^;]*[^;\s])")


@dataclass
class Drawn:
    """What a drawing holds: a letter of :data:`PICTURES` for each picture, and text boxes; whether
    it ``floats`` beside the text instead of standing in a line."""

    letters: list[str] = field(default_factory=list)
    boxes: list[Element] = field(default_factory=list)
    floats: bool = False


class Drawings:
    """Gathers the pictures of a file. ``relations`` are those of the part that is being read."""

    def __init__(self, told: Told) -> None:
        self.relations: dict[str, Relation] = {}
        self.pictures: list[Picture] = []
        self._told = told

    def read(self, drawing: Element) -> Drawn:
        """Return what a drawing holds."""
        drawn = Drawn()
        self._search(drawing, drawing, drawn)
        properties, shape = drawing.find(f".//{WP}docPr"), drawing.find(f".//{V}shape")
        said = "" if properties is None else properties.get("descr", "")
        said = said or ("" if shape is None else shape.get("alt", ""))
        if len(drawn.letters) == 1:
            self.pictures[-1] = self.pictures[-1]._replace(alt=said)
        style = "" if shape is None else shape.get("style", "").replace(" ", "")
        drawn.floats = drawing.find(f"{WP}anchor") is not None or "position:absolute" in style
        return drawn

    def _search(self, element: Element, around: Element, drawn: Drawn) -> None:
        for child in chosen(element) if element.tag == CHOICE else element:
            if relation := picture_of(child):
                drawn.letters.append(self._letter(relation, around))
            name = child.tag.rpartition("}")[2]
            if child.tag == f"{W}txbxContent":
                drawn.boxes.append(child)
            elif name == "chart" and child.get(f"{R}id"):
                self._told.drawings.append("một biểu đồ (Chart)")
            elif name == "relIds":
                self._told.drawings.append("một sơ đồ (SmartArt)")
            elif name == "OLEObject":
                kind = child.get("ProgID", "")
                self._told.drawings.append(f"một tệp nhúng trong Word ({kind})")
            elif child.tag == f"{A}p" and (
                said := "".join(each.text or "" for each in child.iter(f"{A}t"))
            ):
                self._told.drawings.append(f"chữ trong hình vẽ: “{said}”")
            elif name == "textpath" and child.get("string"):
                self._told.drawings.append(f"chữ nghệ thuật: “{child.get('string')}”")
            else:
                self._search(child, child if name == "pic" else around, drawn)

    def _letter(self, name: str, around: Element) -> str:
        """Note a picture, which stands in the element ``around``, and return its letter."""
        relation = self.relations.get(name)
        if len(self.pictures) == MOST_PICTURES:
            raise RefusedError(checks.IMPORT_TOO_LARGE, f"tệp có hơn {MOST_PICTURES} ảnh")
        if relation is None or relation.external:
            picture = Picture(None, relation.target if relation else "không rõ tên")
        else:
            picture = _placed(relation.target, around)
        self.pictures.append(picture)
        return chr(PICTURES[len(self.pictures) - 1])


def _placed(part: str, around: Element) -> Picture:
    """Return a picture as it is cut, mirrored and turned by the drawing that it stands in: one of
    DrawingML or, in files of older programs, of VML (ECMA-376, part 4, 19.1.2.11)."""
    old = around.find(f".//{V}imagedata")
    if old is not None:
        shape = around.find(f".//{V}shape")
        style = dict(_STYLE.findall("" if shape is None else shape.get("style", "")))
        turned, flip = _number(style.get("rotation", "")) / 90, style.get("flip", "")
        cut = [_share(old.get(f"crop{side}", "")) for side in ("left", "top", "right", "bottom")]
    else:
        frame, crop = (around.find(f".//{A}{name}") for name in ("xfrm", "srcRect"))
        said = {} if frame is None else frame.attrib
        turned = _number(said.get("rot", "")) / _QUARTER
        flip = "".join(side for side in "xy" if said.get(_FLIPS[side]) in ("1", "true"))
        cut = [0.0 if crop is None else _number(crop.get(side, "")) / 100_000 for side in "ltrb"]
    turns = round(turned) + 2 * ("y" in flip)  # upside down is mirrored, and half a turn
    return Picture(part, crop=_crop(cut), turns=turns % 4, is_mirrored=flip in ("x", "y"))


def _crop(cut: list[float]) -> tuple[float, float, float, float]:
    left, top, right, bottom = (max(0.0, side) for side in cut)
    return (left, top, right, bottom) if left + right < 1 and top + bottom < 1 else (0, 0, 0, 0)


def _share(said: str) -> float:
    """Return a part of a whole, as VML says it: a fraction, or in 65,536ths."""
    return _number(said[:-1]) / 65_536 if said.endswith("f") else _number(said)


def _number(said: str) -> float:
    try:
        return float(said)
    except ValueError:
        return 0.0
