"""The table of aims and what was measured, and the page that shows it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

HEAD = ("| what | aim | measured | kept |", "|---|---|---|---|")
_BEGIN = "<!-- results: written by make audit -->"
_END = "<!-- end of results -->"
_SECTION = re.compile(f"{re.escape(_BEGIN)}.*?{re.escape(_END)}", re.DOTALL)


class Row(NamedTuple):
    """One line of the table, in words; ``kept`` says whether the aim is."""

    what: str
    aim: str
    measured: str
    kept: bool

    def __str__(self) -> str:
        words = (self.what, self.aim, self.measured, "yes" if self.kept else "**no**")
        return f"| {' | '.join(words)} |"


def most(what: str, limit: float, values: Iterable[float], unit: str, digits: int = 1) -> Row:
    """Return the row of an aim that none of the values may exceed; it shows the greatest."""
    worst = max(values)
    return Row(what, f"≤ {limit:,.{digits}f} {unit}", f"{worst:,.{digits}f} {unit}", worst <= limit)


def none_found(what: str, findings: Iterable[str], looked_at: str) -> Row:
    """Return the row of a checker that is to find nothing; it shows the first three findings."""
    found = list(findings)
    said = "; ".join(each[:200].replace("|", "\\|").replace("\n", " ") for each in found[:3])
    measured = f"{len(found)}: {said}" if found else "0"
    return Row(what, "0 findings", f"{measured} ({looked_at})", not found)


def write_page(page: Path, rows: Iterable[Row], measured: Iterable[str]) -> None:
    """Put the rows into the page's section of results, with when and with what was measured.

    The page is replaced as a whole or not at all. Raises ``ValueError`` if it has no such section.
    """
    text = page.read_text(encoding="utf-8")
    section = _SECTION.search(text)
    if section is None:
        raise ValueError(f"{page.name} has no section of results")
    lines = [_BEGIN, "", *HEAD, *map(str, rows), "", *(f"- {each}" for each in measured), "", _END]
    beside = page.with_name(f".{page.name}.new")
    beside.write_text(
        text[: section.start()] + "\n".join(lines) + text[section.end() :], encoding="utf-8"
    )
    beside.replace(page)
