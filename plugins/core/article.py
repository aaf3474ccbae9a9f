"""The article and the static page, as data: what templates, lists and feeds see, and the files
that are published with them."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Literal, NamedTuple

from plugins.core.text.slugs import slugify

if TYPE_CHECKING:
    from plugins.attribution import Correction, Source
    from plugins.core.terms import Term
    from plugins.core.text.addresses import OldAddress
    from plugins.figures import Figure, Film
    from plugins.photos import Photo


Kind = Literal["article", "page", "document", "notice"]
"""What a file of the content folder is: news, a static page, or one of a collection."""

FOLDERS: dict[Kind, str] = {"notice": "thong-bao", "document": "van-ban"}
"""Below which folder of the content folder, and of the site, stands what is neither news nor a
static page."""

COLLECTIONS = dict[str, str](FOLDERS.items()) | {"video": "video"}
"""The lists with a page and a block on the front page of their own, in its order: by the kind of
what is on them (news with films: "video"), the first part of their address."""

DATED: tuple[Kind, ...] = ("article", *FOLDERS)
"""Kinds that come out at their date."""


class Attachment(NamedTuple):
    """A file that an article links to (a decision as PDF, a form to download), to be published at
    ``url``, relative to the site's root; ``source`` is absolute."""

    url: str
    source: Path


def attach(path: Path) -> Attachment:
    """Return the attachment for a file: ``tep/<slug>-<hash>.<extension>``.

    Eight digits of the content's SHA-256 make the address change with the content.
    """
    with path.open("rb") as file:
        digest = hashlib.file_digest(file, "sha256").hexdigest()
    stem = slugify(path.stem)[:80].strip("-") or "tep"
    return Attachment(f"tep/{stem}-{digest[:8]}{path.suffix.lower()}", path)


class Download(NamedTuple):
    """A file for readers: its ``name``, its address relative to the site's root, and its type and
    size as they are shown (``"PDF, 12 KB"``)."""

    name: str
    url: str
    facts: str


class OfficialDocument(NamedTuple):
    """What is known of a decision, a plan or a letter besides its date and title: its number
    (``"42/2022/NĐ-CP"``), who issued it, ``""`` where nobody said, from when on it is in force,
    and its files."""

    number: str
    issuer: str
    effective: datetime | None
    files: tuple[Download, ...]


class Body(NamedTuple):
    """What only an article's own page shows, and the feed.

    ``html`` holds :data:`~plugins.core.document.SITE_ROOT` and
    :data:`~plugins.core.document.ARTICLE_LINK` where addresses belong. ``linked`` are
    the source paths of articles it links to, and with a slash before them the addresses of pages,
    with the lines of the links. ``aliases`` are its old addresses, with their lines.
    """

    html: str
    photos: tuple[Photo, ...] = ()
    figures: tuple[Figure, ...] = ()
    attachments: tuple[Attachment, ...] = ()
    linked: tuple[tuple[str, int | None], ...] = ()
    films: tuple[Film, ...] = ()
    aliases: tuple[tuple[OldAddress, int], ...] = ()


PIN_PLACES = range(1, 8)
"""The numbers by which articles that are pinned to the front page are put in order."""


class Pin(NamedTuple):
    """Has an article stand at the top of the front page, those of a lower ``place`` first (1
    leads), and ``until`` a moment, if not for good."""

    place: int
    until: datetime | None = None


@dataclass(slots=True)
class Article:
    """One article, or by its ``kind`` a static page, an official document or a notice.

    ``path`` is the source file relative to the content folder, ``url`` the address relative to the
    site's root (ending in a slash), ``date`` aware; a draft and a static page may have none.
    ``withdrawal`` says when and why it was taken from readers. A notice is on the front page
    ``until`` a moment, if not for good, and so is the ``banner`` of a static page, which leads to
    it. ``language`` is the tag (RFC 5646) of a static page that is not in the site's. Terms are
    given once all articles are known; until then there are only names.
    """

    kind: Kind
    path: str
    title: str
    slug: str
    url: str
    status: str
    date: datetime | None = None
    modified: datetime | None = None
    has_standfirst: bool = False
    summary_text: str = ""
    category_name: str = ""
    tag_names: tuple[str, ...] = ()
    author_names: tuple[str, ...] = ()
    source: Source | None = None
    corrections: tuple[Correction, ...] = ()
    withdrawal: Correction | None = None
    series_name: str = ""
    pin: Pin | None = None
    until: datetime | None = None
    document: OfficialDocument | None = None
    lead_photo: Photo | None = None
    lead_in_body: bool = False
    banner: Photo | None = None
    language: str = ""
    category: Term | None = None
    series: Term | None = None
    tags: tuple[Term, ...] = ()
    authors: tuple[Term, ...] = ()
