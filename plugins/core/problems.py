"""What an editor has to mend, as data: file, line, what is wrong, and how to mend it.

A mistake in content never raises where it is found: it is recorded as a
:class:`Problem`, so that one run can list all of them. Programmers' mistakes raise.
"""

from __future__ import annotations

from typing import Literal, NamedTuple

Level = Literal["error", "warning"]

_LABELS: dict[Level, str] = {"error": "LỖI", "warning": "CẢNH BÁO"}


class Problem(NamedTuple):
    """One thing to mend.

    ``path`` is the file as the editor knows it (relative to the content folder, with
    forward slashes, in NFC); ``line`` and ``column`` count from 1. ``message`` says
    what is wrong and ``fix`` what to do, both in Vietnamese. An ``error`` stops the
    build, a ``warning`` is shown and the build goes on.
    """

    path: str
    line: int | None
    message: str
    fix: str
    column: int | None = None
    level: Level = "error"

    def sort_key(self) -> tuple[str, int, int, str]:
        """Order by file, then place in the file."""
        return (self.path, self.line or 0, self.column or 0, self.message)

    def __str__(self) -> str:
        place = ":".join(str(part) for part in (self.path, self.line, self.column) if part)
        return f"{place}: {_LABELS[self.level]}: {self.message}\n    Cách sửa: {self.fix}"


class ProblemError(Exception):
    """Content that cannot be read: carries every problem found, at least one an error."""

    def __init__(self, problems: list[Problem]) -> None:
        super().__init__("\n".join(str(problem) for problem in problems))
        self.problems = problems

    def __reduce__(self) -> tuple[type[ProblemError], tuple[list[Problem]]]:
        """Have it come whole out of a copy of this process."""
        return type(self), (self.problems,)
