"""What the head of an official document says besides its title and date, and its files."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from plugins.articles.front_matter.fields import date_field, text_field
from plugins.core import checks
from plugins.core.article import Attachment, Download, OfficialDocument
from plugins.core.document import Document
from plugins.core.text.decoding import normalise
from plugins.figures.media.attaching import attach_file
from plugins.figures.media.boxes import file_facts
from plugins.figures.media.kinds import DOCUMENTS
from plugins.photos import PhotoProblem
from plugins.photos.inspect.formats import extension


def official_document(document: Document) -> OfficialDocument:
    """Return what is known of a document; what it lacks is a warning.

    Its files are those that ``File`` names, each a problem if it is not there, then those that the
    body shows or links to.
    """
    if "File" in document.fields:
        document.found.attachments[:0] = _named(document)
    # Two names may be those of one file.
    attached = {file.url: file for file in document.found.attachments}.values()
    files = tuple(_download(file) for file in attached if _is_download(file.source))
    found = OfficialDocument(
        text_field(document, "Number"),
        text_field(document, "Issuer"),
        date_field(document, "Effective"),
        files,
    )
    lacking = (
        (found.number, "số/ký hiệu", "Number: 42/2022/NĐ-CP"),
        (found.issuer, "cơ quan ban hành", "Issuer: Chính phủ"),
        (files or "File" in document.fields, "tệp để tải về", "File: ten-tep.pdf"),
    )
    for known, what, line in lacking:
        if not known:
            fix = f"Thêm dòng “{line}” ở đầu tệp."
            document.report(checks.DOCUMENT_INCOMPLETE, 1, f"văn bản thiếu {what}", fix)
    return found


def _named(document: Document) -> Iterator[Attachment]:
    """Yield the files that the head names, after reporting those that are none."""
    field = document.fields["File"]
    values = field.value if isinstance(field.value, list) else str(field.value).split(",")
    for name in filter(None, (str(value).strip() for value in values)):
        found = document.library.finder.find(name, document.path.parent)
        if isinstance(found, PhotoProblem):
            document.report(found.check, field.line, found.message, found.fix)
        elif not _is_download(found):
            message = f"“{name}” không phải tệp văn bản để tải về"
            fix = "Lưu lại thành PDF (hoặc DOCX, XLSX…), rồi sửa tên ở “File”."
            document.report(checks.DOCUMENT_INCOMPLETE, field.line, message, fix)
        elif isinstance(file := attach_file(found, name), PhotoProblem):
            document.report(file.check, field.line, file.message, file.fix)
        else:
            yield file


def _is_download(path: Path) -> bool:
    return extension(path.name) in DOCUMENTS


def _download(file: Attachment) -> Download:
    name = normalise(file.source.name)
    return Download(name, file.url, file_facts(name, file.source.stat().st_size))
