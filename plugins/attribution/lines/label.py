"""What stands before the name of a source: "Nguồn:", "Dẫn nguồn tin:", "Theo".

Parts of regular expressions, to be used without regard to letter case.
"""

from __future__ import annotations

SOURCE = r"(?:theo\s+|trích\s+|dẫn\s+)?ngu[ồo]n(?:\s+(?:tin\s+bài|bài\s+viết|tin|bài))?"
"""A label that a colon follows, as a rule."""

LABEL = rf"(?:{SOURCE}|theo)"
"""Also the word that needs none."""

CAPITALISED = r"(?=[A-ZĐ])"
"""Where a label begins a sentence."""
