"""What the server asks of its workers, and what they answer."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from plugins.core.problems import Problem
from plugins.engine.store.warned import Warned


@dataclass(frozen=True)
class RenderSaved:
    """Render the pages of the saved ``files`` (absolute) at once. Answered by a dict: path
    in the site → HTML."""

    files: tuple[Path, ...]


@dataclass(frozen=True)
class Update:
    """Bring the preview site up to date after ``files`` changed; ``None`` stands for
    anything. Answered by :class:`Updated`."""

    files: tuple[Path, ...] | None


Task = RenderSaved | Update


@dataclass(frozen=True)
class Layout:
    """The first word of a worker: absolute folders. ``site`` is the preview site, ``watched``
    are those it is made from, ``content`` and ``theme`` two of them."""

    site: Path
    content: Path
    theme: Path
    watched: tuple[Path, ...]


@dataclass(frozen=True)
class Updated:
    """How a build ended: what stopped it if anything did, and the numbers of articles that
    changed and of pages rendered; all warnings, and what is said of articles to come."""

    problems: tuple[Problem, ...] = ()
    changed: int = 0
    pages: int = 0
    warned: tuple[Warned, ...] = ()
    pending: tuple[str, ...] = ()
