"""A file beside an article → an attachment, if it is one that may be published.

Attachments stand at the site's own address, where a script in one of them could do what the site's
own can. So only files that readers save, watch or hear are published, told by their name *and* by
how their content begins: a page that is called ``bao-cao.pdf`` is none. The first bytes are enough
for that; a library that guesses the type of any file was no help, because one of Word's is to it
any of ten kinds of zip.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from plugins.core import checks
from plugins.core.article import Attachment, attach
from plugins.core.text.decoding import normalise
from plugins.photos import PhotoProblem
from plugins.photos.inspect.formats import extension

_BEGINNING = 1100  # bytes: a PDF may have a thousand before its mark (ISO 32000-2, Annex I)
_MARKUP = rb"(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)?[\s\0]*<"
_ZIP = rb"PK(?:\x03\x04|\x05\x06|\x07\x08)"
_OLE = rb"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_RTF = rb"\{\\rtf"
_MPEG4 = rb"[\s\S]{4}(?:ftyp|moov|mdat|wide|free|skip|pnot)"
_TEXT = rb"(?:\xff\xfe|\xfe\xff|[^\0]*\Z)"
_FAMILIES: tuple[tuple[str, bytes], ...] = (
    ("pdf", rb"[\s\S]{0,1024}%PDF-"),
    # With a password, Office's newer files are in the older container.
    ("docx docm xlsx xlsm pptx ppsx", rb"%b|%b" % (_ZIP, _OLE)),
    ("odt ods odp epub zip", _ZIP),
    # Word opens, and so people send, what is called so and is of another of its kinds.
    ("doc xls ppt pps", rb"%b|%b|%b" % (_OLE, _ZIP, _RTF)),
    ("rtf", _RTF),
    ("rar", rb"Rar!\x1a\x07"),
    ("7z", rb"7z\xbc\xaf\x27\x1c"),
    ("csv txt ics vtt", _TEXT),
    ("mp4 m4v mov m4a 3gp", _MPEG4),
    ("webm mkv", rb"\x1a\x45\xdf\xa3"),
    ("ogv ogg oga opus", rb"OggS"),
    ("mp3", rb"ID3|\xff[\xe0-\xff]|RIFF"),
    ("aac", rb"ID3|\xff[\xf0-\xff]|ADIF"),
    ("flac", rb"fLaC|ID3"),
    ("wav avi", rb"RIFF|RF64"),
    ("wmv wma", rb"\x30\x26\xb2\x75"),
    ("flv", rb"FLV"),
    ("mpg mpeg vob", rb"\x00\x00\x01"),
    ("mts", rb"\x47|[\s\S]{4}\x47"),
    ("amr", rb"#!AMR"),
)
_CONTENT = {name: begin for names, begin in _FAMILIES for name in names.split()}
ATTACHED = frozenset(_CONTENT)
"""Extensions of files that may be published beside an article."""
# What says little of a file that has another name.
_VAGUE = frozenset(("csv", "txt", "ics", "vtt", "mp3", "aac", "mts", "wav", "avi"))


def attach_file(path: Path, written: str) -> Attachment | PhotoProblem:
    """Return the attachment for a file, which an article names as it is ``written``."""
    name = normalise(path.name)
    if extension(name) not in _CONTENT:
        return PhotoProblem(
            checks.FILE_REFUSED,
            f"tệp “{name}” thuộc loại không đăng lên trang, vì trình duyệt có thể chạy mã trong đó "
            "hoặc bạn đọc không mở được",
            "Lưu tệp thành PDF hoặc ảnh (PNG, JPEG), hay nén thành .zip, rồi sửa tên trong bài.",
        )
    try:
        if refusal := _refusal(name, _beginning(path)):
            return refusal
        return attach(path)
    except OSError as error:
        message = f"không đọc được tệp “{written}” ({error.strerror})"
        return PhotoProblem(checks.FILE_UNREADABLE, message, "Kiểm tra quyền đọc tệp.")


def is_refused(name: str, path: Path) -> bool:
    """Whether a file that is to be published as ``name`` would be none that an article may have.
    Raises ``OSError``."""
    return extension(name) not in _CONTENT or _refusal(name, _beginning(path)) is not None


def _beginning(path: Path) -> bytes:
    with path.open("rb") as file:
        return file.read(_BEGINNING)


def _refusal(name: str, beginning: bytes) -> PhotoProblem | None:
    end = extension(name)
    if re.match(_CONTENT[end], beginning) and not re.match(_MARKUP, beginning):
        return None
    is_what = next(_found(beginning), "nội dung thuộc loại khác, hoặc tệp bị hỏng")
    return PhotoProblem(
        checks.FILE_NOT_ITS_TYPE,
        f"tệp “{name}” không phải là tệp {end.upper()}: {is_what}",
        f"Mở tệp bằng phần mềm đã làm ra nó, lưu lại thành {end.upper()}; nếu tệp tải về dở dang "
        "thì tải lại.",
    )


def _found(beginning: bytes) -> Iterator[str]:
    """Yield what a file seems to be, by how it begins."""
    if not beginning:
        yield "tệp rỗng"
    if re.match(_MARKUP, beginning):
        yield "nội dung là một trang web (HTML, SVG hoặc XML)"
    for name, begin in _CONTENT.items():
        if name not in _VAGUE and re.match(begin, beginning):
            yield f"nội dung là {name.upper()}"
