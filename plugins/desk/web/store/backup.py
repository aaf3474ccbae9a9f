"""All that the desk keeps, in one file: accounts, drafts with their versions, photos, journal.

What was published is in the content folder and its git repository, which have backups of their own.
"""

from __future__ import annotations

import zipfile
from pathlib import Path, PurePosixPath
from tempfile import TemporaryDirectory

from plugins.desk.web.store.database import Database

_DATABASE = "desk.sqlite3"
_PHOTOS = "photos"


class RestoreError(Exception):
    """A backup that cannot be brought back; says why in Vietnamese."""


def back_up(database: Database, file: Path) -> None:
    """Write a backup, while the desk goes on. Raises ``OSError``."""
    data = database.file.parent
    unfinished = file.with_name(f".{file.name}.new")
    with TemporaryDirectory() as folder:
        copy = Path(folder, _DATABASE)
        database.copy_to(copy)
        with zipfile.ZipFile(unfinished, "w", zipfile.ZIP_DEFLATED) as archive:
            archive.write(copy, _DATABASE)
            for path in sorted((data / _PHOTOS).rglob("*")):
                if path.is_file():
                    archive.write(path, path.relative_to(data).as_posix())
    unfinished.chmod(0o600)
    unfinished.replace(file)


def restore(file: Path, data: Path) -> None:
    """Bring a backup back into a folder that has no desk yet. Raises :class:`RestoreError` and
    ``OSError``, with nothing written."""
    if (data / _DATABASE).exists():
        raise RestoreError(f"Trong {data} đang có dữ liệu: chuyển thư mục ấy đi nơi khác trước.")
    try:
        with zipfile.ZipFile(file) as archive:
            names = archive.namelist()
            if _DATABASE not in names or archive.testzip() is not None:
                raise RestoreError("Tệp này không phải bản lưu của tòa soạn, hoặc đã hỏng.")
            if not all(_is_ours(name) for name in names):
                raise RestoreError("Bản lưu có tệp lạ nên không khôi phục.")
            archive.extractall(data)
    except zipfile.BadZipFile as error:
        raise RestoreError("Tệp này không phải bản lưu của tòa soạn, hoặc đã hỏng.") from error
    data.chmod(0o700)


def _is_ours(name: str) -> bool:
    parts = PurePosixPath(name).parts
    return name == _DATABASE or (parts[0] == _PHOTOS and len(parts) == 3 and ".." not in parts)
