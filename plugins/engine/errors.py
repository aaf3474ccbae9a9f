"""What a build raises. Settings raise a ``SettingsError`` (plugins/core/errors.py), photos a
``PhotoError`` (plugins/photos)."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from plugins.core.problems import Problem


class BuildFailed(Exception):  # noqa: N818 - an outcome, not a fault of the program
    """The site was not built; the message says why, in Vietnamese. Raised for whatever people can
    mend; each command says it and ends with status 1.

    ``problems`` are the mistakes of editors that stopped it.
    """

    exitcode = 1

    def __init__(self, message: str, problems: Iterable[Problem] = ()) -> None:
        super().__init__(message)
        self.problems = tuple(problems)


class NeedsExtraError(Exception):
    """There is something to do for who adds to the site (``Extra`` of build.py), but nobody was
    named. Raised by a build that began without; its caller builds again, with all of Pelican."""


class StateError(Exception):
    """The state cannot be believed, or not kept; the message is for the newsroom. Raised where it
    is read or written; the build that meets it goes on from nothing."""


class NotUnicodeError(ValueError):
    """A file of the theme that is not UTF-8; ``line`` is where it stops being so (from 1). Raised
    where the theme is read; what is wrong with it is told as that of articles is."""

    def __init__(self, file: str, line: int) -> None:
        super().__init__(file, line)
        self.file = file
        self.line = line

    @classmethod
    def of(cls, file: Path, error: UnicodeDecodeError) -> NotUnicodeError:
        """Return what ``error``, which names no file, means when ``file`` was read."""
        return cls(str(file), error.object[: error.start].count(b"\n") + 1)
