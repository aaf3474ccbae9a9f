"""``_headers``: the table as Netlify, Cloudflare Pages and others read it at the site's root."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from plugins.metadata.headers.rules import Rule


def host_headers(table: Iterable[Rule]) -> str:
    """Return the file. A path has one ``*`` at most, as these hosts want it."""
    return "\n".join(
        "".join((f"{path}\n", *(f"  {name}: {value}\n" for name, value in rule.headers.items())))
        for rule in table
        for path in _paths(rule)
    )


def _paths(rule: Rule) -> Iterator[str]:
    if rule.suffixes:
        yield from (f"/{rule.folder}*.{suffix}" for suffix in rule.suffixes)
    else:
        yield f"/{rule.folder}*"
