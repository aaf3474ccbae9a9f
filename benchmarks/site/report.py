"""The table of results, and the page that shows the latest of them."""

from __future__ import annotations

import re
import statistics
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

HEAD = ("| what | articles | ours | rival | ours ÷ rival |", "|---|---|---|---|---|")
_BEGIN = "<!-- results: written by make bench -->"
_END = "<!-- end of results -->"
_SECTION = re.compile(f"{re.escape(_BEGIN)}.*?{re.escape(_END)}", re.DOTALL)


class NoRatio(Exception):  # noqa: N818 - an outcome
    """The generators can't be compared here; the message says why, and the row is left out."""


@dataclass(frozen=True)
class Row:
    """One line of the table, in words; ``articles`` is "1,000", or "1,000 → 10,000"."""

    what: str
    articles: str
    ours: str
    rival: str
    ratio: str

    def __str__(self) -> str:
        return f"| {self.what} | {self.articles} | {self.ours} | {self.rival} | {self.ratio} |"


def paired(
    what: str, articles: int, seconds: Sequence[Sequence[float]], *, rival: str = "Hugo"
) -> Row:
    """Return the row of ours and a rival's seconds, turn by turn: medians, and their spread.

    The ratio is taken turn by turn, so that what slows the machine down cancels out.
    """
    ours, theirs = seconds
    ratios = [mine / other for mine, other in zip(ours, theirs, strict=True)]
    return Row(
        what,
        f"{articles:,}",
        f"{_spread(ours)} s",
        f"{rival} {_spread(theirs)} s",
        _spread(ratios),
    )


def compared(what: str, articles: int, values: Sequence[float], unit: str) -> Row:
    """Return the row of one figure of ours and one of Hugo's."""
    ours, hugo = values
    texts = [f"{short(value)} {unit}" for value in values]
    return Row(what, f"{articles:,}", texts[0], f"Hugo {texts[1]}", short(ours / hugo))


def grown(what: str, articles: tuple[int, int], factors: Sequence[float]) -> Row:
    """Return the row of two factors of growth between two sizes of a corpus."""
    ours, hugo = factors
    sizes = " → ".join(f"{count:,}" for count in articles)
    texts = [f"× {short(factor)}" for factor in factors]
    return Row(what, sizes, texts[0], f"Hugo {texts[1]}", short(ours / hugo))


def write_page(page: Path, rows: Iterable[Row], measured: str) -> None:
    """Put ``rows`` into the page's section of results, with ``measured`` (when, on what).

    A row takes the place of the one of the same name and size; the others stay. The page
    is replaced as a whole or not at all. Raises ``ValueError`` for a page without the section.
    """
    text = page.read_text(encoding="utf-8")
    section = _SECTION.search(text)
    if section is None:
        raise ValueError(f"{page.name} has no section of results")
    lines = {_key(line): line for line in section[0].splitlines() if _is_row(line)}
    lines |= {_key(str(row)): f"{row} {measured} |" for row in rows}
    table = "\n".join([_BEGIN, "", f"{HEAD[0]} measured |", f"{HEAD[1]}---|", *lines.values()])
    new = f"{text[: section.start()]}{table}\n\n{_END}{text[section.end() :]}"
    beside = page.with_name(f".{page.name}.new")
    beside.write_text(new, encoding="utf-8")
    beside.replace(page)


def _is_row(line: str) -> bool:
    return line.startswith("| ") and not line.startswith("| what |")


def _key(line: str) -> tuple[str, ...]:
    """What is measured, and on how many articles."""
    return tuple(line.split(" | ")[:2])


def _spread(values: Sequence[float]) -> str:
    middle = short(statistics.median(values))
    if len(values) == 1:
        return middle
    return f"{middle} ({short(min(values))}–{short(max(values))})"


def short(value: float) -> str:
    """Return a figure with three digits that count; milliseconds of a benchmark are noise."""
    digits = 0 if value >= 100 else 1 if value >= 10 else 2 if value >= 0.1 else 3
    return f"{value:.{digits}f}"
