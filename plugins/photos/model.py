"""What can be wrong with a photo."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True)
class PhotoProblem:
    """Why a photo cannot be published: what is wrong and how to mend it, in Vietnamese."""

    kind: Literal["missing", "ambiguous", "outside", "elsewhere", "format", "broken", "machine"]
    message: str
    fix: str
