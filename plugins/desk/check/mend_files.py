"""Mends the files of articles, and names of files that are written in pieces."""

from __future__ import annotations

import difflib
from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from pathlib import Path

from plugins.articles.mending import mend
from plugins.core.errors import EncodingError
from plugins.core.files import write_whole
from plugins.core.text.decoding import decode, normalise
from plugins.engine.project.project import Project
from plugins.engine.scan.content_folder import walk_content
from plugins.photos import PhotoLibrary


def mend_files(project: Project, chosen: Collection[Path], only: Collection[str]) -> Iterator[str]:
    """Mend all that a machine may in ``chosen`` files and folders of the content folder; yield
    what was done, line by line, and what is different. ``only`` are codes, all if there are
    none."""
    library = PhotoLibrary(project.content, project.photos)
    for path in _articles(project):
        file = project.content / path
        if not _is_chosen(file, chosen):
            continue
        try:
            before = file.read_bytes()
            mended = mend(before, file, library, project.proofreading, only)
        except (OSError, EncodingError):
            continue  # the check says so
        if mended.content == before:
            continue
        write_whole(file, mended.content)
        yield f"Đã sửa {normalise(path)}: {_said(mended.codes, mended.normalised)}"
        yield from _difference(before, mended.content)
    if not only:
        yield from _rename(project, chosen)


def _articles(project: Project) -> list[str]:
    layout = project.layout
    content = walk_content(layout.content, layout.static_folders)
    pages = content.articles(layout.page_folders, layout.not_pages)
    return sorted({*content.articles(layout.article_folders, layout.not_articles), *pages})


def _is_chosen(file: Path, chosen: Collection[Path]) -> bool:
    return not chosen or any(file.is_relative_to(each) for each in chosen)


def _said(codes: Iterable[str], normalised: int) -> str:
    counts = Counter(codes)
    parts = [f"{code} ({number} chỗ)" for code, number in sorted(counts.items())]
    if normalised:
        parts.append(f"chuẩn hóa chữ Unicode ({normalised} dòng)")
    return ", ".join(parts)


def _difference(before: bytes, after: bytes) -> Iterator[str]:
    """Yield the lines that are others now, as a unified difference without its head."""
    old, new = (decode(each).split("\n") for each in (before, after))
    for line in list(difflib.unified_diff(old, new, n=0, lineterm=""))[2:]:
        if not line.startswith("@@"):
            yield f"    {line}"


def _rename(project: Project, chosen: Collection[Path]) -> Iterator[str]:
    """Give files the names in one piece (NFC) that articles call them by."""
    for path in sorted(walk_content(project.content, ()).files, reverse=True):
        file = project.content / path
        name = normalise(file.name)
        if name == file.name or not name or not _is_chosen(file, chosen):
            continue
        target = file.with_name(name)
        if target.exists() and not target.samefile(file):
            continue  # the check says that there are two
        file.rename(target)
        yield f"Đã đổi tên tệp {normalise(path)}: dấu tiếng Việt ở dạng chuẩn"
