"""The site and its publisher (schema.org: WebSite, Organization; after Google's guidelines for the
logo and the site's name)."""

from __future__ import annotations

from typing import Any, NamedTuple

from plugins.core.text.spaces import fold

ORGANIZATION_TYPES = ("NewsMediaOrganization", "GovernmentOrganization")
"""What the publisher of a bulletin may be."""

_PRESS = ("báo", "tạp chí", "đài", "thông tấn xã", "tòa soạn", "toà soạn")
_AUTHORITIES = (
    *("ủy ban nhân dân", "uỷ ban nhân dân", "ubnd", "hội đồng nhân dân", "hđnd", "chính phủ"),
    *("bộ", "sở", "cục", "tổng cục", "chi cục", "văn phòng", "quốc hội"),
)
_SMALLEST_LOGO = 112  # pixels of a side, after Google


class Logo(NamedTuple):
    """A square picture: ``url`` relative to the site's root, its side in pixels."""

    url: str
    side: int


class Identity(NamedTuple):
    """Who the site is and who publishes it. ``url`` is the site's root without a slash at its end,
    ``kind`` one of :data:`ORGANIZATION_TYPES`; what is not known is ``""``."""

    url: str
    name: str
    language: str
    kind: str
    description: str = ""
    organisation: str = ""
    governing_body: str = ""
    address: str = ""
    phone: str = ""
    email: str = ""
    logo: Logo | None = None


def organization_type(organisation: str, governing_body: str) -> str:
    """Return what the publisher is, as the names of it and of its governing body tell.

    A newspaper has a governing body, too: it is one by its own name. Any other unit of an
    authority is part of the authority.
    """
    if not _begins_with(organisation, _PRESS) and _is_authority(governing_body):
        return "GovernmentOrganization"
    return "NewsMediaOrganization"


def best_logo(icons: dict[int, str]) -> Logo | None:
    """Return the largest of square icons (address by side in pixels) that will do as a logo."""
    side = max(icons, default=0)
    return Logo(icons[side], side) if side >= _SMALLEST_LOGO else None


def publisher(identity: Identity) -> dict[str, Any]:
    """Return the publisher as an article names it."""
    told: dict[str, Any] = {
        "@type": identity.kind,
        "@id": f"{identity.url}/#publisher",
        "name": identity.name,
        "url": f"{identity.url}/",
    }
    if logo := identity.logo:
        told["logo"] = {
            "@type": "ImageObject",
            "url": f"{identity.url}/{logo.url}",
            "width": logo.side,
            "height": logo.side,
        }
    return told


def organization(identity: Identity) -> dict[str, Any]:
    """Return all that is known of the publisher."""
    told = publisher(identity) | {
        "legalName": identity.organisation,
        "description": identity.description,
        "telephone": identity.phone,
        "email": identity.email,
    }
    if identity.address:
        # As one text, which is how the newsroom knows it: nothing says which part is the town.
        told["address"] = {"@type": "PostalAddress", "streetAddress": identity.address}
    if body := identity.governing_body:
        kind = "GovernmentOrganization" if _is_authority(body) else "Organization"
        told["parentOrganization"] = {"@type": kind, "name": body}
    return {name: value for name, value in told.items() if value}


def website(identity: Identity) -> dict[str, Any]:
    """Return what the site as a whole is: its name stands above its pages in search results."""
    told: dict[str, Any] = {
        "@type": "WebSite",
        "@id": f"{identity.url}/#website",
        "name": identity.name,
        "url": f"{identity.url}/",
        "description": identity.description,
        "inLanguage": identity.language,
        "publisher": {"@id": f"{identity.url}/#publisher"},
    }
    return {name: value for name, value in told.items() if value}


def _is_authority(name: str) -> bool:
    return _begins_with(name, _AUTHORITIES)


def _begins_with(name: str, words: tuple[str, ...]) -> bool:
    return f"{fold(name)} ".startswith(tuple(f"{word} " for word in words))
