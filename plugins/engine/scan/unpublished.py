"""Articles that readers do not see yet: what a preview makes of them."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import Literal

from plugins.core.article import DATED, Article
from plugins.core.dates.date import TIME_ZONE
from plugins.engine.scan.clock import build_time


def waiting(article: Article) -> Literal["", "draft", "scheduled"]:
    """Return why an article or a static page is not out yet; empty if it is.

    Templates know this function in a preview only, where it marks such an article.
    """
    if article.status == "draft":
        return "draft"
    if article.kind in DATED and article.date is not None and article.date > build_time():
        return "scheduled"
    return ""


def saved_on(file: Path) -> datetime:
    """Return the beginning of the day on which a file was last saved."""
    saved = datetime.fromtimestamp(file.stat().st_mtime, TIME_ZONE)
    return saved.replace(hour=0, minute=0, second=0, microsecond=0)


def date_draft(article: Article, file: Path, addresses: dict[str, str]) -> None:
    """Give an article without a date (only a draft may lack one) the day on which its
    ``file`` was last saved, so that it has an address and a place on lists.

    The day, not the minute: the address and the place stay while somebody is writing.
    """
    if article.kind not in DATED or article.date is not None:
        return
    article.date = saved_on(file)
    article.url = addresses[article.kind].format(date=article.date, slug=article.slug)
