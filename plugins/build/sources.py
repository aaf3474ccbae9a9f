"""Which files of the content folder are articles and pages, and which only look lost."""

from __future__ import annotations

import os
import unicodedata
from collections.abc import Iterable
from pathlib import Path

from plugins.problems import Problem

MARKDOWN = (".md", ".markdown", ".mkd", ".mdown")
# Copy that somebody meant to publish but saved in a form that is not read.
_UNREAD = (".txt", ".doc", ".docx", ".odt", ".rtf", ".html", ".htm", ".rst", ".pages", ".wps")
_TEMPORARY = ("~$", ".", "#")


def find_sources(
    root: Path, folders: Iterable[str], excluded: Iterable[str]
) -> tuple[list[str], list[Problem]]:
    """Return the articles below ``folders`` of ``root``, but not below the ``excluded``
    ones, as sorted relative paths.

    Files that somebody will have meant as articles, but that are not Markdown, are
    problems: nothing is passed over silently.
    """
    found: list[str] = []
    problems: list[Problem] = []
    skipped = {root / folder for folder in excluded}
    for folder in folders:
        for here, below, names in os.walk(root / folder, followlinks=True):
            below[:] = [
                name
                for name in below
                if not name.startswith(".") and Path(here) / name not in skipped
            ]
            for name in names:
                path = (Path(here) / name).relative_to(root).as_posix()
                if name.startswith(_TEMPORARY) or name.endswith("~"):
                    continue
                if name.lower().endswith(MARKDOWN):
                    found.append(path)
                elif name.lower().endswith(_UNREAD):
                    problems.append(_unread(path))
    return sorted(found), problems


def _unread(path: str) -> Problem:
    suffix = Path(path).suffix.lower()
    if suffix == ".txt":
        fix = f"Đổi tên thành “{Path(path).stem.removesuffix('.md')}.md”."
    else:
        fix = "Chép nội dung sang một tệp .md (văn bản thuần), rồi bỏ tệp này ra khỏi thư mục bài."
    return Problem(
        unicodedata.normalize("NFC", path),
        None,
        f"tệp {suffix} không được đọc, nên bài này sẽ không lên trang",
        fix,
    )
