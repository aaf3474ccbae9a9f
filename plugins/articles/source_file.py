"""How long the file of an article may be."""

from __future__ import annotations

from plugins.core import checks
from plugins.core.problems import Problem

MOST_BYTES = 2_000_000
"""No article is longer: War and Peace has three million letters."""


def too_long(name: str) -> Problem:
    """A file, by its path relative to the content folder, that is longer than that."""
    return Problem(
        checks.ARTICLE_TOO_LONG,
        name,
        None,
        f"bài dài quá {MOST_BYTES // 1_000_000} MB chữ, không bài nào dài như vậy",
        "Nếu là tệp khác mang nhầm đuôi .md thì đưa ra khỏi thư mục bài; đúng là bài thì chia "
        "thành nhiều kỳ.",
    )
