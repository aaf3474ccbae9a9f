"""What somebody sent in: a text and the photos that came with it."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from plugins.core import checks
from plugins.core.text.slugs import slugify
from plugins.desk.errors import RefusedError
from plugins.photos.inspect.formats import is_photo_name

_MOST = 5000  # files
_NUMBER = re.compile(r"(\d+)")
_JUNK = frozenset(("thumbs.db", "desktop.ini", "__macosx", "ehthumbs.db"))
# Where Word and browsers put what belongs to a page that they save.
_SAVED_WITH = ("_files", ".files")


class Submission(NamedTuple):
    """A text, the photos that it may name, and those of them that are its own: they belong to the
    article even if it names them nowhere."""

    document: Path
    photos: list[Path]
    own: list[Path]


def submission_of(document: Path) -> Submission:
    """Return a text that was chosen by itself: photos in its folder are there to be named."""
    beside = document.parent.iterdir() if document.parent.is_dir() else ()
    photos = [each for each in sorted(beside, key=_order) if _is_photo(each)]
    return Submission(document, photos, [])


def submissions_in(folder: Path) -> tuple[list[Submission], list[Path]]:
    """Return the texts in a folder and those below it, in the order of their names, with their
    photos; and the files that are neither.

    A photo belongs to the text beside it or above it, where that is one; of several, to the one
    that its name, or its folder's, begins with. Else each of them may name it.
    Raises :class:`RefusedError` where there is no text, or where there are too many files.
    """
    # It loads all that reads a file, and who imports one has another process do that.
    from plugins.desk.files.kinds import KINDS

    files = list(_files(folder))
    documents = [file for file in files if file.suffix.lower() in KINDS]
    if not documents:
        raise RefusedError(checks.IMPORT_KIND, "ở trong không có tệp Word, HTML hay .txt nào")
    pages = [each for each in documents if each.suffix.lower() in (".html", ".htm")]
    saved = {page.with_name(page.stem + end) for page in pages for end in _SAVED_WITH}
    files = [file for file in files if not saved & set(file.parents)]
    documents = [each for each in documents if each in files]
    photos = [file for file in files if _is_photo(file)]
    may_name: dict[Path, list[Path]] = {each: [] for each in documents}
    own: dict[Path, list[Path]] = {each: [] for each in documents}
    for photo in photos:
        near = _near(photo, documents, folder)
        for each in near:
            may_name[each].append(photo)
        if len(near) == 1:
            own[near[0]].append(photo)
    others = [file for file in files if file not in documents and file not in photos]
    return [Submission(each, may_name[each], own[each]) for each in documents], others


def _near(photo: Path, documents: list[Path], root: Path) -> list[Path]:
    """Return the texts that a photo may belong to."""
    folder = photo.parent
    while True:
        near = [each for each in documents if each.parent == folder]
        if near or folder == root:
            break
        folder = folder.parent
    below = photo.relative_to(folder).parts
    called = [each for each in near if _is_called_like(below, each)]
    return called or near or documents


def _is_called_like(below: Iterable[str], document: Path) -> bool:
    stem = slugify(document.stem)
    names = [slugify(Path(name).stem) for name in below]
    return bool(stem) and any(name == stem or name.startswith(f"{stem}-") for name in names)


def _is_photo(path: Path) -> bool:
    return is_photo_name(path.name) and path.is_file() and not _is_junk(path.name)


def _files(folder: Path) -> Iterator[Path]:
    """Yield the files in a folder and below that a person put there, in the order of names."""
    seen = 0
    for here, folders, names in os.walk(folder):
        folders[:] = sorted((n for n in folders if not _is_junk(n)), key=lambda n: _order(Path(n)))
        for name in sorted(names, key=lambda n: _order(Path(n))):
            if not _is_junk(name):
                seen += 1
                if seen > _MOST:
                    raise RefusedError(checks.IMPORT_TOO_LARGE, f"thư mục có hơn {_MOST} tệp")
                yield Path(here, name)


def _is_junk(name: str) -> bool:
    """Whether a system or a program made a file for itself: Word's ``~$bai.docx``, say."""
    return name.startswith((".", "~$", "._")) or name.casefold() in _JUNK


def _order(path: Path) -> list[tuple[int, str]]:
    """Return a key by which ``anh 2`` stands before ``anh 10``."""
    parts = _NUMBER.split(path.name.casefold())
    return [(int(part), "") if part.isdecimal() else (-1, part) for part in parts if part]
