"""Figures: photo lines and their captions, whatever an editor pasted, with one markup.

Lines of films, sounds, documents and films elsewhere are figures, too. ``source`` finds them in a
text as pending figures (``pending``), ``tree`` holds other people's HTML, ``captions`` says what
stands under a photo, ``media`` what else may stand on such a line; ``render`` makes of them what a
page shows. ``extension`` is python-markdown's way in: ``source`` as a block processor, then
``render`` on the finished tree.
"""

from __future__ import annotations

from typing import Any

from plugins.figures.config import FigureSettings
from plugins.figures.model import Figure, Film

__all__ = ["Figure", "FigureSettings", "Film", "register"]

_EXTENSION = "plugins.figures.extension"


def _add_extension(pelican: Any) -> None:
    """Have every Markdown instance of this run make figures, by the settings in ``FIGURES``."""
    markdown = pelican.settings["MARKDOWN"]
    extensions = markdown.setdefault("extensions", [])
    if _EXTENSION not in extensions:
        extensions.append(_EXTENSION)
    configs = markdown.setdefault("extension_configs", {})
    configs[_EXTENSION] = dict(pelican.settings.get("FIGURES", {}))


def register() -> None:
    """Connect to Pelican."""
    from pelican import signals  # a third of a second, which an incremental build spares

    signals.initialized.connect(_add_extension)
