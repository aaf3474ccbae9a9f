"""Split a list into pages numbered from the oldest, so that a full page never changes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Generic, NamedTuple, TypeVar

T = TypeVar("T")


class Pager(NamedTuple):
    """Where a list page stands: its ``number`` (``None`` for the front page, which holds
    the newest) and the addresses of its neighbours, relative to the site's root."""

    number: int | None
    newer_url: str | None
    older_url: str | None


@dataclass(frozen=True)
class ListPage(Generic[T]):
    """One page of a list: its address, its items (newest first) and its pager."""

    url: str
    items: Sequence[T]
    pager: Pager


def split_pages(items: Sequence[T], per_page: int, url: str) -> list[ListPage[T]]:
    """Return the pages of ``items`` (newest first), the front page at ``url`` first.

    Page 1 holds the ``per_page`` oldest items, page 2 the next, and so on; the front page
    holds what is left, from ``per_page`` to ``2 * per_page - 1`` items (fewer only when
    there are no more). A new item changes the front page alone, until the front page
    sheds a full page.
    """
    numbered = max(len(items) // per_page - 1, 0)

    def address(number: int) -> str:
        return f"{url}trang/{number}/"

    front = Pager(None, None, address(numbered) if numbered else None)
    pages = [ListPage(url, items[: len(items) - numbered * per_page], front)]
    for number in range(numbered, 0, -1):
        end = len(items) - (number - 1) * per_page
        newer = url if number == numbered else address(number + 1)
        older = address(number - 1) if number > 1 else None
        pages.append(
            ListPage(address(number), items[end - per_page : end], Pager(number, newer, older))
        )
    return pages
