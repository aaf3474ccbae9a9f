"""What a rule finds: a kind of mistake from one place of a file to another."""

from __future__ import annotations

from typing import NamedTuple

from plugins.core.checks import Check
from plugins.core.problems import Problem


class Finding(NamedTuple):
    """A mistake in a file.

    ``start`` and ``end`` count letters of the file's lines, joined by line ends, from 0
    (:attr:`~plugins.proofreading.proof.Proof.text` has the same places). ``message`` and ``fix``
    are Vietnamese. ``replacement`` is what has to stand there where that is beyond doubt.
    """

    check: Check
    start: int
    end: int
    message: str
    fix: str
    replacement: str | None = None

    def problem(self, path: str, line: int, column: int) -> Problem:
        """Return it as the report of a build has it."""
        mendable = self.replacement is not None
        return Problem(self.check, path, line, self.message, self.fix, column, mendable)
