"""What the site says about where an article comes from, as plain data."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from plugins.core.terms import Term


class Outlet(NamedTuple):
    """A newspaper, agency or office that published a text first.

    ``url`` is its home page. ``term`` is its page here, given once all articles are read.
    """

    name: str
    url: str | None = None
    term: Term | None = None


class Source(NamedTuple):
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
        return self._replace(outlets=tuple(one._replace(term=term) for one, term in outlets))


class Correction(NamedTuple):
    """What was wrong in an article and has been put right, and when (aware)."""

    date: datetime
    text: str
