"""The photo that stands for an article in lists and previews."""

from __future__ import annotations

from collections.abc import Sequence

from plugins.articles.document import Document
from plugins.articles.fields import text_field
from plugins.photos import Photo, PhotoFinder, PhotoProblem, load_photo


def lead_photo(
    document: Document, photos: Sequence[Photo], finder: PhotoFinder, title: str
) -> Photo | None:
    """Return the photo named by ``Lead_photo``, else the article's first photo, if any.

    A named photo that cannot be published is a problem. One that also stands in the body
    is returned as it stands there, with its alternative text; another has the title's.
    """
    name = text_field(document, "Lead_photo")
    if not name:
        return photos[0] if photos else None
    found = load_photo(finder, name, document.path.parent, title)
    if isinstance(found, PhotoProblem):
        document.report(document.fields["Lead_photo"].line, found.message, found.fix)
        return None
    return next((photo for photo in photos if photo.url == found.url), found)
