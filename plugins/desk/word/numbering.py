"""Printed numbers of lists, which Word counts and a file does not hold (ECMA-376, 17.9)."""

from __future__ import annotations

import re
from typing import NamedTuple
from xml.etree.ElementTree import Element

from plugins.desk.word.names import W, value
from plugins.desk.word.styles import Styles

_ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"),
    (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip
_PLACE = re.compile(r"%([1-9])")


class Label(NamedTuple):
    """What stands before an item: its text (``"a)"``, ``"-"`` for all bullets), and how deep the
    item lies, from 0."""

    text: str
    level: int


class _Level(NamedTuple):
    format: str
    text: str
    start: int
    restart: int | None
    all_decimal: bool


class Numbering:
    """Counts the items of a document, in their order; ``root`` is its part of numberings."""

    def __init__(self, root: Element | None, styles: Styles) -> None:
        self._styles = styles
        self._levels: dict[str, dict[int, _Level]] = {}
        self._kinds: dict[str, str] = {}
        self._starts: dict[str, dict[int, int]] = {}
        self._counts: dict[str, dict[int, int]] = {}
        self._begun: set[str] = set()
        if root is None:
            return
        kinds = {value(each, "abstractNumId"): each for each in root.findall(f"{W}abstractNum")}
        for number in root.findall(f"{W}num"):
            name, kind = value(number, "numId") or "", value(number.find(f"{W}abstractNumId"))
            if kind not in kinds:
                continue
            levels = _levels(kinds[kind])
            starts: dict[int, int] = {}
            for override in number.findall(f"{W}lvlOverride"):
                level = _int(value(override, "ilvl"), 0)
                if (own := override.find(f"{W}lvl")) is not None:
                    levels[level] = _level(own)
                if (start := value(override.find(f"{W}startOverride"))) is not None:
                    starts[level] = _int(start, 1)
            self._levels[name], self._kinds[name], self._starts[name] = levels, kind or "", starts

    def label(self, paragraph: Element | None) -> Label | None:
        """Count a paragraph, whose ``w:pPr`` this is; ``None`` if nothing stands before it."""
        name, level = self._place(paragraph)
        kind = self._levels.get(name, {}).get(level)
        if kind is None:
            return None
        counts = self._counts.setdefault(self._kinds[name], {})
        if name not in self._begun:
            self._begun.add(name)
            for at, start in self._starts[name].items():
                counts[at] = start - 1
        counts[level] = counts.get(level, kind.start - 1) + 1
        for deeper in [at for at in counts if at > level]:
            restart = self._levels[name].get(deeper, kind).restart
            if restart is None or (restart and level < restart):
                del counts[deeper]
        if kind.format == "bullet":
            return Label("-", level)
        text = _PLACE.sub(lambda match: self._printed(name, int(match[1]) - 1, kind), kind.text)
        return Label(text.strip(), level) if text.strip() else None

    def _place(self, paragraph: Element | None) -> tuple[str, int]:
        level = None
        for each in self._styles.properties(paragraph):
            said = each.find(f"{W}numPr")
            if said is None:
                continue
            level = level or value(said.find(f"{W}ilvl"))
            if (name := value(said.find(f"{W}numId"))) is not None:
                return name, _int(level, 0)
        return "", 0

    def _printed(self, name: str, level: int, of: _Level) -> str:
        kind = self._levels[name].get(level)
        if kind is None:
            return ""
        counts = self._counts[self._kinds[name]]
        count = counts.setdefault(level, kind.start)
        return _written(count, "decimal" if of.all_decimal else kind.format)


def _levels(kind: Element) -> dict[int, _Level]:
    return {_int(value(each, "ilvl"), 0): _level(each) for each in kind.findall(f"{W}lvl")}


def _level(level: Element) -> _Level:
    restart = value(level.find(f"{W}lvlRestart"))
    return _Level(
        value(level.find(f"{W}numFmt")) or "decimal",
        value(level.find(f"{W}lvlText")) or "",
        _int(value(level.find(f"{W}start")), 1),
        None if restart is None else _int(restart, 0),
        level.find(f"{W}isLgl") is not None,
    )


def _int(text: str | None, otherwise: int) -> int:
    try:
        return int(text or "")
    except ValueError:
        return otherwise


def _written(count: int, style: str) -> str:
    if style == "none":
        return ""
    if style in ("lowerRoman", "upperRoman") and 0 < count < 4000:
        return _cased(_roman(count), style)
    if style in ("lowerLetter", "upperLetter") and 0 < count < 1000:
        # Behind "z" come "aa", "bb".
        return _cased(chr(ord("a") + (count - 1) % 26) * ((count - 1) // 26 + 1), style)
    return f"{count:02}" if style == "decimalZero" else str(count)


def _cased(text: str, style: str) -> str:
    return text.upper() if style.startswith("upper") else text


def _roman(count: int) -> str:
    text = ""
    for number, letters in _ROMAN:
        text += letters * (count // number)
        count %= number
    return text
