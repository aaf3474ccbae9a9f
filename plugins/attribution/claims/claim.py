"""One statement of where a text comes from, from a source line or a front-matter value."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from plugins.attribution.claims.parties import parse_parties
from plugins.attribution.lines.decoration import Undressed
from plugins.attribution.lines.links import Link, is_web_url
from plugins.attribution.lines.when import split_date
from plugins.attribution.model import Outlet, Source
from plugins.core.text.spaces import fold
from plugins.names.outlets import KnownOutlets, bare_host, is_host, spell


class Claim(NamedTuple):
    """What a statement says.

    ``source`` has everything but its date; ``date`` is that date as text for
    ``parse_date``. ``unused`` are links that found no place in the source. ``certain``
    means that every outlet was recognised.
    """

    source: Source
    date: str | None = None
    unused: tuple[str, ...] = ()
    certain: bool = True


def make_claim(said: Undressed, known: KnownOutlets) -> Claim | None:
    """Return what the text behind a label says, or ``None`` if it says nothing.

    A statement that is only a link names its outlet by the link's host.
    """
    text, date = split_date(said.text)
    text = text.strip(" ,;:|-–—.")
    links = [link for link in said.links if is_web_url(link.url)]
    unused = tuple(link.url for link in said.links if link not in links)
    if any(map(str.isalnum, text)):
        parties = parse_parties(text, known)
        outlets = tuple(_outlet(name, known) for name in parties.outlets)
        source, left_over = _place_links(Source(parties.author, outlets), links, known)
        return Claim(source, date, (*unused, *left_over), parties.certain)
    if not links:
        return None
    outlet = _outlet(known.at_host(links[0].url) or bare_host(links[0].url), known)
    source, left_over = _place_links(Source(None, (outlet,)), links, known)
    return Claim(source, date, (*unused, *left_over))


def claim_outlets(
    author: str | None,
    names: Sequence[str],
    links: Sequence[Link],
    known: KnownOutlets,
    date: str | None = None,
) -> Claim:
    """Return the claim that the outlets called ``names`` had it first, by ``author``."""
    web = [link for link in links if is_web_url(link.url)]
    outlets = tuple(_outlet(name, known) for name in names)
    source, left_over = _place_links(Source(author, outlets), web, known)
    unused = tuple(link.url for link in links if link not in web)
    return Claim(source, date, (*unused, *left_over))


def _outlet(name: str, known: KnownOutlets) -> Outlet:
    spelt = spell(name, known)
    page = known.homepage(spelt) or (f"https://{spelt.lower()}/" if is_host(spelt) else None)
    return Outlet(spelt, page)


def _place_links(
    source: Source, links: Sequence[Link], known: KnownOutlets
) -> tuple[Source, tuple[str, ...]]:
    """Give a source its links; return it and the URLs for which it has no place."""
    unplaced: list[str] = []
    # A link on an outlet's name leads to the article more surely than one on a person's.
    ordered = sorted(links, key=lambda link: _is_authors(link, source))
    for link in ordered:
        if link.to_article and source.url in (None, link.url) and not _is_authors(link, source):
            source = source._replace(url=link.url)
        elif (index := _outlet_of(link, source, known)) is not None:
            outlet = source.outlets[index]._replace(url=link.url)
            outlets = (*source.outlets[:index], outlet, *source.outlets[index + 1 :])
            source = source._replace(outlets=outlets)
        elif link.to_article and source.url is None:
            source = source._replace(url=link.url)
        else:
            unplaced.append(link.url)
    return source, tuple(unplaced)


def _is_authors(link: Link, source: Source) -> bool:
    return bool(link.text and source.author) and fold(link.text) in fold(source.author or "")


def _outlet_of(link: Link, source: Source, known: KnownOutlets) -> int | None:
    """Return which outlet a link belongs to: by its text, by its host, or the only one."""
    host = known.at_host(link.url)
    for index, outlet in enumerate(source.outlets):
        if link.text and fold(outlet.name) in fold(link.text):
            return index
        at_host = outlet.name == host or fold(outlet.name) == bare_host(link.url)
        if at_host and not link.to_article:
            return index
    if link.to_article or _is_authors(link, source) or len(source.outlets) != 1:
        return None
    page = source.outlets[0].url
    return 0 if page is None or bare_host(page) == bare_host(link.url) else None
