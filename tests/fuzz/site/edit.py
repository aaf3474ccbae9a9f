"""What an edit is: a name and two small numbers.

The first number picks a file, the second says what becomes of it. So a sequence can be written
down, repeated, and made shorter.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TypeVar

from tests.fuzz.site.site import Site

T = TypeVar("T")
Action = Callable[[Site, int, int], None]


@dataclass(frozen=True)
class Edit:
    """One thing done to a site: the name of an action and its two numbers."""

    name: str
    a: int = 0
    b: int = 0


class NothingToPickError(LookupError):
    """An edit finds nothing of its kind, and is to be left out: all static pages are deleted."""


def pick(things: Sequence[T], number: int) -> T:
    """Return one of ``things``, whatever the number. Raises :class:`NothingToPickError`."""
    if not things:
        raise NothingToPickError
    return things[number % len(things)]


def article(site: Site, number: int) -> str:
    """Return one of the articles' files."""
    return pick(site.articles(), number)
