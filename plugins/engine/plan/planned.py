"""A planned page, as data, and the articles in it."""

from __future__ import annotations

import operator
from collections.abc import Callable, Sequence
from typing import Any, NamedTuple

from plugins.engine.store.rows import Entry


class Ref(int):
    """Stands for an article: its number in the state."""


class PlannedPage(NamedTuple):
    """One page to render: ``url`` relative to the site's root (a folder's ends in a slash),
    the template's name, the kind of page, and the variables of the template."""

    url: str
    template: str
    kind: str
    variables: dict[str, Any]

    @property
    def save_as(self) -> str:
        """The file in the output folder."""
        return f"{self.url}index.html" if self.url.endswith("/") or not self.url else self.url


def own_article(page: PlannedPage) -> Ref | None:
    """Return the article or static page whose own page this is, or that introduces its list."""
    shown = page.variables.get(page.template, page.variables.get("introduction"))
    return shown if isinstance(shown, Ref) else None


def replaced(value: Any, article: Callable[[Ref], Any]) -> Any:
    """Return a variable of a page with each :class:`Ref` in it, however deep, replaced by what
    ``article`` returns for it."""
    if isinstance(value, Ref):
        return article(value)
    if isinstance(value, list):
        return [replaced(each, article) for each in value]
    if isinstance(value, tuple):
        items = [replaced(each, article) for each in value]
        if all(map(operator.is_, items, value)):
            return value
        return type(value)(*items) if hasattr(value, "_fields") else tuple(items)
    if isinstance(value, dict):
        return {name: replaced(each, article) for name, each in value.items()}
    return value


def refs_in(page: PlannedPage) -> list[Ref]:
    """Return every article that a page shows something of."""
    found: list[Ref] = []
    replaced(page.variables, found.append)
    return found


def refs_to(entries: Sequence[Entry]) -> list[Ref]:
    """Return what stands for these articles."""
    return [Ref(entry.id) for entry in entries]
