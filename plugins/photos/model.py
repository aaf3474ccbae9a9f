"""What is known of a photo file without decoding it, and what can be wrong with one."""

from __future__ import annotations

from typing import Literal, NamedTuple


class Facts(NamedTuple):
    """Upright size in pixels and the hexadecimal SHA-256 of the content."""

    width: int
    height: int
    digest: str


class PhotoProblem(NamedTuple):
    """Why a photo cannot be published: what is wrong and how to mend it, in Vietnamese."""

    kind: Literal["missing", "ambiguous", "outside", "elsewhere", "format", "broken", "machine"]
    message: str
    fix: str
