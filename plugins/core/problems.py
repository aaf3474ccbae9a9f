"""What an editor has to mend, as data: file, line, what is wrong, and how to mend it.

A mistake in content never raises where it is found: it is recorded as a
:class:`Problem` of a kind in :mod:`plugins.core.checks`, so that one run can list all of them.
Programmers' mistakes raise.
"""

from __future__ import annotations

from typing import NamedTuple

from plugins.core.checks import Check, Level
from plugins.core.text.expressions import expression

LABELS: dict[Level, str] = {"error": "LỖI", "warning": "CẢNH BÁO"}
"""What an editor reads for a level."""

_MOST_LETTERS = 600
# What a terminal obeys, or shows in another order than it stands: an article's text and a file's
# name may hold it.
_OBEYED = expression("[\0-\x1f\x7f-\x9f\u061c\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff]")


def clipped(said: str) -> str:
    """Return what a message says, of a long quotation its beginning."""
    if len(said) <= _MOST_LETTERS:
        return said
    said = said[:_MOST_LETTERS]
    return f"{said}…{'”' if said.count('“') > said.count('”') else ''}"


def visible(said: str) -> str:
    """Return a text as one line that a terminal only shows: ``a\\x0ab.md``."""
    return _OBEYED.sub(lambda found: ascii(found[0])[1:-1], said)


class Problem(NamedTuple):
    """One thing to mend.

    ``check`` is the kind of mistake. ``path`` is the file as the editor knows it (relative to
    the content folder, with forward slashes, in NFC); ``line`` and ``column`` count from 1.
    ``message`` says what is wrong and ``fix`` what to do, both in Vietnamese. Where what is right
    is beyond doubt it is ``mendable``: a machine may do it (:mod:`plugins.articles.mending`).
    """

    check: Check
    path: str
    line: int | None
    message: str
    fix: str
    column: int | None = None
    mendable: bool = False

    @property
    def level(self) -> Level:
        """Whether it stops the build: its check says so."""
        return self.check.level

    def sort_key(self) -> tuple[str, int, int, str]:
        """Order by file, then place in the file."""
        return (self.path, self.line or 0, self.column or 0, self.message)

    def __str__(self) -> str:
        place = ":".join(str(part) for part in (self.path, self.line, self.column) if part)
        said = f"{LABELS[self.level]}: {clipped(self.message)} [{self.check.code}]"
        return f"{visible(f'{place}: {said}')}\n    Cách sửa: {visible(clipped(self.fix))}"


class ProblemError(Exception):
    """Content that cannot be read: carries every problem found, at least one an error."""

    def __init__(self, problems: list[Problem]) -> None:
        super().__init__("\n".join(str(problem) for problem in problems))
        self.problems = problems

    def __reduce__(self) -> tuple[type[ProblemError], tuple[list[Problem]]]:
        """Have it come whole out of a copy of this process."""
        return type(self), (self.problems,)
