"""Whom to credit beside a caption, by what a photo's file says."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from plugins.photos.inspect.metadata import EmbeddedMetadata


def credit_beside(caption: str, embedded: EmbeddedMetadata) -> str:
    """Return the credit that a ``caption`` still lacks, "" if it names the photographer.

    Both the Creator and the Credit Line (IPTC Photo Metadata Standard) are given, but for
    what the caption says already.
    """
    if embedded.byline and _names(caption, embedded.byline):
        return ""
    if embedded.credit and _names(caption, embedded.credit):
        return "" if embedded.byline in embedded.credit else embedded.byline
    return embedded.whom_to_credit


def _names(caption: str, name: str) -> bool:
    """Say whether ``name`` stands in ``caption`` in words of its own."""
    caption, name = (unicodedata.normalize("NFC", text) for text in (caption, name))
    # A name of one syllable is told from the word (“an”, “hà”) by its capital only.
    flags = re.IGNORECASE if " " in name else 0
    return re.search(rf"(?<!\w){re.escape(name)}(?!\w)", caption, flags) is not None
