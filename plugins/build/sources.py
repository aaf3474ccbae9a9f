"""Which files of the content folder are articles and pages, and which only look lost."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from plugins.articles.text import normalise
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

    Files that somebody will have meant as articles, but that are not Markdown, and folders
    that can't be opened are problems: nothing is passed over silently.
    """
    found: list[str] = []
    problems: list[Problem] = []
    skipped = {root / folder for folder in excluded}
    unopened: list[OSError] = []
    for folder in folders:
        if not (root / folder).is_dir():
            continue  # a bulletin may have no pages yet
        for here, below, names in os.walk(root / folder, onerror=unopened.append, followlinks=True):
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
    problems += [_unopened(error, root) for error in unopened]
    return sorted(found), problems


def without_attached(problems: list[Problem], root: Path, contents: Iterable[Any]) -> list[Problem]:
    """Drop what was said of files that turned out to be attachments of an article."""
    attached = {
        normalise(file.source.relative_to(root).as_posix())
        for content in contents
        for file in content.attachments
    }
    return [problem for problem in problems if problem.path not in attached]


def _unopened(error: OSError, root: Path) -> Problem:
    return Problem(
        normalise(Path(error.filename).relative_to(root).as_posix()),
        None,
        f"không mở được thư mục ({error.strerror}), nên bài trong đó sẽ biến mất khỏi trang",
        "Kiểm tra quyền đọc thư mục và ổ đĩa.",
    )


def _unread(path: str) -> Problem:
    suffix = Path(path).suffix.lower()
    if suffix == ".txt":
        fix = f"Đổi tên thành “{Path(path).stem.removesuffix('.md')}.md”."
    else:
        fix = "Chép nội dung sang một tệp .md (văn bản thuần), rồi bỏ tệp này ra khỏi thư mục bài."
    return Problem(
        normalise(path),
        None,
        f"tệp {suffix} không được đọc, nên bài này sẽ không lên trang",
        fix,
    )


def no_articles(root: str) -> Problem:
    """A bulletin without any article is a wrong path, or a disk that is not there."""
    return Problem(
        Path(root).name,
        None,
        "thư mục nội dung không có bài nào; dựng tiếp sẽ xóa sạch các trang đang có",
        "Kiểm tra đường dẫn tới thư mục nội dung (INPUTDIR), và ổ đĩa chứa nó.",
    )
