"""Who wrote an article, and where it was taken from (schema.org: Person, Organization).

Of a reprint, the person and the outlet both: Vietnamese law lets a site reprint only with both
named.
"""

from __future__ import annotations

from typing import Any

from plugins.attribution import Outlet, Source
from plugins.core.article import Article
from plugins.core.dates.date import format_iso
from plugins.core.terms import Term
from plugins.names.outlets import KnownOutlets, is_outlet
from plugins.names.people import is_person, split_people

_ANY = KnownOutlets()  # those that all know


def authors(article: Article, site_url: str, default_byline: str) -> list[dict[str, Any]]:
    """Return who signed an article, then who wrote it elsewhere, then the outlets."""
    told = [author(term, site_url, default_byline) for term in article.authors]
    if source := article.source:
        told += _writers(source)
        told += outlets(source, site_url)
    return told


def author(term: Term, site_url: str, default_byline: str) -> dict[str, Any]:
    """Return an author who has a page here."""
    url = f"{site_url}/{term.url}"
    kind = "Organization" if term.name == default_byline else "Person"
    return {"@type": kind, "@id": f"{url}#author", "name": term.name, "url": url}


def outlets(source: Source, site_url: str) -> list[dict[str, Any]]:
    """Return the outlets that a text was taken from."""
    return [outlet(one, site_url) for one in source.outlets]


def outlet(one: Outlet, site_url: str) -> dict[str, Any]:
    """Return an outlet: ``url`` is its home page, if that is known."""
    told = {"@type": "Organization", "name": one.name}
    if one.term:
        told["@id"] = f"{site_url}/{one.term.url}#outlet"
    if one.url:
        told["url"] = one.url
    return told


def original(source: Source, site_url: str) -> dict[str, Any]:
    """Return the text that a reprint is taken from, as far as it is known."""
    told: dict[str, Any] = {"@type": "CreativeWork"}
    if source.url:
        told["url"] = source.url
    if source.date:
        told["datePublished"] = format_iso(source.date)
    if writers := _writers(source):
        told["author"] = writers
    told["publisher"] = outlets(source, site_url)
    return told


def creators(credit: str) -> list[dict[str, Any]]:
    """Return who made a photo: an outlet, persons, or nobody where ``credit`` may be something
    else ("Sưu tầm", "Nhân vật cung cấp")."""
    if is_outlet(credit, _ANY):
        return [{"@type": "Organization", "name": credit}]
    names = split_people(credit, _ANY)
    if not all(is_person(name, _ANY) for name in names):
        return []
    return [{"@type": "Person", "name": name} for name in names]


def _writers(source: Source) -> list[dict[str, Any]]:
    names = split_people(source.author, _ANY) if source.author else []
    return [{"@type": "Person", "name": name} for name in names]
