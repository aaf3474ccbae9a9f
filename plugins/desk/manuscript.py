"""What a file that is imported holds, whatever kind of file it is."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from plugins.core.checks import Check
    from plugins.desk.text.blocks import Block

PICTURES = range(0x100000, 0x10FFF0)
"""Letters that nobody can type (a private use plane): the first stands for the first picture."""

MOST_PICTURES = 500
"""More than any article shows."""


class Picture(NamedTuple):
    """A picture: its part of the file (``None``: it has none, and ``address`` is where it lies).

    ``alt`` is what its author wrote for those who do not see it. ``crop`` are the shares that are
    cut off left, above, right and below; ``is_mirrored`` whether left is right then, and ``turns``
    quarters of a turn clockwise behind that.
    """

    part: str | None
    address: str = ""
    alt: str = ""
    crop: tuple[float, float, float, float] = (0, 0, 0, 0)
    turns: int = 0
    is_mirrored: bool = False


class Shown(NamedTuple):
    """What readers of the file see: paragraphs as text, and the number of pictures."""

    paragraphs: list[str]
    pictures: int


@dataclass(frozen=True)
class Manuscript:
    """The file ``path``. ``content`` returns a picture's bytes, ``None`` if the file does not hold
    them. ``told`` is what is not in the blocks, or not as it was in the file.

    ``enclosed`` are the numbers of pictures that came beside the file and that its text does not
    name, ``named`` the lines that gave way to photos that they name."""

    path: Path
    blocks: list[Block]
    pictures: list[Picture]
    content: Callable[[Picture], bytes | None]
    shown: Shown
    told: list[tuple[Check, str]]
    enclosed: list[int] = field(default_factory=list)
    named: list[str] = field(default_factory=list)
