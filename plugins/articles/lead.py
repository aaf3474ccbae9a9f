"""The photos that a head names: one stands for an article in lists and previews, one leads to a
static page from the top of the front page."""

from __future__ import annotations

from collections.abc import Sequence

from plugins.articles.front_matter.fields import text_field
from plugins.core import checks
from plugins.core.document import Document
from plugins.photos import Photo, PhotoProblem, credit_beside


def lead_photo(document: Document, photos: Sequence[Photo], title: str) -> Photo | None:
    """Return the photo named by ``Lead_photo``, else the article's first photo, if any.

    A named photo that cannot be published is a problem. One that also stands in the body
    is returned as it stands there, with its alternative text; another has the caption and
    the credit that its file gives, which is reported, and the title where there is no text.
    """
    name = text_field(document, "Lead_photo")
    library = document.library
    if not name:
        return library.leading(photos[0]) if photos else None
    line = document.fields["Lead_photo"].line
    found = library.load(name, document.path.parent, title, line)
    if isinstance(found, PhotoProblem):
        document.report(found.check, line, found.message, found.fix)
        return None
    shown = next((photo for photo in photos if photo.source == found.source), None)
    return library.leading(shown or _with_passport(found, document))


def banner(document: Document, title: str) -> Photo | None:
    """Return the picture that ``Banner`` names, with the title for its text. One that cannot be
    shown is a warning: for its sake alone no news has to wait."""
    name = text_field(document, "Banner")
    until = document.fields.get("Banner_until")
    if not name:
        if until is not None:
            message = "có “Banner_until” mà thiếu “Banner”"
            fix = "Thêm dòng “Banner: tên-ảnh.jpg”, hoặc xóa dòng này."
            document.report(checks.BANNER_UNUSABLE, until.line, message, fix)
        return None
    line = document.fields["Banner"].line
    found = document.library.load(name, document.path.parent, title, line)
    if isinstance(found, PhotoProblem):
        document.report(checks.BANNER_UNUSABLE, line, f"băng rôn: {found.message}", found.fix)
        return None
    return found


def _with_passport(photo: Photo, document: Document) -> Photo:
    embedded = document.library.embedded(photo)
    caption, credit = embedded.caption, credit_beside(embedded.caption, embedded)
    for what, text in (("chú thích", caption), ("tên người chụp", credit)):
        if text:
            document.report(
                checks.CAPTION_FROM_FILE,
                photo.line,
                f"ảnh đại diện “{photo.name}” không có trong thân bài, đã lấy {what} ghi sẵn "
                f"trong tệp ảnh: “{text}”",
                "Đọc lại; nếu sai thì đưa ảnh vào thân bài, viết chú thích ở dòng dưới ảnh.",
            )
    alt = caption or photo.alt
    return photo._replace(alt=alt, caption=caption, credit=credit)
