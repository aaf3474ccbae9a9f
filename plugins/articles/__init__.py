"""Reads articles: front matter, what a newsroom's text means, and what pasting leaves behind.

``reader`` shows the whole way. ``front_matter`` reads the head, ``typed`` says what the body's
lines mean, ``links``, ``slips``, ``lead`` and ``excerpt`` look at what came out; ``markdown`` with
``fences`` and ``shortcuts`` is python-markdown, made quicker. What comes out is an
:class:`~plugins.core.article.Article` and its body.
"""

from __future__ import annotations

from typing import Any

from plugins.core.article import Article, Body
from plugins.core.document import SITE_ROOT, Document, Field
from plugins.core.errors import SettingsError

__all__ = ["SITE_ROOT", "Article", "Body", "Document", "Field", "register"]

_OURS = ("typed.extension", "links", "shortcuts")
_EXTENSIONS = [f"plugins.articles.{name}" for name in _OURS]


def _add_extensions(pelican: Any) -> None:
    if pelican.settings.get("PELICAN_CLASS") == "pelican.Pelican":
        raise SettingsError(
            "PELICAN_CLASS",
            "chưa được ghi, nên Pelican không dựng bản tin này",
            "Ghi “from plugins.engine.pelican import Bulletin” và “PELICAN_CLASS = Bulletin”.",
        )
    markdown = pelican.settings["MARKDOWN"]
    # As Pelican's own Markdown reader has it: a configured extension is a wanted one.
    wanted = [*markdown.get("extension_configs", {}), *markdown.get("extensions", [])]
    markdown["extensions"] = list(dict.fromkeys([*wanted, *_EXTENSIONS]))
    site_url = pelican.settings.get("SITE", {}).get("url", "")
    markdown.setdefault("extension_configs", {})["plugins.articles.links"] = {"site_url": site_url}


def register() -> None:
    """Connect to Pelican."""
    from pelican import signals  # a third of a second, which an incremental build spares

    signals.initialized.connect(_add_extensions)
