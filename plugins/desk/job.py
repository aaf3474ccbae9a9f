"""What one process asks of the other that imports, and what that answers.

Apart from ``worker``, so that who asks need not load all that reads files.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from plugins.desk.errors import RefusedError


@dataclass(frozen=True)
class Job:
    """What to do: import the text ``file`` with its ``photos`` (and those of them that are its
    ``own``) into a ``folder``, or, without ``settings``, unpack the archive ``file`` into it."""

    file: str
    folder: str
    settings: str = ""
    photos: list[str] = field(default_factory=list)
    own: list[str] = field(default_factory=list)


@dataclass(frozen=True)
class Answer:
    """What came of a file: where the article belongs (``2024/01``, its slug), what was taken and
    what to look at, in Vietnamese; which of the ``photos`` beside it, or which files of an archive,
    are ``used``, ``left`` out. Without ``done`` the file was refused."""

    done: bool = False
    month: str = ""
    slug: str = ""
    taken: list[str] = field(default_factory=list)
    problems: list[str] = field(default_factory=list)
    used: list[str] = field(default_factory=list)
    left: list[str] = field(default_factory=list)


def refused(error: RefusedError, file: Path) -> Answer:
    """Return the answer that a file is not imported."""
    return Answer(problems=[str(error.problem(file.name))])
