"""What the site says about where an article comes from, as plain data."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from plugins.articles.terms import Term


@dataclass(frozen=True)
class Outlet:
    """A newspaper, agency or office that published a text first.

    ``url`` is its home page. ``term`` is its page here, given once all articles are read.
    """

    name: str
    url: str | None = None
    term: Term | None = None


@dataclass(frozen=True)
class Source:
    """Where a reprinted article comes from.

    ``author`` is the byline as the outlet printed it (several persons in one text),
    ``outlets`` has at least one member, ``url`` leads to the original article and
    ``date`` (aware) is when it was first published.
    """

    author: str | None
    outlets: tuple[Outlet, ...]
    url: str | None = None
    date: datetime | None = None

    @property
    def outlet(self) -> str:
        """The outlets' names in one text: ``A``, ``A và B``, ``A; B và C``."""
        names = [outlet.name for outlet in self.outlets]
        return " và ".join(part for part in ("; ".join(names[:-1]), names[-1]) if part)

    def with_terms(self, terms: Sequence[Term]) -> Source:
        """Return the source with a page of this site for each outlet."""
        outlets = zip(self.outlets, terms, strict=True)
        return replace(self, outlets=tuple(replace(one, term=term) for one, term in outlets))


@dataclass(frozen=True)
class Correction:
    """What was wrong in an article and has been put right, and when (aware)."""

    date: datetime
    text: str
