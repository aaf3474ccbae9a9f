"""Which line breaks an editor meant, and which are only an editor program's hard wraps.

**The rule.** A hard wrap breaks a line only where the next word would not have fitted into the
longest line, and no wrapped line is over :data:`WIDEST` letters. So a run of four lines or more
of which every line is nearly as long as the longest was wrapped; one that has a single shorter
line with room for the next word was not: each of its breaks was typed.

**Its weak spot** is a run of two or three lines whose first is the longest, for there every break
passes. Such runs are judged together: by the column at which the document's other runs are
wrapped, or by the longest line of them all, if that is as long as such lines are or there are
three breaks or more. A line that is longer, alone or in a run, refutes it; so does a document in
which every such break stands at a sentence's end before a capital. What is then left is judged by
its words: what goes on in small letters goes on; a sentence's end, or a line in capitals, before
a capital was typed. Lines that break off and go on with a capital are open: the break stays, and
the editor is told.

Before::

    Sáng 20/11, Sở Y tế tổ chức tập huấn cho cán bộ 22 trạm y tế xã trong
    tỉnh.
    Lớp học kết thúc lúc 17 giờ.

After: "… trong tỉnh." is one paragraph, "Lớp học kết thúc …" another.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from plugins.core.text.expressions import expression

WIDEST = 110
"""Letters of the longest line that a program wraps."""
NARROWEST = 50
"""Letters of the longest line of a wrapped text; verse and addresses are narrower."""

_STRONG = 3  # breaks
_USUAL = 65  # letters: the longest line of a text wrapped at 72 columns or more
_WORD = 8  # letters: hardly any Vietnamese syllable has more
_SENTENCE_END = expression(r"[.!?…:;][\"'”’»)\]*_]*\s*\Z")
_LIST_MARK = expression(r"\W*\w{1,4}[.)]\s")
_OPENERS = " \t\u00a0\"'“‘«([*_-–—"


@dataclass(frozen=True)
class Wraps:
    """What is known of a document's hard wraps: their ``width`` in letters, ``None`` if there
    are none, or too few to tell."""

    width: int | None

    def joined(self, run: Sequence[str]) -> list[bool | None]:
        """Return for each break between the lines of a run whether it is a hard wrap; ``None``
        where that is open."""
        breaks = list(pairwise(run))
        width = _longest(run)
        if width < NARROWEST and self.width is None:
            return [False] * len(breaks)
        if len(breaks) >= _STRONG and _is_wrapped([run], width):
            return [True] * len(breaks)
        if self.width is not None:
            return [_is_full(above, below, self.width) for above, below in breaks]
        if not _fits(run, width):
            return [False] * len(breaks)
        return [_judged(above, below) for above, below in breaks]


def find_wraps(runs: Iterable[Sequence[str]]) -> Wraps:
    """Return how a document is wrapped, whose runs of text lines are given."""
    pieces = [piece for run in runs for piece in _pieces(run)]
    # Verse and addresses say nothing of a column.
    several = [piece for piece in pieces if len(piece) > 1 and _longest(piece) >= NARROWEST]
    strong = [piece for piece in several if len(piece) > _STRONG]
    widths = [width for piece in strong if _is_wrapped([piece], width := _longest(piece))]
    if widths:
        # Another run may come nearer to the column, by the word that did not fit.
        near = max(widths) + _WORD
        return Wraps(max(width for piece in several if (width := _longest(piece)) <= near))
    width = max(map(_longest, several), default=0)
    alone = max((_longest(piece) for piece in pieces if len(piece) == 1), default=0)
    is_usual = width >= _USUAL or sum(len(piece) - 1 for piece in several) >= _STRONG
    if not is_usual or alone > width + _WORD:
        return Wraps(None)
    width = max(width, alone)
    return Wraps(width if _is_wrapped(several, width) else None)


def _pieces(run: Sequence[str]) -> Iterator[Sequence[str]]:
    """Divide a run where a sentence ended long before the end of the line."""
    width, start = _longest(run), 0
    for at, (above, below) in enumerate(pairwise(run), 1):
        if ends_sentence(above) and not _is_full(above, below, width):
            yield run[start:at]
            start = at
    yield run[start:]


def _is_wrapped(runs: Sequence[Sequence[str]], width: int) -> bool:
    """Whether these runs are wrapped at ``width``: the breaks of a text do not keep to the ends
    of its sentences."""
    breaks = [pair for run in runs for pair in pairwise(run)]
    typed = sum(ends_sentence(above) and not begins_small(below) for above, below in breaks)
    return (
        NARROWEST <= width <= WIDEST
        and all(_fits(run, width) for run in runs)
        and typed < len(breaks)
    )


def ends_sentence(line: str) -> bool:
    """Whether a line ends as a sentence does, or as what announces the next line."""
    return _SENTENCE_END.search(line) is not None


def begins_small(line: str) -> bool:
    """Whether a line begins in small letters, as only the rest of a sentence does; the mark of a
    list ("đ) …") is none of it."""
    return line.lstrip(_OPENERS)[:1].islower() and not _LIST_MARK.match(line)


def goes_on(above: str, line: str) -> bool:
    """Whether a line goes on, in small letters, with the sentence that ``above`` breaks off."""
    return begins_small(line) and not ends_sentence(above)


def _longest(run: Sequence[str]) -> int:
    """Return the length of the longest line that could have been broken."""
    return max((len(line.rstrip()) for line in run if " " in line.strip()), default=0)


def _fits(run: Sequence[str], width: int) -> bool:
    """Whether every break of a run may be a hard wrap at ``width``."""
    return width <= WIDEST and all(_is_full(above, below, width) for above, below in pairwise(run))


def _is_full(above: str, below: str, width: int) -> bool:
    """Whether the first word of ``below`` would not have fitted behind ``above``."""
    above = above.rstrip()
    word = below.split(maxsplit=1)[0] if below.strip() else ""
    return len(above) + 1 + len(word) > width and (len(above) <= width or " " not in above.strip())


def _judged(above: str, below: str) -> bool | None:
    """Judge a break by its words alone; ``None`` if they do not say."""
    if begins_small(below):
        return above.rstrip()[-1:] not in (";", ":", "!", "?", "…")
    if ends_sentence(above) or above.isupper():
        return False
    return None
