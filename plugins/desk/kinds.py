"""Which files are imported, and who reads each."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

from plugins.core import checks
from plugins.desk.errors import RefusedError
from plugins.desk.manuscript import Manuscript
from plugins.desk.pasted import read_html, read_text
from plugins.desk.word.document import read_word
from plugins.desk.word.libreoffice import converted
from plugins.desk.word.package import MOST_BYTES

_READERS: dict[str, Callable[[Path], Manuscript]] = {
    ".docx": read_word,
    ".docm": read_word,
    ".html": read_html,
    ".htm": read_html,
    ".txt": read_text,
}
_OLD = frozenset((".doc", ".rtf", ".odt"))
"""LibreOffice makes Word files of these."""


def read_file(path: Path) -> Manuscript:
    """Return what a file holds. Raises :class:`RefusedError` for one that cannot be imported."""
    if not path.is_file():
        raise RefusedError(checks.IMPORT_BROKEN, "không có tệp này")
    if path.stat().st_size > MOST_BYTES:
        raise RefusedError(checks.IMPORT_TOO_LARGE)
    kind = path.suffix.lower()
    if kind in _OLD:
        with TemporaryDirectory() as folder:
            made = converted(path, "docx", Path(folder))
            if made is None:
                raise RefusedError(
                    checks.IMPORT_KIND,
                    f"tệp {kind} cần LibreOffice, máy này không có hoặc không đọc được",
                )
            return read_word(made)
    if kind == ".zip":
        raise RefusedError(checks.IMPORT_KIND, "tệp nén: giải nén rồi nhập tệp Word ở trong")
    if kind not in _READERS:
        raise RefusedError(checks.IMPORT_KIND, f"tệp {kind or 'không có đuôi'} không nhập được")
    return _READERS[kind](path)
