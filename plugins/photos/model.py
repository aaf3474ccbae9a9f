"""A photo of an article, and what can be wrong with one."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Literal


@dataclass(frozen=True)
class Photo:
    """One photo as it is published.

    ``url`` is relative to the site's root (``anh/le-hoi-1a2b3c4d.jpg``); ``width`` and
    ``height`` are pixels of the upright picture; ``source`` is the absolute file and
    ``name`` the path as the editor wrote it. ``alt`` is plain text.
    """

    url: str
    width: int
    height: int
    alt: str
    source: Path
    name: str


@dataclass(frozen=True)
class PhotoProblem:
    """Why a photo cannot be published: what is wrong and how to mend it, in Vietnamese."""

    kind: Literal["missing", "ambiguous", "outside", "elsewhere", "format", "broken", "machine"]
    message: str
    fix: str
