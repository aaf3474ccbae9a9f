"""What reading an article raises, besides a ``ProblemError`` (plugins/core/problems.py)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from plugins.core.problems import Problem, ProblemError

if TYPE_CHECKING:
    from plugins.articles.front_matter.fields import Head
    from plugins.photos import Photo


class FieldValueError(ValueError):
    """A value that cannot be read; ``line`` counts from the key's own line, which is 0.
    ``message`` and ``fix`` are in Vietnamese. Raised for one key; the parser of the head makes a
    problem of it, and reads on."""

    def __init__(self, line: int, message: str, fix: str) -> None:
        super().__init__(message)
        self.line = line
        self.message = message
        self.fix = fix


class UnreadableError(ProblemError):
    """An article with mistakes, and what could be read of it all the same: its status, its date
    if it has one, and the photos that it shows. Raised by the reader; who reads all files of a
    build notes both."""

    def __init__(self, problems: list[Problem], head: Head, photos: tuple[Photo, ...]) -> None:
        super().__init__(problems)
        self.status = head.status
        self.date = head.date
        self.photos = photos

    def __reduce__(self) -> tuple[type[ProblemError], tuple[list[Problem]]]:
        """Of a copy of this process only the mistakes are asked for."""
        return ProblemError, (self.problems,)
