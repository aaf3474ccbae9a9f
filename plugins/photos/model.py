"""What is known of a photo file without decoding it, and what can be wrong with one."""

from __future__ import annotations

from typing import NamedTuple

from plugins.core.checks import Check


class Facts(NamedTuple):
    """Upright size in pixels and the hexadecimal SHA-256 of the content."""

    width: int
    height: int
    digest: str


class PhotoProblem(NamedTuple):
    """Why a photo, or another file, cannot be published, or not as it is: which ``check`` found
    that, what is wrong and how to mend it, in Vietnamese."""

    check: Check
    message: str
    fix: str
