"""The photo that stands for an article in lists and previews."""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence

from plugins.articles.document import Document
from plugins.articles.fields import text_field
from plugins.photos import Photo, PhotoProblem


def lead_photo(document: Document, photos: Sequence[Photo], title: str) -> Photo | None:
    """Return the photo named by ``Lead_photo``, else the article's first photo, if any.

    A named photo that cannot be published is a problem. One that also stands in the body
    is returned as it stands there, with its alternative text; another has what its file
    says for one, or the title, and the credit that its file gives.
    """
    name = text_field(document, "Lead_photo")
    library = document.library
    if not name:
        return library.leading(photos[0]) if photos else None
    line = document.fields["Lead_photo"].line
    found = library.load(name, document.path.parent, title, line)
    if isinstance(found, PhotoProblem):
        document.report(line, found.message, found.fix)
        return None
    shown = next((photo for photo in photos if photo.source == found.source), None)
    if shown is None:
        passport = library.passport(found)
        shown = dataclasses.replace(
            found,
            alt=passport.caption or title,
            caption=passport.caption,
            credit=passport.whom_to_credit,
        )
    return library.leading(shown)
