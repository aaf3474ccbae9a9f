"""Which files are imported, and who reads each."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

from plugins.core import checks
from plugins.desk.errors import RefusedError
from plugins.desk.files.libreoffice import converted
from plugins.desk.files.pasted import read_html, read_text
from plugins.desk.manuscript import Manuscript
from plugins.desk.word.document import read_word
from plugins.desk.word.package import MOST_BYTES

_READERS: dict[str, Callable[[Path], Manuscript]] = {
    # Some programs store a Word file by the name of what it is inside.
    **dict.fromkeys((".docx", ".zip", ".docm", ".dotx", ".dotm"), read_word),
    **dict.fromkeys((".html", ".htm"), read_html),
    ".txt": read_text,
}
_OLD = frozenset((".doc", ".dot", ".rtf", ".odt", ".ott"))
"""LibreOffice makes Word files of these."""

KINDS = frozenset((*_READERS, *_OLD)) - {".zip"}
"""Extensions of the texts that are imported."""

_ARCHIVES = frozenset((".rar", ".7z", ".tar", ".gz", ".tgz"))
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_PAGE = re.compile(
    rb"(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]*>\s*)?<(?:!--|(?:!doctype|html|head|meta|body|div|table|p)\b)",
    re.IGNORECASE,
)
_IN_TEXT = {
    rb"\s*(?:MIME-Version|From|Subject|Date):.*multipart/": "trang mạng lưu một tệp (MHTML)",
    rb".*<(?:w:wordDocument|pkg:package)\b": "tệp Word dạng XML",
}
"""How files begin that programs call ``.doc``, and of which LibreOffice would make noise."""
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_OPEN_DOCUMENT = b"application/vnd.oasis.opendocument.text"


def read_file(path: Path) -> Manuscript:
    """Return what a file holds. Raises :class:`RefusedError` for one that cannot be imported."""
    if not path.is_file():
        raise RefusedError(checks.IMPORT_BROKEN, "không có tệp này")
    size = path.stat().st_size
    if size > MOST_BYTES:
        raise RefusedError(checks.IMPORT_TOO_LARGE)
    named = path.suffix.lower()
    if named in _ARCHIVES:
        raise RefusedError(
            checks.IMPORT_KIND, f"tệp nén {named}: giải nén ra một thư mục rồi nhập thư mục ấy"
        )
    if named not in _READERS and named not in _OLD:
        raise RefusedError(checks.IMPORT_KIND, f"tệp {named or 'không có đuôi'} không nhập được")
    if size == 0:
        raise RefusedError(checks.IMPORT_BROKEN, "tệp rỗng (0 byte)")
    kind = _kind(path, named)
    return _converted(path, kind) if kind in _OLD else _READERS[kind](path)


def _kind(path: Path, named: str) -> str:
    """Return the extension that a file should have: programs save one kind by another's name, and
    people rename files."""
    if named == ".txt":
        return named
    with path.open("rb") as file:
        start = file.read(4096)
    if start.startswith(_OLE):
        return ".doc"
    if start.startswith(b"{\\rtf"):
        return ".rtf"
    if start.startswith(b"PK"):
        return ".odt" if _is_open_document(path) else ".docx"
    for sign, what in _IN_TEXT.items():
        if re.match(sign, start, re.DOTALL | re.IGNORECASE):
            raise RefusedError(checks.IMPORT_KIND, f"tệp {named} này là {what}")
    if _PAGE.match(start):
        return ".html"
    if named in _OLD:
        # LibreOffice would take anything for a text, and make words of noise.
        return ".txt"
    return named


def _is_open_document(path: Path) -> bool:
    try:
        with zipfile.ZipFile(path) as file, file.open("mimetype") as kind:
            return kind.read(len(_OPEN_DOCUMENT)) == _OPEN_DOCUMENT
    except (zipfile.BadZipFile, KeyError, OSError, RuntimeError, NotImplementedError, ValueError):
        return False


def _converted(path: Path, kind: str) -> Manuscript:
    if kind == ".doc" and _is_locked(path.read_bytes()):
        raise RefusedError(checks.IMPORT_LOCKED)
    # On Windows the Word file, which is still open, cannot be removed.
    with TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        made = converted(path, kind, "docx", Path(folder))
        return replace(read_word(made), path=path)


def _is_locked(content: bytes) -> bool:
    """Whether a file in OLE's form has a password: a new Word file in an envelope, or an old one,
    whose text then begins by saying so ([MS-DOC], 2.5.2: ``fEncrypted``)."""
    header = content.find(b"\xec\xa5", 512)
    is_old = header >= 0 and header % 512 == 0
    return _ENCRYPTED in content or (is_old and bool(content[header + 11] & 1))
