"""Which old addresses lead where."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from plugins.core.text.addresses import encode_path
from plugins.engine.plan.catalogue import Catalogue
from plugins.engine.store.rows import SEEN, Alias, Moved


class Redirect(NamedTuple):
    """An old address (:attr:`~plugins.core.text.addresses.OldAddress.name`) and where it leads:
    encoded, from the site's root with a slash at its beginning, or absolute."""

    name: str
    target: str


def is_redirect(group: str) -> bool:
    """Whether a page group is that of one old address."""
    return group.startswith("redirect:")


def redirect_of(catalogue: Catalogue, key: str) -> Redirect | None:
    """Return where an old address leads; ``None`` if nobody has it any more, or where it leads
    is not out yet."""
    aliases, moved = catalogue.aliases(key), catalogue.moved.get(key)
    return next(iter(_redirects(catalogue, aliases, [moved] if moved else [])), None)


def all_redirects(catalogue: Catalogue) -> list[Redirect]:
    """Return where each old address leads that an article or the newsroom's list has."""
    return list(_redirects(catalogue, catalogue.aliases(), catalogue.moved.values()))


def _redirects(
    catalogue: Catalogue, aliases: Iterable[Alias], moved: Iterable[Moved]
) -> Iterable[Redirect]:
    found = [(alias.name, alias.id, alias.url) for alias in aliases]
    for one in moved:
        if one.kind != "article":
            yield Redirect(one.name, one.target)
        elif (row := catalogue.row_at(one.target)) and row.state in SEEN:
            found.append((one.name, row.id, row.url))
    for name, number, url in found:
        shown_at = catalogue.address(number, url)
        if shown_at is not None:
            yield Redirect(name, f"/{encode_path(shown_at)}")
