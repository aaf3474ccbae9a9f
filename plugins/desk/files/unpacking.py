"""An archive (``.zip``) → a folder, so that no archive can harm the machine."""

from __future__ import annotations

import re
import stat
import unicodedata
import zipfile
import zlib
from collections.abc import Iterator
from itertools import count
from pathlib import Path, PurePosixPath

from plugins.core import checks
from plugins.desk.errors import RefusedError
from plugins.desk.word.package import MOST_BYTES, MOST_PARTS

_UTF_8, _LOCKED = 0x800, 0x1  # flags of an entry (APPNOTE 4.4.4)
_PIECE = 1 << 20
_BROKEN = (zipfile.BadZipFile, zlib.error, OSError, EOFError, NotImplementedError, ValueError)
# Windows names no file so; a name that holds such a letter was made elsewhere.
_UNFIT = re.compile(r'[\0-\x1f<>:"|?*]')
_LONGEST = 100
_VIETNAMESE = re.compile(r"[\0-\x7fàáâãèéêìíòóôõùúýăđĩũơưạ-ỹ–—“”‘’…°«»]*", re.IGNORECASE)


def is_archive(path: Path) -> bool:
    """Whether a file is an archive and not a Word file by an archive's name."""
    if path.suffix.lower() != ".zip" or not path.is_file():
        return False
    try:
        with zipfile.ZipFile(path) as file:
            return "[Content_Types].xml" not in file.namelist()
    except _BROKEN:
        return True


def unpack(archive: Path, folder: Path) -> list[str]:
    """Write the files of an archive into a folder that is empty; return the names of those that
    are links and were left out. Raises :class:`RefusedError` for an archive that is damaged or
    locked, leads out of the folder, or holds too much."""
    try:
        with zipfile.ZipFile(archive) as file:
            entries = [entry for entry in file.infolist() if not entry.is_dir()]
            if len(entries) > MOST_PARTS:
                raise RefusedError(checks.IMPORT_TOO_LARGE)
            if any(entry.flag_bits & _LOCKED for entry in entries):
                raise RefusedError(checks.IMPORT_LOCKED, "tệp nén có mật khẩu")
            links = [entry for entry in entries if stat.S_ISLNK(entry.external_attr >> 16)]
            left = MOST_BYTES
            for entry in entries:
                if entry not in links:
                    left -= _write(file, entry, _free(folder / _path(_name(entry))), left)
    except RefusedError:
        raise
    except _BROKEN as error:
        message = "tệp nén hỏng, hoặc nén theo kiểu lạ"
        raise RefusedError(checks.IMPORT_BROKEN, message) from error
    return [_name(entry) for entry in links]


def _write(file: zipfile.ZipFile, entry: zipfile.ZipInfo, target: Path, most: int) -> int:
    """Write an entry of at most so many bytes; return how many it has."""
    target.parent.mkdir(parents=True, exist_ok=True)
    size = 0
    # What a header says of an entry's size may be a lie.
    with file.open(entry) as packed, target.open("wb") as unpacked:
        while piece := packed.read(_PIECE):
            size += len(piece)
            if size > most:
                raise RefusedError(checks.IMPORT_TOO_LARGE)
            unpacked.write(piece)
    return size


def _name(entry: zipfile.ZipInfo) -> str:
    """Return an entry's name as its sender saw it, in NFC."""
    name = entry.orig_filename
    if not entry.flag_bits & _UTF_8:
        name = next(_readings(name.encode("cp437")))
    return unicodedata.normalize("NFC", name)


def _readings(name: bytes) -> Iterator[str]:
    """Yield what the bytes of a name may say, the most likely first: macOS writes UTF-8 and does
    not say so, Windows in Vietnamese has its own letters, and in English those of 1981."""
    for encoding in ("utf-8", "cp437", "cp1258"):
        try:
            said = unicodedata.normalize("NFC", name.decode(encoding))
        except UnicodeDecodeError:
            continue
        if encoding == "utf-8" or _VIETNAMESE.fullmatch(said):
            yield said
    yield name.decode("cp437")


def _path(name: str) -> PurePosixPath:
    """Return where in its folder an entry belongs: old programs write names as Windows does."""
    parts = [part for part in name.replace("\\", "/").split("/") if part not in ("", ".")]
    if name.startswith(("/", "\\")) or re.match("[A-Za-z]:", name) or ".." in parts or not parts:
        raise RefusedError(
            checks.IMPORT_UNSAFE, f"tệp nén có đường dẫn ra ngoài thư mục của nó: {name}"
        )
    return PurePosixPath(*(_fit(part) for part in parts))


def _fit(part: str) -> str:
    """Return a name that every system takes."""
    part = _UNFIT.sub("_", part)
    kind = PurePosixPath(part).suffix
    return part if len(part) <= _LONGEST else part[: _LONGEST - len(kind)] + kind[:_LONGEST]


def _free(path: Path) -> Path:
    """Return a path, or, where a file of that name is, one with a number."""
    numbered = (path.with_name(f"{path.stem} ({number}){path.suffix}") for number in count(2))
    return path if not path.exists() else next(each for each in numbered if not each.exists())
