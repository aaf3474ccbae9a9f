"""What the desk asks of the process that shows articles, and what it answers."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from plugins.core.problems import Problem
from plugins.desk.web.source.blocks import ShownFigure


@dataclass(frozen=True)
class Draft:
    """An article as it is being written: ``path`` is where it stands or would stand, relative to
    the content folder; ``photos`` are files of the desk that would stand beside it, by name."""

    path: str
    content: bytes
    photos: dict[str, Path] = field(default_factory=dict)


@dataclass(frozen=True)
class Shown:
    """What the reader makes of a draft: its problems, figures and address, and the page; ``html``
    is ``None`` where the article cannot be read. ``pictures`` are the files of photos by the
    addresses (relative to the site's root) that the page gives their pictures."""

    problems: tuple[Problem, ...] = ()
    figures: tuple[ShownFigure, ...] = ()
    url: str = ""
    html: bytes | None = None
    pictures: dict[str, Path] = field(default_factory=dict)
