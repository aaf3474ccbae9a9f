"""A source named twice, in the front matter and at the end of the body: do they agree?"""

from __future__ import annotations

from plugins.attribution.model import Outlet, Source
from plugins.core.text.spaces import fold

NOTHING = Source(None, ())
"""What is known of a source when nothing is said of it."""


def describe(source: Source) -> str:
    """Return a source as an editor would write it."""
    names = source.outlet if source.outlets else ""
    return ", ".join(part for part in (source.author, names) if part)


def contradicts(first: Source, second: Source) -> bool:
    """Whether two sources name different outlets or different authors.

    What one of them leaves open contradicts nothing; neither do letter case and order.
    """
    return _differ(_names(first), _names(second)) or _differ(
        fold(first.author or ""), fold(second.author or "")
    )


def merge(first: Source, second: Source) -> Source:
    """Return ``first`` with its blanks filled from ``second``, which does not contradict it."""
    pages = {fold(outlet.name): outlet.url for outlet in second.outlets}
    outlets: tuple[Outlet, ...] = tuple(
        outlet._replace(url=outlet.url or pages.get(fold(outlet.name))) for outlet in first.outlets
    )
    return Source(
        author=first.author or second.author,
        outlets=outlets or second.outlets,
        url=first.url or second.url,
        date=first.date or second.date,
    )


def _names(source: Source) -> frozenset[str]:
    return frozenset(fold(outlet.name) for outlet in source.outlets)


def _differ(first: object, second: object) -> bool:
    return bool(first) and bool(second) and first != second
