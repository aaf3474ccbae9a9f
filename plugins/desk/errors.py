"""What this room raises."""

from __future__ import annotations

from plugins.core.checks import Check
from plugins.core.problems import Problem


class RefusedError(Exception):
    """A file that cannot be imported: which ``check`` says so, and what is wrong in it, if that
    is more than the check says. Raised before anything was written."""

    def __init__(self, check: Check, message: str = "") -> None:
        super().__init__(check.code, message)
        self.check = check
        self.message = message or check.title

    def problem(self, name: str) -> Problem:
        """Return what an editor is told of the file of this name."""
        return Problem(self.check, name, None, self.message, self.check.mend)


class NotOpenedError(Exception):
    """A folder or an archive of which nothing can be imported; ``problems`` say so in
    Vietnamese."""

    def __init__(self, problems: list[str]) -> None:
        super().__init__(*problems)
        self.problems = problems
