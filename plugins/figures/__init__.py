"""Figures: photo lines and their captions, whatever an editor pasted, with one markup.

Lines of films, sounds, documents and films elsewhere are figures, too. Read in this order:
``text``, ``grammar``, ``media``, ``embeds`` and ``bare`` (lines), ``credit`` (the name in a
caption), ``html_tree``, ``images``, ``inline`` and ``raw_html`` (what markup means),
``lines``, ``gather`` and ``blocks`` (from blocks to drafts), ``cut``, ``caption``,
``alt``, ``resolve``, ``markup``, ``boxes``, ``fill_media`` and ``fill`` (from drafts to
figures), ``rewrite``, ``leftover`` and ``finish`` (the finished tree), ``extension``.
"""

from __future__ import annotations

from typing import Any

from plugins.figures.extension import FiguresExtension
from plugins.figures.model import Figure
from plugins.figures.settings import FigureSettings

__all__ = ["Figure", "FigureSettings", "FiguresExtension", "register"]

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
