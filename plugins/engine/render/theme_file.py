"""Text files of the theme."""

from __future__ import annotations

from pathlib import Path

from plugins.engine.errors import NotUnicodeError


def read_text(file: Path) -> str:
    """Return what is in a file. Raises ``OSError`` and :class:`NotUnicodeError`."""
    try:
        return file.read_text(encoding="utf-8")
    except UnicodeDecodeError as error:
        raise NotUnicodeError.of(file, error) from None
