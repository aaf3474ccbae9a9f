"""A draft's head and place."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from plugins.core.text.slugs import shortened, slugify

_LONGEST = 80


def front_matter(fields: dict[str, str]) -> str:
    """Return the head of a draft: those of its fields that say something."""
    lines = (f"{key}: {said}\n" for key, said in (fields | {"Status": "draft"}).items() if said)
    return "".join(lines)


def written_date(moment: datetime) -> str:
    """Return a moment as a head has it."""
    return f"{moment:%d/%m/%Y %H:%M}"


def slug_of(title: str, longest: int = _LONGEST) -> str:
    """Return the name of an article's folder, cut between two words; empty for no letters."""
    slug = slugify(title)
    return shortened(slug, longest) or slug[:longest]


def folder_of(content: Path, month: str, slug: str) -> Path:
    """Return the folder of an article of a month (``2024/01``)."""
    return content / "articles" / month / slug


def is_taken(folder: Path) -> bool:
    """Whether an article stands there already, with a folder or as one file."""
    return folder.exists() or folder.with_name(f"{folder.name}.md").exists()
